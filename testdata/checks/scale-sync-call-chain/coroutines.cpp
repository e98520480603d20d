// flags: -DBOOST_ASIO_HAS_CO_AWAIT=1 -DBOOST_ASIO_HAS_STD_COROUTINE=1
// config: {roots: [feed::handleSlow, feed::handleFast, feed::handleSpawned]}
// shows: coroutines-together
// Awaited one by one the waits add up; awaited together they do not.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <array>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace feed {
asio::awaitable<int> ask(beast::tcp_stream &stream, const char *target) {
  http::request<http::empty_body> request(http::verb::get, target, 11);
  co_await http::async_write(stream, request, asio::use_awaitable);
  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  co_await http::async_read(stream, buffer, response, asio::use_awaitable);
  co_return response.result_int();
}

asio::awaitable<std::array<int, 3>> together(asio::awaitable<int>, asio::awaitable<int>, asio::awaitable<int>);

asio::awaitable<bool> handleSlow(beast::tcp_stream &news, beast::tcp_stream &sport, beast::tcp_stream &music) { // expect: scale-sync-call-chain "3 remote operations"
  int first = co_await ask(news, "/v1/top");
  int second = co_await ask(sport, "/v1/top");
  auto last = ask(music, "/v1/top");
  int third = co_await std::move(last);
  co_return first == second && second == third;
}

asio::awaitable<bool> handleFast(beast::tcp_stream &news, beast::tcp_stream &sport, beast::tcp_stream &music) { // ok: awaited together
  auto [first, second, third] =
      co_await together(ask(news, "/v1/top"), ask(sport, "/v1/top"), ask(music, "/v1/top"));
  co_return first == second && second == third;
}

void handleSpawned(asio::io_context &io, beast::tcp_stream &news) { // ok: nobody waits for them
  for (const char *target : {"/v1/top", "/v1/old", "/v1/new"})
    asio::co_spawn(io, ask(news, target), asio::detached);
}
} // namespace feed
