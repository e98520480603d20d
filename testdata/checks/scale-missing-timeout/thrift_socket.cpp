// shows: in-factory, by-parameter
// TSocket waits for ever on connect, send and receive by default.
#include <memory>
#include <string>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TSocket.h>

using apache::thrift::transport::TFramedTransport;
using apache::thrift::transport::TSocket;

void greet(const std::shared_ptr<TSocket> &socket) {
  TFramedTransport framed(socket);
  framed.open();
  framed.write(reinterpret_cast<const uint8_t *>("hello"), 5);
  framed.flush(); // ok: reported at the socket
  framed.close();
}

void bare() {
  auto socket = std::make_shared<TSocket>("search", 9090); // expect: scale-missing-timeout "timeout"
  greet(socket);
}

void connectOnly() {
  auto socket = std::make_shared<TSocket>("search", 9090); // expect: scale-missing-timeout "timeout"
  socket->setConnTimeout(1000);
  greet(socket);
}

void complete() {
  auto socket = std::make_shared<TSocket>("search", 9090); // ok: all three
  socket->setConnTimeout(1000);
  socket->setSendTimeout(2000);
  socket->setRecvTimeout(2000);
  greet(socket);
}

std::shared_ptr<TSocket> makeSocket(const std::string &host, int milliseconds = 1500) {
  std::shared_ptr<TSocket> socket(new TSocket(host, 9090)); // ok: all three, from a parameter
  socket->setConnTimeout(milliseconds);
  socket->setSendTimeout(milliseconds);
  socket->setRecvTimeout(milliseconds);
  return socket;
}

void made() { greet(makeSocket("search")); }
