// The cpp-httplib pack against httplib.h 0.11.4, and the few declarations that differ in 0.53 in a second unit.
//--- shop.cpp
#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <chrono>
#include <memory>
#include <string>

using namespace std::chrono_literals;

namespace {

bool keepGoing(uint64_t, uint64_t) { return true; }

std::string stockOf(httplib::Client &stock, const std::string &sku) {
  auto answer = stock.Get("/v1/stock/" + sku); // is: http.request "/v1/stock/{}"
  return answer ? answer->body : std::string();
}

void everyMethod(httplib::Client &client, const httplib::Headers &headers) {
  client.Get("/v1/report", [](const char *, size_t) { return true; }); // is: http.request "/v1/report"; runs once
  client.Get("/v1/list", httplib::Params{{"page", "1"}}, headers, keepGoing); // is: http.request "/v1/list"; runs once
  client.Head("/v1/report");                                           // is: http.request "/v1/report"
  client.Post("/v1/orders", "{}", "application/json");                 // is: http.request "/v1/orders"
  client.Put("/v1/orders/7", "{}", "application/json");                // is: http.request "/v1/orders/7"
  client.Patch("/v1/orders/7", "{}", "application/json");              // is: http.request "/v1/orders/7"
  client.Delete("/v1/orders/7");                                       // is: http.request "/v1/orders/7"
  client.Options("/v1/orders");                                        // is: http.request "/v1/orders"
  httplib::Request request;                                            // is: nothing
  request.method = "GET";
  request.path = "/v1/raw";
  auto answer = client.send(request);                                  // is: http.request
  client.stop();                                                       // is: nothing
  client.is_socket_open();                                             // is: nothing
}

void everyTlsMethod(httplib::SSLClient &client) {
  client.Get("/v1/orders/7");                                          // is: http.request "/v1/orders/7"
  client.Get("/v1/report", [](const char *, size_t) { return true; }); // is: http.request "/v1/report"; runs once
  client.Head("/v1/report");                                           // is: http.request "/v1/report"
  client.Post("/v1/orders", "{}", "application/json");                 // is: http.request "/v1/orders"
  client.Put("/v1/orders/7", "{}", "application/json");                // is: http.request "/v1/orders/7"
  client.Patch("/v1/orders/7", "{}", "application/json");              // is: http.request "/v1/orders/7"
  client.Delete("/v1/orders/7");                                       // is: http.request "/v1/orders/7"
  client.Options("/v1/orders");                                        // is: http.request "/v1/orders"
  httplib::Request request;
  request.path = "/v1/raw";
  client.send(request);                                                // is: http.request
}

size_t given(const httplib::Request &request) {
  std::string version = request.get_header_value("Api-Version"); // is: request-header
  std::string page = request.get_param_value("page");            // is: request-parameter
  bool known = request.has_header("Api-Version");                // is: request-header
  known &= request.has_param("page");                            // is: request-parameter
  size_t count = request.get_header_value_count("Accept");       // is: request-header
  return count + request.get_param_value_count("tag") + known + version.size() + page.size(); // is: request-parameter
}

void configure() {
  httplib::Client plain("http://stock:8080"); // is: session.open "http://stock:8080"; creates "cpp-httplib client"
  plain.set_connection_timeout(2);         // is: sets connect-timeout 2s
  plain.set_connection_timeout(0, 300000); // is: sets connect-timeout 300ms
  plain.set_connection_timeout(3s);        // is: sets connect-timeout 3s
  plain.set_read_timeout(5, 0);            // is: sets read-timeout 5s
  plain.set_read_timeout(0, 500000);       // is: sets read-timeout 500ms
  plain.set_read_timeout(1500ms);          // is: sets read-timeout 1500ms
  plain.set_write_timeout(0, 0);           // is: sets write-timeout 0s
  plain.set_write_timeout(0, 250000);      // is: sets write-timeout 250ms
  plain.set_write_timeout(4s);             // is: sets write-timeout 4s
  plain.set_keep_alive(true);              // is: nothing
  plain.set_follow_location(true);         // is: nothing

  httplib::SSLClient tls("pay.example", 443); // is: session.open "pay.example"; creates "cpp-httplib client"
  tls.set_connection_timeout(2);           // is: sets connect-timeout 2s
  tls.set_connection_timeout(0, 300000);   // is: sets connect-timeout 300ms
  tls.set_connection_timeout(3s);          // is: sets connect-timeout 3s
  tls.set_read_timeout(5);                 // is: sets read-timeout 5s
  tls.set_read_timeout(0, 500000);         // is: sets read-timeout 500ms
  tls.set_read_timeout(1500ms);            // is: sets read-timeout 1500ms
  tls.set_write_timeout(6);                // is: sets write-timeout 6s
  tls.set_write_timeout(0, 250000);        // is: sets write-timeout 250ms
  tls.set_write_timeout(4s);               // is: sets write-timeout 4s

// As the library itself does it when it is sent elsewhere.
struct Redirected : httplib::ClientImpl {
  explicit Redirected(const httplib::ClientImpl &from) : ClientImpl("next") { // is: session.open "next"; creates "cpp-httplib client"
    copy_settings(from); // is: sets connect-timeout; sets read-timeout; sets write-timeout
  }
};


  httplib::ClientImpl direct("stock", 8080); // is: session.open "stock"; creates "cpp-httplib client"
  everyMethod(plain, {});
  everyTlsMethod(tls);
  direct.set_tcp_nodelay(true);            // is: nothing
}

} // namespace

int main() {
  configure();
  httplib::Client stock("stock", 8080);
  httplib::Server server; // is: creates "cpp-httplib server"
  server.set_payload_max_length(1024 * 1024); // is: sets body-limit
  server.set_read_timeout(5, 0);              // is: nothing
  server.set_keep_alive_max_count(100);       // is: nothing
  server.new_task_queue = [] { return new httplib::ThreadPool(16); }; // is: nothing
  server.set_mount_point("/static", "./www"); // is: nothing
  server.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) { // is: root
    if (request.has_header("Authorization")) // is: request-header
      return httplib::Server::HandlerResponse::Unhandled;
    response.status = 401;
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_post_routing_handler([](const httplib::Request &, httplib::Response &response) { // is: root
    response.set_header("X-Service", "shop");
  });
  server.Get(R"(/v1/stock/(\w+))", [&](const httplib::Request &request, httplib::Response &response) { // is: route GET "/v1/stock/(\w+)"
    response.set_content(stockOf(stock, request.matches[1]), "text/plain"); // is: nothing
  });
  server.Get("/v1/orders", [](const httplib::Request &request, httplib::Response &response) { // is: route GET "/v1/orders"
    if (request.get_header_value_count("X-Tenant") == 1)                       // is: request-header
      response.set_header("X-Tenant", request.get_header_value("X-Tenant"));   // is: request-header
    if (request.has_param("page") && request.get_param_value_count("page") == 1) // is: request-parameter
      response.set_content(request.get_param_value("page"), "text/plain");     // is: request-parameter
    response.get_header_value("X-Tenant");                                     // is: nothing
  });
  server.Post("/v1/orders", [](const httplib::Request &, httplib::Response &) {}); // is: route POST "/v1/orders"
  server.Post("/v1/upload", [](const httplib::Request &, httplib::Response &, // is: route POST "/v1/upload"
                               const httplib::ContentReader &read) {
    read([](const char *, size_t) { return true; });
  });
  server.Put("/v1/orders/1", [](const httplib::Request &, httplib::Response &) {});   // is: route PUT "/v1/orders/1"
  server.Patch("/v1/orders/1", [](const httplib::Request &, httplib::Response &) {}); // is: route PATCH "/v1/orders/1"
  server.Delete("/v1/orders/1", [](const httplib::Request &, httplib::Response &) {}); // is: route DELETE "/v1/orders/1"
  server.Options("/v1/orders", [](const httplib::Request &, httplib::Response &) {}); // is: route OPTIONS "/v1/orders"
  server.set_error_handler([](const httplib::Request &, httplib::Response &) {});     // is: nothing
  httplib::SSLServer tls("cert.pem", "key.pem");                                      // is: creates "cpp-httplib server"
  return server.listen("0.0.0.0", 8080) ? 0 : 1;                                      // is: nothing
}

//--- newer_header.cpp
// What the newer header adds, declared alone: a total timeout, web sockets, and with them other defaults.
#include <chrono>
#include <ctime>
#include <functional>
#include <string>

namespace httplib {
struct Request {};
struct Response {};
struct Result {};
namespace ws {
class WebSocket {};
} // namespace ws
class ClientImpl {
public:
  explicit ClientImpl(const std::string &host, int port);
  virtual ~ClientImpl();
  Result Get(const std::string &path);
  void set_max_timeout(time_t msec);
  template <class Rep, class Period> void set_max_timeout(const std::chrono::duration<Rep, Period> &duration);
};
class Client {
public:
  explicit Client(const std::string &scheme_host_port);
  ~Client();
  Result Get(const std::string &path);
  void set_max_timeout(time_t msec);
  template <class Rep, class Period> void set_max_timeout(const std::chrono::duration<Rep, Period> &duration);
};
class SSLClient : public ClientImpl {
public:
  explicit SSLClient(const std::string &host, int port);
};
class Server {
public:
  Server();
  virtual ~Server();
  Server &WebSocket(const std::string &pattern, std::function<void(const Request &, ws::WebSocket &)> handler);
};
} // namespace httplib

void newerDefaults() {
  httplib::Client plain("http://stock:8080"); // is: session.open "http://stock:8080"; creates "cpp-httplib client (0.19 and later)"
  plain.set_max_timeout(2000);                // is: sets total-timeout 2s
  plain.set_max_timeout(std::chrono::seconds(3)); // is: sets total-timeout 3s
  plain.Get("/v1/stock");                     // is: http.request "/v1/stock"
  httplib::SSLClient tls("pay.example", 443); // is: session.open "pay.example"; creates "cpp-httplib client (0.19 and later)"
  tls.set_max_timeout(2000);                  // is: sets total-timeout 2s
  tls.set_max_timeout(std::chrono::seconds(3)); // is: sets total-timeout 3s
  httplib::Server server;                     // is: nothing
  server.WebSocket("/v1/feed", [](const httplib::Request &, httplib::ws::WebSocket &) {}); // is: route GET "/v1/feed"
}
