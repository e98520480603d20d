// shows: other-file
// The project's own router in another unit: the route is where its path is given.
//--- router.h
#pragma once
#include <functional>
#include <httplib.h>
#include <string>

class Router {
public:
  using Handler = std::function<void(const httplib::Request &, httplib::Response &)>;
  Router(httplib::Server &server, std::string prefix) : server_(server), prefix_(std::move(prefix)) {}
  void get(const std::string &path, Handler handler);
  void versioned(const std::string &path, Handler handler);

private:
  httplib::Server &server_;
  std::string prefix_;
};

//--- router.cpp
#include "router.h"

void Router::get(const std::string &path, Handler handler) {
  server_.Get(path, std::move(handler)); // ok: reported where the path is given
}

void Router::versioned(const std::string &path, Handler handler) {
  server_.Get("/v1" + path, std::move(handler)); // ok: adds the version
}

//--- main.cpp
#include "router.h"

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerRoutes(httplib::Server &server) {
  Router router(server, "");
  router.get("/flights", ok); // expect: scale-unversioned-route "/flights"
  router.get("/gates", ok); // expect: scale-unversioned-route "/gates"
  router.get("/v1/gates", ok); // ok: v1
  router.versioned("/flights", ok); // ok: the wrapper adds v1
}
