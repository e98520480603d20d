// shows: in-factory
// cpp-httplib reads and writes within 5 s by default, but waits 300 s for a connection.
#include <chrono>
#include <httplib.h>
#include <memory>
#include <string>

using namespace std::chrono_literals;

int bare() {
  httplib::Client client("inventory", 8080); // expect: scale-missing-timeout "timeout"
  auto result = client.Get("/v1/items");
  return result ? result->status : 0;
}

int bounded() {
  httplib::Client client("inventory", 8080); // ok: the connect is bounded, reading by the default
  client.set_connection_timeout(2);
  auto result = client.Get("/v1/items");
  return result ? result->status : 0;
}

int chrono() {
  httplib::Client client("http://inventory:8080"); // ok: all below the ceiling
  client.set_connection_timeout(500ms);
  client.set_read_timeout(10s);
  auto result = client.Get("/v1/items");
  return result ? result->status : 0;
}

int patientReads() {
  httplib::Client client("http://reports:8080"); // expect: scale-missing-timeout "timeout"
  client.set_connection_timeout(0, 300000);
  client.set_read_timeout(std::chrono::minutes(10));
  auto result = client.Post("/v1/reports", "{}", "application/json");
  return result ? result->status : 0;
}

std::shared_ptr<httplib::Client> makeClient(const std::string &host) {
  auto client = std::make_shared<httplib::Client>(host); // ok: set before it leaves the factory
  client->set_connection_timeout(1s);
  return client;
}

int through(const std::string &host) {
  auto result = makeClient(host)->Get("/v1/items"); // ok: the factory set it
  return result ? result->status : 0;
}
