// A Poco socket that is polled before it is read waits no longer than the poll says.
#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/FTPSClientSession.h>
#include <Poco/Net/PollSet.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

using Poco::Timespan;
using Poco::Net::PollSet;
using Poco::Net::Socket;
using Poco::Net::SocketAddress;
using Poco::Net::StreamSocket;

int answer(StreamSocket &socket) {
  char buffer[64];
  socket.sendBytes("PING\r\n", 6);
  return socket.receiveBytes(buffer, sizeof buffer);
}

int bare(const SocketAddress &cache) {
  StreamSocket socket; // expect: scale-missing-timeout "no read timeout"
  socket.connect(cache, Timespan(2, 0));
  return answer(socket);
}

int polled(const SocketAddress &cache) {
  StreamSocket socket; // ok: nothing is read before there is something to read
  socket.connect(cache, Timespan(2, 0));
  socket.sendBytes("PING\r\n", 6);
  if (!socket.poll(Timespan(5, 0), Socket::SELECT_READ))
    return 0;
  return answer(socket);
}

int watched(const SocketAddress &cache, PollSet &sockets) {
  StreamSocket socket; // ok: polled with others
  socket.connect(cache, Timespan(2, 0));
  sockets.add(socket, PollSet::POLL_READ);
  return sockets.poll(Timespan(5, 0)).empty() ? 0 : answer(socket);
}

int unblocked(const SocketAddress &cache) {
  StreamSocket socket; // ok: does not wait
  socket.connect(cache, Timespan(2, 0));
  socket.setBlocking(false);
  return answer(socket);
}

int blocking(const SocketAddress &cache) {
  StreamSocket socket; // expect: scale-missing-timeout "no read timeout"
  socket.connect(cache, Timespan(2, 0));
  socket.setBlocking(true);
  return answer(socket);
}

int polledUnconnected(const SocketAddress &cache) {
  StreamSocket socket(cache); // expect: scale-missing-timeout "no connect timeout"
  return socket.poll(Timespan(5, 0), Socket::SELECT_READ) ? answer(socket) : 0;
}

std::string greeting(const SocketAddress &server) {
  Poco::Net::DialogSocket dialog; // expect: scale-missing-timeout "no connect timeout and no read timeout"
  dialog.connect(server);
  std::string line;
  dialog.receiveMessage(line);
  return line;
}

int sealed(const SocketAddress &cache) {
  Poco::Net::SecureStreamSocket socket; // expect: scale-missing-timeout "no connect timeout and no read timeout"
  socket.connect(cache);
  return answer(socket);
}

void list(std::string path) {
  Poco::Net::FTPSClientSession session("files", 21); // expect: scale-missing-timeout (note) "no connect timeout"
  session.beginList(path);
  session.endList();
}
