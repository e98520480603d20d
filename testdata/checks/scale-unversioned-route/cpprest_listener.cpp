// shows: health
// For a cpprest listener the route is its URL.
#include <cpprest/http_listener.h>
#include <memory>

using web::http::http_request;
using web::http::experimental::listener::http_listener;

class Orders {
public:
  Orders() : listener_("http://0.0.0.0:8080/orders") { // expect: scale-unversioned-route "/orders"
    listener_.support(web::http::methods::GET, [](http_request request) { request.reply(200); });
  }
  void open() { listener_.open().wait(); }

private:
  http_listener listener_;
};

std::unique_ptr<http_listener> customers() {
  auto listener = std::make_unique<http_listener>("http://0.0.0.0:8080/v2/customers"); // ok: v2
  listener->support(web::http::methods::GET, [](http_request request) { request.reply(200); });
  return listener;
}

void health() {
  http_listener listener("http://0.0.0.0:8080/health"); // ok: health
  listener.support(web::http::methods::GET, [](http_request request) { request.reply(200); });
  listener.open().wait();
}
