// Registrations in a chain: each finding stands where its own route is registered, not where the chain begins.
#include <httplib.h>

void answer(const httplib::Request &request, httplib::Response &response);

void serve() {
  httplib::Server server;
  server.Get("/orders", answer)   // expect: scale-unversioned-route "'GET /orders'"
      .Post("/orders", answer)    // expect: scale-unversioned-route "'POST /orders'"
      .Get("/v1/items", answer)   // ok: it has a version
      .Delete("/items", answer);  // expect: scale-unversioned-route "'DELETE /items'"
  server.listen("0.0.0.0", 8080);
}
