// Routes written as regular expressions.
#include <httplib.h>

class Routes {
public:
  explicit Routes(httplib::Server &server) : server_(server) {
    server_.Get(R"(/v1/users/(\d+))", [this](const auto &request, auto &response) { show(request, response); }); // ok: v1
    server_.Get(R"(/users/(\d+))", [this](const auto &request, auto &response) { show(request, response); }); // expect: scale-unversioned-route "/users/"
    server_.Delete(R"(/users/(\d+)/avatar)", [this](const auto &request, auto &response) { // expect: scale-unversioned-route "/users/"
      show(request, response);
    });
    server_.Get(R"(/v(\d+)/orders)", [this](const auto &request, auto &response) { show(request, response); }); // ok: any version
  }

private:
  void show(const httplib::Request &request, httplib::Response &response) {
    response.set_content(request.matches[1].str(), "text/plain");
  }
  httplib::Server &server_;
};

void start(httplib::Server &server) { Routes routes(server); }
