// shows: virtual, template, callback, recursion
// Routes that overrides, templates, callbacks and recursive walks register.
//--- controller.h
#pragma once
#include <functional>
#include <httplib.h>
#include <string>
#include <vector>

class Controller {
public:
  virtual ~Controller() = default;
  virtual std::string path() const = 0;
  virtual void show(const httplib::Request &, httplib::Response &response) { response.status = 200; }
  void add(httplib::Server &server);
};

class App {
public:
  using Setup = std::function<void(httplib::Server &, const std::string &)>;
  void configure(const Setup &setup) { setup(server_, ""); }
  void configureCurrent(const Setup &setup) { setup(server_, "/v4"); }

private:
  httplib::Server server_;
};

//--- controller.cpp
#include "controller.h"

void Controller::add(httplib::Server &server) {
  server.Get(path(), [this](const httplib::Request &request, httplib::Response &response) { // expect: scale-unversioned-route "/shelves"
    show(request, response);
  });
}

//--- shop.cpp
#include "controller.h"

class Shelves : public Controller {
public:
  std::string path() const override { return "/shelves"; }
};

class Boxes : public Controller {
public:
  std::string path() const override { return "/v1/boxes"; } // ok: v1
};

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

struct Bottle {
  static constexpr const char *path = "/bottles";
};
struct Crate {
  static constexpr const char *path = "/v2/crates";
};

template <class Resource> void addResource(httplib::Server &server) {
  server.Post(Resource::path, ok); // expect: scale-unversioned-route "/bottles"
}

template <class Resource> void addCurrent(httplib::Server &server) {
  server.Delete(std::string("/v3") + Resource::path, ok); // ok: v3 before each
}

void configure(App &app) {
  app.configure([](httplib::Server &server, const std::string &prefix) {
    server.Get(prefix + "/labels", ok); // expect: scale-unversioned-route "/labels"
  });
  app.configureCurrent([](httplib::Server &server, const std::string &prefix) {
    server.Get(prefix + "/labels", ok); // ok: v4
  });
}

struct Shelf {
  std::vector<Shelf> shelves;
};

void addTree(httplib::Server &server, const Shelf &shelf) {
  server.Get("/tree", ok); // expect: scale-unversioned-route "/tree"
  server.Get("/v1/tree", ok); // ok: v1
  for (const Shelf &inner : shelf.shelves)
    addTree(server, inner);
}

void addBelow(httplib::Server &server, const std::string &prefix, int depth) {
  server.Get(prefix + "/items", ok); // ok: reported where the path begins
  if (depth > 0)
    addBelow(server, prefix + "/sub", depth - 1);
}

void addBelowCurrent(httplib::Server &server, const std::string &prefix, int depth) {
  server.Get(prefix + "/items", ok); // ok: v1 at every depth
  if (depth > 0)
    addBelowCurrent(server, prefix + "/sub", depth - 1);
}

void start(httplib::Server &server, App &app, const Shelf &shelf) {
  Shelves().add(server);
  Boxes().add(server);
  addResource<Bottle>(server);
  addResource<Crate>(server);
  addCurrent<Bottle>(server);
  configure(app);
  addTree(server, shelf);
  addBelow(server, "/shop", 2); // expect: scale-unversioned-route "/shop/items"
  addBelowCurrent(server, "/v1/shop", 2);
}
