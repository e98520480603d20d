// config: {routes: {version: header}}
// shows: health
// The project's policy is a version header: a handler that reads one is versioned.
#include <httplib.h>
#include <string>

void current(const httplib::Request &request, httplib::Response &response) {
  response.status = request.get_header_value("API-Version") == "2" ? 200 : 400;
}

void anonymous(const httplib::Request &request, httplib::Response &response) {
  response.status = request.has_header("Authorization") ? 200 : 401;
}

int version(const httplib::Request &request) { return std::atoi(request.get_header_value("X-Api-Version").c_str()); }

void registerRoutes(httplib::Server &server) {
  server.Get("/articles", current); // ok: reads API-Version
  server.Get("/authors", [](const httplib::Request &request, httplib::Response &response) { // ok: a helper reads it
    response.status = version(request) > 1 ? 200 : 410;
  });
  server.Get("/tags", anonymous); // expect: scale-unversioned-route "/tags"
  server.Post("/tags", anonymous); // expect: scale-unversioned-route "/tags"
  server.Get("/healthz", anonymous); // ok: health
}
