// A path of which a part is only known at run time may have a version; one without any fixed segment names nothing.
#include <cstdlib>
#include <httplib.h>
#include <string>
#include <utility>
#include <vector>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

class Api {
public:
  Api(httplib::Server &server, const char *base) : server_(server), base_(base) {}
  void add() {
    server_.Get(base_ + "/cars", ok); // ok: the base is configured
    server_.Get("/api/" + base_ + "/cars", ok); // ok: the base is configured
  }

private:
  httplib::Server &server_;
  std::string base_;
};

void addRoutes(httplib::Server &server, const std::vector<std::pair<std::string, httplib::Server::Handler>> &routes) {
  Api(server, std::getenv("BASE")).add();
  for (const auto &[path, handler] : routes)
    server.Get(path, handler); // ok: not known
  server.Get("/", ok); // ok: the entry page
  server.Options(R"(/.*)", ok); // ok: every path
  server.Get(R"(/([^/]+))", ok); // ok: every name
  server.Get(R"(/([^/]+)/wheels)", ok); // expect: scale-unversioned-route "/wheels"
}
