// A version is a whole segment of the path, wherever it stands; a `v` in a word is none.
#include <httplib.h>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerRoutes(httplib::Server &server) {
  server.Get("/users", ok); // expect: scale-unversioned-route "/users"
  server.Post("/users", ok); // expect: scale-unversioned-route "/users"
  server.Get("/api/orders", ok); // expect: scale-unversioned-route "/api/orders"
  server.Get("/vendors", ok); // expect: scale-unversioned-route "/vendors"
  server.Get("/conv1/items", ok); // expect: scale-unversioned-route "/conv1/items"
  server.Delete("/vault/keys", ok); // expect: scale-unversioned-route "/vault/keys"
  server.Get("/v1/users", ok); // ok: v1
  server.Put("/v1/users", ok); // ok: v1
  server.Patch("/api/v2/orders", ok); // ok: v2, after the prefix
  server.Get("/v10/orders", ok); // ok: v10
  server.Get("/v1beta1/orders", ok); // ok: v1beta1
  server.Get("/v1", ok); // ok: nothing but the version
}
