// A version in the query, and parameters that are none.
#include <httplib.h>

void byQuery(const httplib::Request &request, httplib::Response &response) {
  response.status = request.get_param_value("api-version") == "2024-05-01" ? 200 : 400;
}

void paged(const httplib::Request &request, httplib::Response &response) {
  response.status = request.has_param("page") ? 200 : 400;
}

void registerRoutes(httplib::Server &server) {
  server.Get("/disks", byQuery); // ok: api-version
  server.Get("/machines", [](const httplib::Request &request, httplib::Response &response) { // ok: version
    response.status = request.get_param_value("version") == "1" ? 200 : 400;
  });
  server.Get("/networks", paged); // expect: scale-unversioned-route "/networks"
  server.Get("/images", [](const httplib::Request &, httplib::Response &response) { // expect: scale-unversioned-route "/images"
    response.status = 200;
  });
}
