// Several constructors fill one member: one hazard, reported at the first, with the others beside it.
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>
#include <string>

class Feed {
public:
  Feed() : socket_() {} // expect: scale-missing-timeout "no connect timeout"
  explicit Feed(const std::string &host) : socket_() { open(host); } // ok: the same member
  void open(const std::string &host) {
    socket_.setReceiveTimeout(Poco::Timespan(5, 0));
    socket_.connect(Poco::Net::SocketAddress(host, 80));
  }

private:
  Poco::Net::StreamSocket socket_;
};

void run() {
  Feed feed("feed.example");
  Feed idle;
  idle.open("other.example");
}
