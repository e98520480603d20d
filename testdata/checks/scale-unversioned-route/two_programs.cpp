// One compile database, two programs: each has its own main and its own function of one name.
//--- catalogue.cpp
#include <httplib.h>

void addRoutes(httplib::Server &server) {
  server.Get("/books", [](const httplib::Request &, httplib::Response &response) { response.status = 200; }); // expect: scale-unversioned-route "/books"
}

int main() {
  httplib::Server server;
  addRoutes(server);
  server.Get("/authors", [](const httplib::Request &, httplib::Response &response) { response.status = 200; }); // expect: scale-unversioned-route "/authors"
  server.listen("0.0.0.0", 8080);
}

//--- delivery.cpp
#include <httplib.h>

void addRoutes(httplib::Server &server) {
  server.Get("/parcels", [](const httplib::Request &, httplib::Response &response) { response.status = 200; }); // expect: scale-unversioned-route "/parcels"
}

int main() {
  httplib::Server server;
  addRoutes(server);
  server.Get("/v1/drivers", [](const httplib::Request &, httplib::Response &response) { response.status = 200; }); // ok: v1
  server.listen("0.0.0.0", 8081);
}
