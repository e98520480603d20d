// config: {routes: {version: none}}
// shows: policy-none
// Some houses forbid versions in addresses: then nothing is to be said.
#include <httplib.h>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerRoutes(httplib::Server &server) {
  server.Get("/parcels", ok); // ok: the policy asks for none
  server.Post("/parcels", ok); // ok: the policy asks for none
  server.Get("/v1/parcels", ok); // ok: and does not mind one
}
