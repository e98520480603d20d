// shows: health, readiness, metrics, documentation, static-files
// Routes for probes, metrics, documents and files are no interface that a client is built against.
#include <httplib.h>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerOperational(httplib::Server &server) {
  server.set_mount_point("/assets", "./public"); // ok: files
  server.Get("/health", ok); // ok: health
  server.Get("/healthz", ok); // ok: health
  server.Get("/livez", ok); // ok: liveness
  server.Get("/ready", ok); // ok: readiness
  server.Get("/readyz", ok); // ok: readiness
  server.Get("/metrics", ok); // ok: metrics
  server.Get("/docs", ok); // ok: documentation
  server.Get("/openapi.json", ok); // ok: documentation
  server.Get("/favicon.ico", ok); // ok: a file
  server.Get(R"(/static/(.*))", ok); // ok: files
  server.Get("/health-records", ok); // expect: scale-unversioned-route "/health-records"
  server.Get("/documents", ok); // expect: scale-unversioned-route "/documents"
  server.Get("/statics", ok); // expect: scale-unversioned-route "/statics"
}
