// config: {routes: {unversioned-ok: [/login, /internal/*]}}
// shows: accepted-list
// The project names the routes that need no version.
#include <httplib.h>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerRoutes(httplib::Server &server) {
  server.Post("/login", ok); // ok: named
  server.Get("/internal/queue", ok); // ok: under a named prefix
  server.Get("/internal/cache/size", ok); // ok: under a named prefix
  server.Post("/login-history", ok); // expect: scale-unversioned-route "/login-history"
  server.Get("/internals", ok); // expect: scale-unversioned-route "/internals"
  server.Get("/profile", ok); // expect: scale-unversioned-route "/profile"
}
