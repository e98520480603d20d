// The Pistache pack: a router, a bare handler, and the experimental client.
// flags: -std=c++17 -fdelayed-template-parsing
#include <pistache/client.h>
#include <pistache/cookie.h>
#include <pistache/description.h>
#include <pistache/endpoint.h>
#include <pistache/router.h>

#include <chrono>
#include <memory>
#include <string>

using namespace Pistache;
using Http::Experimental::Client;

namespace {

class OrderApi {
public:
  void routes(Rest::Router &router) {
    using namespace Rest;
    Routes::Get(router, "/v1/orders/:id", Routes::bind(&OrderApi::read, this));    // is: route GET "/v1/orders/:id"; flows
    Routes::Post(router, "/v1/orders", Routes::bind(&OrderApi::create, this));     // is: route POST "/v1/orders"; flows
    Routes::Put(router, "/v1/orders/:id", Routes::bind(&OrderApi::create, this));  // is: route PUT "/v1/orders/:id"; flows
    Routes::Patch(router, "/v1/orders/:id", Routes::bind(&OrderApi::create, this)); // is: route PATCH "/v1/orders/:id"; flows
    Routes::Delete(router, "/v1/orders/:id", Routes::bind(&OrderApi::read, this)); // is: route DELETE "/v1/orders/:id"; flows
    Routes::Options(router, "/v1/orders", Routes::bind(&OrderApi::read, this));    // is: route OPTIONS "/v1/orders"; flows
    Routes::Head(router, "/v1/orders", Routes::bind(&OrderApi::read, this));       // is: route HEAD "/v1/orders"; flows
    Routes::Remove(router, Http::Method::Get, "/v0/orders");                       // is: nothing
    router.get("/v1/stock", Routes::bind(&OrderApi::read, this));                  // is: route GET "/v1/stock"; flows
    router.post("/v1/stock", Routes::bind(&OrderApi::create, this));               // is: route POST "/v1/stock"; flows
    router.put("/v1/stock", Routes::bind(&OrderApi::create, this));                // is: route PUT "/v1/stock"; flows
    router.patch("/v1/stock", Routes::bind(&OrderApi::create, this));              // is: route PATCH "/v1/stock"; flows
    router.del("/v1/stock", Routes::bind(&OrderApi::read, this));                  // is: route DELETE "/v1/stock"; flows
    router.options("/v1/stock", Routes::bind(&OrderApi::read, this));              // is: route OPTIONS "/v1/stock"; flows
    router.head("/v1/stock", Routes::bind(&OrderApi::read, this));                 // is: route HEAD "/v1/stock"; flows
    router.addRoute(Http::Method::Get, "/v1/all", Routes::bind(&OrderApi::read, this)); // is: route GET "/v1/all"; flows
    router.addRoute(Http::Method::Post, "/v1/all", Routes::bind(&OrderApi::create, this)); // is: route POST "/v1/all"; flows
    router.addRoute(Http::Method::Put, "/v1/all", Routes::bind(&OrderApi::create, this)); // is: route PUT "/v1/all"; flows
    router.addRoute(Http::Method::Patch, "/v1/all", Routes::bind(&OrderApi::create, this)); // is: route PATCH "/v1/all"; flows
    router.addRoute(Http::Method::Delete, "/v1/all", Routes::bind(&OrderApi::read, this)); // is: route DELETE "/v1/all"; flows
    router.addMiddleware(Routes::middleware(&OrderApi::authenticate, this));       // is: root; flows
    router.addCustomHandler(Routes::bind(&OrderApi::read, this));                  // is: root; flows
  }

  void describe(Rest::Description &description) {
    auto api = description.path("/v1");                                  // is: nothing
    api.route(description.get("/prices")).bind(&OrderApi::read, this);   // is: root
  }

private:
  void read(const Rest::Request &request, Http::ResponseWriter response) {
    auto id = request.param(":id").as<std::string>(); // is: nothing
    id += request.headers().getRaw("Api-Version").value();         // is: request-header
    if (request.headers().tryGetRaw("Accept"))                     // is: request-header
      id += request.query().get("page").value_or("1");             // is: request-parameter
    if (request.query().has("tag"))                                // is: request-parameter
      id += "tagged";
    response.send(Http::Code::Ok, id);                // is: nothing
  }
  void create(const Rest::Request &, Http::ResponseWriter response) { response.send(Http::Code::Accepted); }
  bool authenticate(Http::Request &request, Http::ResponseWriter &) { return !request.body().empty(); }
};

class PingHandler : public Http::Handler {
public:
  HTTP_PROTOTYPE(PingHandler)
  void onRequest(const Http::Request &request, Http::ResponseWriter response) override { // is: root
    if (request.resource() == "/ping") // is: nothing
      response.send(Http::Code::Ok, "pong");
  }
};

void askPeers(const std::string &body) {
  Client client; // is: session.open
  client.init(Client::options().threads(1)); // is: nothing
  auto read = client.get("http://stock/v1/stock").timeout(std::chrono::seconds(2)).send(); // is: creates "Pistache client request"; sets total-timeout 2s; flows; http.request "http://stock/v1/stock"
  read.then([](Http::Response) {}, Async::IgnoreException); // is: runs on-event-loop
  auto created = client.post("http://stock/v1/stock").body(body).send(); // is: creates "Pistache client request"; flows; http.request "http://stock/v1/stock"
  auto tagged = client.put("http://stock/v1/stock").cookie(Http::Cookie("shop", "7")).send(); // is: creates "Pistache client request"; flows; http.request "http://stock/v1/stock"
  auto patched = client.patch("http://stock/v1/stock").header<Http::Header::Server>("shop").send(); // is: creates "Pistache client request"; flows; http.request "http://stock/v1/stock"
  auto removed = client.del("http://stock/v1/stock").params(Http::Uri::Query()).send(); // is: creates "Pistache client request"; flows; http.request "http://stock/v1/stock"
  Http::Experimental::RequestBuilder odd = client.get("http://stock/v1/odd"); // is: creates "Pistache client request"
  odd.method(Http::Method::Options);     // is: flows
  odd.resource("http://stock/v1/other"); // is: flows
  Async::Barrier<Http::Response> barrier(read);
  barrier.wait();                           // is: wait
  barrier.wait_for(std::chrono::seconds(5)); // is: wait
  client.shutdown();                        // is: nothing
}

} // namespace

int main() {
  OrderApi api;
  Rest::Router router;
  api.routes(router);
  Rest::Description description("shop", "1.0");
  api.describe(description);
  askPeers("{}");
  Http::Endpoint endpoint(Address(Ipv4::any(), Port(9080)));        // is: nothing
  endpoint.init(Http::Endpoint::options().threads(2).maxRequestSize(64 * 1024)); // is: nothing
  endpoint.setHandler(router.handler());                            // is: nothing
  endpoint.setHandler(Http::make_handler<PingHandler>());
  endpoint.serve();                                                 // is: nothing
}
