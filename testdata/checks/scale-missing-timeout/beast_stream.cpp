// Beast's expires_after bounds asynchronous calls; a synchronous read or write ignores it.
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>

namespace http = boost::beast::http;
using Endpoints = boost::asio::ip::tcp::resolver::results_type;

void getBlocking(boost::asio::io_context &context, const Endpoints &endpoints) {
  boost::beast::tcp_stream stream(context); // expect: scale-missing-timeout "timeout"
  stream.expires_after(std::chrono::seconds(5));
  stream.connect(endpoints);
  http::request<http::empty_body> request(http::verb::get, "/v1/items", 11);
  http::write(stream, request);
  boost::beast::flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(stream, buffer, response);
}

class Session {
public:
  explicit Session(boost::asio::io_context &context) : stream_(context) {} // ok: bounded before each asynchronous step

  void start(const Endpoints &endpoints) {
    stream_.expires_after(std::chrono::seconds(5));
    stream_.async_connect(endpoints, [this](boost::beast::error_code error, const auto &) {
      if (!error)
        write();
    });
  }

private:
  void write() {
    stream_.expires_after(std::chrono::seconds(5));
    http::async_write(stream_, request_, [](boost::beast::error_code, std::size_t) {});
  }

  boost::beast::tcp_stream stream_;
  http::request<http::empty_body> request_{http::verb::get, "/v1/items", 11};
};

void run(boost::asio::io_context &context, const Endpoints &endpoints) {
  getBlocking(context, endpoints);
  Session session(context);
  session.start(endpoints);
  context.run();
}
