// The Boost.Beast and Asio pack: a gateway that serves HTTP and calls its peers, blocking and not.
// flags: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE -Wno-enum-constexpr-conversion
//--- blocking_client.cpp
#include <utility>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <chrono>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;

namespace {

std::string fetch(asio::io_context &context, const std::string &host, const std::string &target) {
  tcp::resolver resolver(context);                           // is: nothing
  beast::tcp_stream stream(context);                         // is: creates "Beast TCP stream"
  auto const addresses = resolver.resolve(host, "80");       // is: dns.resolve
  stream.connect(addresses);                                 // is: session.open
  http::request<http::string_body> request{http::verb::get, target, 11};
  request.set(http::field::host, host);                      // is: nothing
  http::write(stream, request);                              // is: http.request
  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(stream, buffer, response);                      // is: receive-response
  stream.socket().shutdown(tcp::socket::shutdown_both);      // is: flows
  return response.body();
}

bool given(const http::request<http::string_body> &request) {
  bool known = request["Api-Version"] == "1";                // is: request-header
  known &= request.at("Accept") == "text/plain";             // is: request-header
  known &= request.find("Api-Version") != request.end();     // is: request-header
  return known && request.count("Accept") == 1;              // is: request-header
}

void fetchInParts(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1/export", 11};
  http::request_serializer<http::empty_body> serializer(request);
  http::write_header(stream, serializer);                    // is: http.request
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(64 * 1024 * 1024);                       // is: nothing
  http::read_header(stream, buffer, parser);                 // is: receive-response
  http::read_some(stream, buffer, parser);                   // is: receive-response
}

void fetchOverTls(asio::io_context &context, asio::ssl::context &tls, const tcp::resolver::results_type &addresses) {
  beast::ssl_stream<beast::tcp_stream> stream(context, tls); // is: creates "Beast TLS stream"
  beast::get_lowest_layer(stream).connect(addresses);        // is: session.open; flows
  stream.handshake(asio::ssl::stream_base::client);          // is: session.open
  stream.next_layer().cancel();                              // is: flows

  asio::ssl::stream<beast::tcp_stream> newer(context, tls);  // is: creates "Beast TLS stream"
  newer.next_layer().connect(addresses);                     // is: session.open; flows
  newer.handshake(asio::ssl::stream_base::client);           // is: session.open
  http::request<http::string_body> request{http::verb::get, "/v1/secret", 11}; // is: text "/v1/secret"
  http::write(newer, request);                               // is: http.request "/v1/secret"
  request.target("/v1/open");                                // is: text "/v1/open"

  asio::ssl::stream<tcp::socket> bare(context, tls);         // is: nothing
  bare.lowest_layer().connect(tcp::endpoint());              // is: session.open; flows
}

// Serving is no remote operation: the peer is the client.
void serveOnce(tcp::socket &socket, asio::ssl::context &tls) {
  beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::read(socket, buffer, request);                       // is: nothing
  http::response<http::string_body> response{http::status::ok, request.version()};
  if (request.target() == "/v1/health")                      // is: route "/v1/health"
    response.body() = "ok";
  else if (request.target().starts_with("/v1/orders"))
    response.body() = "[]";
  response.prepare_payload();
  http::write(socket, response);                             // is: nothing
  asio::ssl::stream<tcp::socket &> secure(socket, tls);
  secure.handshake(asio::ssl::stream_base::server);          // is: nothing
}

void subscribe(asio::io_context &context, const tcp::resolver::results_type &addresses) {
  websocket::stream<beast::tcp_stream> feed(context);        // is: creates "Beast WebSocket stream"
  feed.next_layer().connect(addresses);                      // is: session.open; flows
  feed.set_option(websocket::stream_base::timeout::suggested(beast::role_type::client)); // is: sets total-timeout
  feed.set_option(websocket::permessage_deflate());          // is: nothing
  feed.handshake("feed", "/v1/prices");                      // is: session.open "/v1/prices"
  websocket::response_type upgrade;
  feed.handshake(upgrade, "feed", "/v1/prices");             // is: session.open
  feed.write(asio::buffer("{}", 2));                         // is: http.request
  beast::flat_buffer buffer;
  feed.read(buffer);                                         // is: receive-response
  feed.close(websocket::close_code::normal);                 // is: nothing
}

std::string rawProtocol(asio::io_context &context, const tcp::resolver::results_type &addresses) {
  tcp::socket socket(context);                               // is: nothing
  asio::connect(socket, addresses);                          // is: session.open
  tcp::socket second(context);
  second.connect(tcp::endpoint(asio::ip::address_v4::loopback(), 6379)); // is: session.open
  asio::write(socket, asio::buffer("PING\r\n", 6));          // is: nothing
  std::string line, block(16, '\0');
  asio::read_until(socket, asio::dynamic_buffer(line), "\r\n"); // is: receive-response
  asio::read(socket, asio::buffer(block));                   // is: receive-response
  socket.read_some(asio::buffer(block));                     // is: receive-response
  socket.receive(asio::buffer(block));                       // is: receive-response
  asio::posix::stream_descriptor file(context, 0);
  asio::read(file, asio::buffer(block));                     // is: nothing
  asio::steady_timer pause(context, std::chrono::seconds(1));
  pause.wait();                                              // is: sleep
  asio::deadline_timer older(context, boost::posix_time::seconds(1));
  older.wait();                                              // is: sleep
  context.run();                                             // is: wait
  context.poll();                                            // is: nothing
  return line;
}

} // namespace

void runBlocking(asio::io_context &context, asio::ssl::context &tls, tcp::socket &socket) {
  fetch(context, "stock", "/v1/stock");
  beast::tcp_stream stream(context);
  fetchInParts(stream);
  fetchOverTls(context, tls, {});
  serveOnce(socket, tls);
  subscribe(context, {});
  rawProtocol(context, {});
}

//--- async_session.cpp
#include <utility>

#include <boost/asio.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

// One upstream call: resolve, connect, write, read, each on the event loop.
class UpstreamCall : public std::enable_shared_from_this<UpstreamCall> {
public:
  explicit UpstreamCall(asio::io_context &context) : resolver(context), stream(context) {} // is: creates "Beast TCP stream"

  void start(const std::string &host) {
    stream.expires_after(std::chrono::seconds(5)); // is: sets total-timeout 5s
    stream.expires_at(std::chrono::steady_clock::now() + std::chrono::seconds(5)); // is: sets total-timeout
    resolver.async_resolve(host, "80", beast::bind_front_handler(&UpstreamCall::onResolve, shared_from_this())); // is: dns.resolve; runs on-event-loop; flows
  }

private:
  void onResolve(Error failure, tcp::resolver::results_type addresses) {
    if (failure)
      return;
    stream.async_connect(addresses, [self = shared_from_this()](Error, tcp::endpoint) { self->onConnect(); }); // is: session.open; runs on-event-loop
  }
  void onConnect() {
    http::async_write(stream, request, [self = shared_from_this()](Error, std::size_t) { self->onWrite(); }); // is: http.request; runs on-event-loop
  }
  void onWrite() {
    http::async_read(stream, buffer, response, [self = shared_from_this()](Error, std::size_t) {}); // is: receive-response; runs on-event-loop
  }

  tcp::resolver resolver;
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::response<http::string_body> response;
};

// One accepted connection.
class ServerSession : public std::enable_shared_from_this<ServerSession> {
public:
  explicit ServerSession(tcp::socket accepted) : stream(std::move(accepted)) {}
  void readRequest() {
    http::async_read(stream, buffer, request, [self = shared_from_this()](Error, std::size_t) { self->answer(); }); // is: runs on-event-loop
  }
  void readHeader(http::request_parser<http::string_body> &parser) {
    http::async_read_header(stream, buffer, parser, [](Error, std::size_t) {}); // is: runs on-event-loop
  }
  void answer() {
    http::async_write(stream, response, [](Error, std::size_t) {}); // is: runs on-event-loop
  }
  void answerHeader(http::response_serializer<http::string_body> &serializer) {
    http::async_write_header(stream, serializer, [](Error, std::size_t) {}); // is: runs on-event-loop
  }

private:
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  http::request<http::string_body> request;
  http::response<http::string_body> response;
};

void acceptAll(tcp::acceptor &acceptor, asio::io_context &context) {
  acceptor.async_accept([](Error, tcp::socket socket) { // is: runs on-event-loop
    std::make_shared<ServerSession>(std::move(socket))->readRequest();
  });
  acceptor.async_accept(asio::make_strand(context), [](Error, auto) {}); // is: runs on-event-loop
  acceptor.listen(); // is: nothing
}

void handOver(asio::io_context &context, asio::thread_pool &pool) {
  asio::post([] {});                        // is: runs on-event-loop
  asio::post(context, [] {});               // is: runs on-event-loop
  asio::post(pool, [] {});                  // is: runs on-pool
  asio::post(pool.get_executor(), [] {});   // is: runs on-pool
  asio::dispatch([] {});                    // is: runs on-event-loop
  asio::dispatch(context, [] {});           // is: runs on-event-loop
  asio::dispatch(pool, [] {});              // is: runs on-pool
  asio::defer([] {});                       // is: runs on-event-loop
  asio::defer(context, [] {});              // is: runs on-event-loop
  asio::defer(pool, [] {});                 // is: runs on-pool
  context.post([] {});                      // is: runs on-event-loop
  context.dispatch([] {});                  // is: runs on-event-loop
  asio::co_spawn(context, []() -> asio::awaitable<void> { co_return; }, asio::detached); // is: runs on-event-loop
  asio::co_spawn(pool, []() -> asio::awaitable<void> { co_return; }, asio::detached);    // is: runs on-pool
  asio::spawn(context, [](asio::yield_context) {}); // is: runs on-event-loop
  context.stop();                           // is: nothing
}

void timersAndSignals(asio::steady_timer &timer, asio::signal_set &signals, asio::io_context &context) {
  timer.expires_after(std::chrono::seconds(1));    // is: nothing
  timer.async_wait([](Error) {});                  // is: runs on-event-loop
  timer.async_wait(asio::bind_executor(context, [](Error) {})); // is: runs on-event-loop; flows
  signals.async_wait([](Error, int) {});           // is: runs on-event-loop
}

void bareSockets(tcp::socket &socket, const tcp::resolver::results_type &addresses, std::string &text) {
  asio::async_connect(socket, addresses, [](Error, tcp::endpoint) {});            // is: session.open; runs on-event-loop
  socket.async_connect(tcp::endpoint(), [](Error) {});                            // is: session.open; runs on-event-loop
  asio::async_write(socket, asio::buffer(text), [](Error, std::size_t) {});       // is: runs on-event-loop
  asio::async_read(socket, asio::buffer(text), [](Error, std::size_t) {});        // is: runs on-event-loop
  asio::async_read_until(socket, asio::dynamic_buffer(text), "\n", [](Error, std::size_t) {}); // is: runs on-event-loop
  socket.async_read_some(asio::buffer(text), [](Error, std::size_t) {});          // is: runs on-event-loop
  socket.async_write_some(asio::buffer(text), [](Error, std::size_t) {});         // is: runs on-event-loop
  socket.async_receive(asio::buffer(text), [](Error, std::size_t) {});            // is: runs on-event-loop
  socket.async_send(asio::buffer(text), [](Error, std::size_t) {});               // is: runs on-event-loop
  socket.set_option(tcp::no_delay(true));                                         // is: nothing
}

void layers(beast::tcp_stream &stream, beast::ssl_stream<beast::tcp_stream> &secure,
            asio::ssl::stream<tcp::socket> &older, websocket::stream<beast::tcp_stream> &feed, beast::flat_buffer &buffer) {
  char block[16];
  stream.async_read_some(asio::buffer(block), [](Error, std::size_t) {});         // is: runs on-event-loop
  stream.async_write_some(asio::buffer(block), [](Error, std::size_t) {});        // is: runs on-event-loop
  secure.async_handshake(asio::ssl::stream_base::client, [](Error) {});           // is: session.open; runs on-event-loop
  secure.async_shutdown([](Error) {});                                            // is: runs on-event-loop
  older.async_handshake(asio::ssl::stream_base::client, [](Error) {});            // is: session.open; runs on-event-loop
  older.async_shutdown([](Error) {});                                             // is: runs on-event-loop
  feed.async_handshake("feed", "/v1/prices", [](Error) {});                       // is: session.open; runs on-event-loop
  feed.async_accept([](Error) {});                                                // is: runs on-event-loop
  feed.async_read(buffer, [](Error, std::size_t) {});                             // is: runs on-event-loop
  feed.async_write(asio::buffer(block), [](Error, std::size_t) {});               // is: runs on-event-loop
  feed.async_close(websocket::close_code::normal, [](Error) {});                  // is: runs on-event-loop
}
