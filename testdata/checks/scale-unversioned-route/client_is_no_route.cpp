// config: {roots: [ops::handleTick]}
// The client's Get has the server's name but registers nothing; a configured root has no path.
#include <httplib.h>
#include <map>
#include <string>

namespace ops {
class Server {
public:
  void Get(const std::string &path, int status) { canned_[path] = status; }

private:
  std::map<std::string, int> canned_;
};

int handleTick(httplib::Client &client) { // ok: a root of the configuration has no route
  auto users = client.Get("/users"); // ok: a request, no route
  auto sent = client.Post("/events", "{}", "application/json"); // ok: a request, no route
  return users && sent ? users->status : 0;
}

void fake(Server &server) {
  server.Get("/users", 200); // ok: a class of the project that only bears the name
}

void real(httplib::Server &server) {
  server.Get("/users", [](const httplib::Request &, httplib::Response &response) { // expect: scale-unversioned-route "/users"
    response.status = 200;
  });
}
} // namespace ops
