// The Poco Net pack: a shop service with handlers, and the clients of its peers.
#include <Poco/NObserver.h>
#include <Poco/Net/AbstractHTTPRequestHandler.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/FTPClientSession.h>
#include <Poco/Net/FTPSClientSession.h>
#include <Poco/Net/FTPStreamFactory.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPSStreamFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/HTTPStreamFactory.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/PollSet.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SecureSMTPClientSession.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketNotification.h>
#include <Poco/Net/SocketReactor.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/WebSocket.h>
#include <Poco/Observer.h>
#include <Poco/Timespan.h>
#include <Poco/URI.h>
#include <Poco/URIStreamOpener.h>

#include <iterator>
#include <memory>
#include <string>

using namespace Poco::Net;
using Poco::Timespan;

namespace {

std::string stockOf(const std::string &sku) {
  HTTPClientSession session("stock", 8080); // is: session.open "stock"; creates "Poco HTTP session"
  session.setTimeout(Timespan(5, 0));       // is: sets total-timeout
  session.setKeepAlive(true);               // is: nothing
  HTTPRequest request(HTTPRequest::HTTP_GET, "/v1/stock/" + sku, HTTPMessage::HTTP_1_1); // is: text "/v1/stock/{}"
  session.sendRequest(request);             // is: http.request "/v1/stock/{}"
  HTTPResponse response;                    // is: nothing
  std::istream &body = session.receiveResponse(response); // is: receive-response
  return std::string(std::istreambuf_iterator<char>(body), {});
}

void pay(const std::string &order) {
  HTTPSClientSession session("pay.example"); // is: session.open "pay.example"; creates "Poco HTTP session"
  session.setTimeout(Timespan(2, 0), Timespan(5, 0), Timespan(5, 0)); // is: sets connect-timeout; sets write-timeout; sets read-timeout
  HTTPRequest request(HTTPRequest::HTTP_POST, "/v1/payments"); // is: text "/v1/payments"
  session.sendRequest(request) << order;     // is: http.request "/v1/payments"
  HTTPResponse response;
  if (session.peekResponse(response))        // is: receive-response
    session.receiveResponse(response);       // is: receive-response
  request.setURI("/v1/receipts");            // is: text "/v1/receipts"
  session.reset();                           // is: nothing
}

void openByUri() {
  Poco::URI uri("http://stock/v1/all");      // is: text "http://stock/v1/all"
  HTTPStreamFactory plain;
  std::unique_ptr<std::istream> first(plain.open(uri)); // is: http.request "http://stock/v1/all"
  HTTPSStreamFactory secure;
  std::unique_ptr<std::istream> second(secure.open(uri)); // is: http.request
  FTPStreamFactory files;
  std::unique_ptr<std::istream> third(files.open(uri)); // is: http.request
  Poco::URIStreamOpener &opener = Poco::URIStreamOpener::defaultOpener(); // is: nothing
  std::unique_ptr<std::istream> fourth(opener.open(uri)); // is: http.request
  std::unique_ptr<std::istream> fifth(Poco::URIStreamOpener::defaultOpener().open(uri)); // is: http.request
  Poco::URIStreamOpener onDisk;              // is: nothing
  std::unique_ptr<std::istream> sixth(onDisk.open(uri)); // is: nothing
}

void notify(const std::string &address) {
  MailMessage message;                       // is: nothing
  message.setSubject("Your order");          // is: nothing
  SMTPClientSession session("smtp", 25);     // is: session.open "smtp"; creates "Poco SMTP session"
  FTPSClientSession sealed("files", 21);     // is: session.open "files"; creates "Poco FTP session"
  session.setTimeout(Timespan(10, 0));       // is: sets read-timeout
  session.login("shop");                     // is: session.open
  session.sendMessage(message);              // is: mail.send
  session.close();                           // is: session.close
  SecureSMTPClientSession secure("smtp", 587); // is: session.open "smtp"; creates "Poco SMTP session"
  secure.startTLS();                         // is: session.open
  secure.sendMessage(message);               // is: mail.send
}

void exchangeFiles() {
  FTPClientSession idle;                     // is: creates "Poco FTP session"
  idle.open("files", 21);                    // is: session.open "files"
  FTPClientSession session("files", 21);     // is: session.open "files"; creates "Poco FTP session"
  session.setTimeout(Timespan(10, 0));       // is: sets read-timeout
  session.login("shop", "secret");           // is: session.open
  session.beginDownload("/in/prices.csv");   // is: http.request "/in/prices.csv"
  session.endDownload();                     // is: receive-response
  session.beginUpload("/out/orders.csv");    // is: http.request "/out/orders.csv"
  session.endUpload();                       // is: receive-response
  session.beginList("/in");                  // is: http.request "/in"
  session.endList();                         // is: receive-response
  session.rename("/in/a", "/in/b");          // is: http.request "/in/a"
  session.remove("/in/b");                   // is: http.request "/in/b"
  session.setPassive(true);                  // is: nothing
  session.close();                           // is: session.close
}

void rawSockets(ServerSocket &listener) {
  SocketAddress address("cache", 6379);
  StreamSocket lazy;                         // is: creates "Poco stream socket"
  lazy.setReceiveTimeout(Timespan(5, 0));    // is: sets read-timeout
  lazy.setSendTimeout(Timespan(5, 0));       // is: sets write-timeout
  lazy.connect(address, Timespan(2, 0));     // is: session.open; sets connect-timeout
  lazy.poll(Timespan(1, 0), Socket::SELECT_READ); // is: sets read-timeout
  lazy.setBlocking(false);                   // is: sets read-timeout
  lazy.setBlocking(true);                    // is: nothing
  PollSet watched;                           // is: nothing
  watched.add(lazy, PollSet::POLL_READ);     // is: sets read-timeout
  lazy.sendBytes("PING\r\n", 6);             // is: nothing
  char answer[64];
  lazy.receiveBytes(answer, sizeof answer);  // is: receive-response
  StreamSocket eager(address);               // is: session.open; creates "Poco stream socket"
  SecureStreamSocket secure(address);        // is: session.open; creates "Poco stream socket"
  StreamSocket accepted = listener.acceptConnection(); // is: nothing
  SecureStreamSocket later;                  // is: creates "Poco stream socket"
  DialogSocket called(address);              // is: session.open; creates "Poco stream socket"
  DialogSocket dialog;                       // is: creates "Poco stream socket"
  dialog.connect(address);                   // is: session.open
  std::string line;
  dialog.receiveMessage(line);               // is: receive-response
  dialog.receiveStatusMessage(line);         // is: receive-response
  DNS::resolve("stock");                     // is: dns.resolve "stock"
  DNS::resolveOne("stock");                  // is: dns.resolve "stock"
  DNS::hostByName("stock");                  // is: dns.resolve "stock"
  DNS::hostByAddress(address.host());        // is: dns.resolve
  DNS::hostName();                           // is: nothing
}

void subscribe(HTTPClientSession &session) {
  HTTPRequest request(HTTPRequest::HTTP_GET, "/v1/feed", HTTPMessage::HTTP_1_1);
  HTTPResponse response;
  WebSocket feed(session, request, response); // is: session.open
  char frame[256];
  int flags = 0;
  feed.sendFrame("{}", 2);                   // is: http.request
  feed.receiveFrame(frame, sizeof frame, flags); // is: receive-response
  feed.shutdown();                           // is: nothing
}

class StockHandler : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request, HTTPServerResponse &response) override { // is: root
    HTMLForm form(request);                       // is: nothing
    if (request.has("X-Tenant"))                  // is: request-header
      response.set("X-Tenant", request.get("X-Tenant") + request["X-Region"]); // is: request-header
    if (form.has("page"))                         // is: request-parameter
      response.set("X-Page", form.get("page") + form["size"]); // is: request-parameter
    response.get("X-Page");                       // is: nothing
    response.send() << stockOf(request.getURI()); // is: nothing
  }
};

class FeedHandler : public AbstractHTTPRequestHandler {
protected:
  void run() override { WebSocket feed(request(), response()); } // is: root
};

class Handlers : public HTTPRequestHandlerFactory {
public:
  HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &request) override { // is: nothing
    if (request.getURI() == "/v1/feed")                                                 // is: route "/v1/feed"
      return new FeedHandler;
    return new StockHandler;
  }
};

class EchoConnection : public TCPServerConnection {
public:
  explicit EchoConnection(const StreamSocket &accepted) : TCPServerConnection(accepted) {}
  void run() override { // is: root
    char text[64];
    socket().receiveBytes(text, sizeof text); // is: receive-response
  }
};

class Acceptor {
public:
  Acceptor(SocketReactor &reactor, StreamSocket &socket) {
    reactor.addEventHandler(socket, Poco::NObserver<Acceptor, ReadableNotification>(*this, &Acceptor::onReadable)); // is: runs on-event-loop; flows
    reactor.addEventHandler(socket, Poco::Observer<Acceptor, WritableNotification>(*this, &Acceptor::onWritable)); // is: runs on-event-loop; flows
  }
  void onReadable(const Poco::AutoPtr<ReadableNotification> &) {}
  void onWritable(WritableNotification *) {}
};

} // namespace

int main() {
  HTTPServer server(new Handlers, 8080, new HTTPServerParams); // is: nothing
  server.start();                                              // is: nothing
  TCPServer echo(new TCPServerConnectionFactoryImpl<EchoConnection>(), 7);
  echo.start();
  ServerSocket listener(9000);
  SocketReactor reactor;
  StreamSocket socket = listener.acceptConnection();
  Acceptor acceptor(reactor, socket);
  HTTPClientSession feed("feed", 80);
  pay("7");
  openByUri();
  notify("someone@example.org");
  exchangeFiles();
  rawSockets(listener);
  subscribe(feed);
}
