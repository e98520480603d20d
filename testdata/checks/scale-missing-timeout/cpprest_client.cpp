// shows: in-options-struct
// cpprest's default is 30 s, which is at the ceiling; a larger one comes in through the configuration object.
#include <chrono>
#include <cpprest/http_client.h>

using web::http::client::http_client;
using web::http::client::http_client_config;

int status(http_client &client) { return client.request(web::http::methods::GET, "/v1/status").get().status_code(); }

int withDefault() {
  http_client client("http://status"); // ok: 30 s by default
  return status(client);
}

int shorter() {
  http_client_config config;
  config.set_timeout(std::chrono::seconds(5));
  http_client client("http://status", config); // ok: 5 s
  return status(client);
}

int patient() {
  http_client_config config;
  config.set_timeout(std::chrono::minutes(2));
  http_client client("http://status", config); // expect: scale-missing-timeout "timeout"
  return status(client);
}
