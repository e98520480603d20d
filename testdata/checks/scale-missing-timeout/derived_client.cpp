// shows: in-constructor
// A class derived from the library's client: its constructor, its users and their factories speak of one object.
#include <chrono>
#include <httplib.h>
#include <memory>
#include <string>

class Inventory : public httplib::Client {
public:
  Inventory() : httplib::Client("inventory", 8080) { set_connection_timeout(2); } // ok: set in the constructor
  int items() {
    auto result = Get("/v1/items");
    return result ? result->status : 0;
  }
};

class Ratings : public httplib::Client {
public:
  explicit Ratings(const std::string &host) : httplib::Client(host) {} // expect: scale-missing-timeout "300 s by default"
  int stars() {
    auto result = Get("/v1/stars");
    return result ? result->status : 0;
  }
};

class Offers : public httplib::Client {
public:
  explicit Offers(const std::string &host) : httplib::Client(host) {} // ok: set by whoever makes one
  int all() {
    auto result = Get("/v1/offers");
    return result ? result->status : 0;
  }
};

int run() {
  Inventory inventory;
  Ratings ratings("http://ratings");
  auto offers = std::make_unique<Offers>("http://offers");
  offers->set_connection_timeout(std::chrono::milliseconds(500));
  return inventory.items() + ratings.stars() + offers->all();
}
