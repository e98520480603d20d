// The C++ REST SDK pack: a listener for orders that asks the stock service.
#include <cpprest/http_client.h>
#include <cpprest/http_listener.h>
#include <cpprest/json.h>
#include <cpprest/uri.h>
#include <cpprest/ws_client.h>
#include <pplx/pplxtasks.h>

#include <chrono>
#include <string>

using namespace web;
using namespace web::http;
using web::http::client::http_client;
using web::http::client::http_client_config;
using web::http::experimental::listener::http_listener;
using namespace web::websockets::client;

namespace {

json::value stockOf(http_client &stock, const std::string &sku) {
  http_response response = stock.request(methods::GET, "/v1/stock/" + sku).get(); // is: http.request "/v1/stock/{}"; receive-response; wait
  return response.extract_json().get(); // is: receive-response; wait
}

void otherRequests(http_client &stock) {
  stock.request(methods::GET);                                       // is: http.request
  http_request request(methods::POST);                               // is: nothing
  request.set_body("{}");                                            // is: nothing
  stock.request(request).wait();                                     // is: http.request; receive-response; wait
  stock.request(methods::POST, "/v1/orders", json::value::object()); // is: http.request "/v1/orders"
  auto pending = stock.request(methods::GET, "/v1/names");           // is: http.request "/v1/names"
  auto text = pending.then([](http_response response) { return response.extract_string(); }); // is: runs on-pool; receive-response
  text.then([](const std::string &) {});                             // is: runs on-pool
  http_response answer;
  answer.extract_vector();                                           // is: receive-response
  answer.status_code();                                              // is: nothing
}

bool given(const http_request &request) {
  http_headers headers = request.headers();              // is: nothing
  utility::string_t version;
  bool known = headers.match("Api-Version", version);    // is: request-header
  known &= headers.has("Api-Version");                   // is: request-header
  known &= headers.find("Accept") != headers.end();      // is: request-header
  return known && headers["Accept"] == "text/plain";     // is: request-header
}

http_client makeStockClient() {
  http_client_config config;                      // is: nothing
  config.set_timeout(std::chrono::seconds(5));    // is: sets read-timeout 5s
  config.set_validate_certificates(true);         // is: nothing
  return http_client("http://stock:8080", config); // is: session.open "http://stock:8080"; creates "cpprest HTTP client"
}

void feeds() {
  websocket_client feed;                             // is: nothing
  feed.connect("ws://feed/v1/prices").wait();        // is: session.open "ws://feed/v1/prices"; receive-response; wait
  websocket_outgoing_message message;
  message.set_utf8_message("{}");                    // is: nothing
  feed.send(message);                                // is: http.request
  feed.receive().then([](websocket_incoming_message) {}); // is: receive-response; runs on-pool
  websocket_callback_client pushed;
  pushed.set_message_handler([](const websocket_incoming_message &) {}); // is: runs on-pool
  pushed.connect("ws://feed/v1/news");               // is: session.open "ws://feed/v1/news"
  pushed.send(message);                              // is: http.request
  pplx::create_task([] { return 7; });               // is: runs on-pool
}

} // namespace

int main() {
  http_client stock = makeStockClient();
  otherRequests(stock);
  feeds();
  uri address("http://0.0.0.0:8080/v1/status"); // is: text "http://0.0.0.0:8080/v1/status"
  http_listener status(address);                // is: text "http://0.0.0.0:8080/v1/status"
  status.support([](http_request request) { request.reply(status_codes::OK); }); // is: route "/v1/status"
  http_listener orders("http://0.0.0.0:8080/v1/orders"); // is: text "http://0.0.0.0:8080/v1/orders"
  orders.support(methods::GET, [&](http_request request) { // is: route GET "/v1/orders"
    request.reply(status_codes::OK, stockOf(stock, "7"));  // is: nothing
  });
  orders.support(methods::POST, [](http_request request) { // is: route POST "/v1/orders"
    request.extract_json().then([](json::value) {});       // is: runs on-pool
    request.reply(status_codes::Accepted);
  });
  orders.open().wait(); // is: receive-response; wait
  orders.close();       // is: nothing
}
