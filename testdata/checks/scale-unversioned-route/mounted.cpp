// shows: other-file, factory, versioned-mount
// The project's own router adds the prefix that it was made with, by a factory or a base class of another unit.
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

private:
  httplib::Server &server_;
  std::string prefix_;
};

Router currentApi(httplib::Server &server);

class Module {
public:
  explicit Module(httplib::Server &server, std::string base = "/api") : server_(server), base_(std::move(base)) {}

protected:
  void add(const std::string &path, Router::Handler handler);

private:
  httplib::Server &server_;
  std::string base_;
};

//--- router.cpp
#include "router.h"

void Router::get(const std::string &path, Handler handler) {
  server_.Get(prefix_ + path, std::move(handler)); // ok: reported where the path is given
}

Router currentApi(httplib::Server &server) { return Router(server, "/v2"); }

void Module::add(const std::string &path, Router::Handler handler) {
  server_.Get(base_ + path, std::move(handler)); // ok: reported where the path is given
}

//--- main.cpp
#include "router.h"

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

class Crews : public Module {
public:
  explicit Crews(httplib::Server &server) : Module(server) {
    add("/crews", ok); // expect: scale-unversioned-route "/api/crews"
    add("/v1/crews", ok); // ok: v1
  }
};

void registerRoutes(httplib::Server &server) {
  Router current = currentApi(server);
  current.get("/flights", ok); // ok: mounted under v2
  current.get("/gates", ok); // ok: mounted under v2
  Crews crews(server);
}
