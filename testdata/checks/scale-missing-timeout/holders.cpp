// What keeps a handle does not change what is set on it: optional, array, tuple, map, custom deleter, callback.
#include <array>
#include <curl/curl.h>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

struct Closer {
  void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
using Owner = std::unique_ptr<CURL, Closer>;

CURLcode ownedAndMoved(const char *url) {
  Owner owner(curl_easy_init()); // expect: scale-missing-timeout "total timeout"
  Owner other = std::move(owner);
  curl_easy_setopt(other.get(), CURLOPT_URL, url);
  return curl_easy_perform(other.get());
}

CURLcode resetLater(const char *url) {
  Owner owner;
  owner.reset(curl_easy_init()); // expect: scale-missing-timeout "total timeout"
  curl_easy_setopt(owner.get(), CURLOPT_URL, url);
  return curl_easy_perform(owner.get());
}

CURLcode resetAndSet(const char *url) {
  Owner owner;
  owner.reset(curl_easy_init()); // ok: set below
  curl_easy_setopt(owner.get(), CURLOPT_TIMEOUT, 5L);
  curl_easy_setopt(owner.get(), CURLOPT_URL, url);
  return curl_easy_perform(owner.get());
}

class Lazy {
public:
  int stars() {
    if (!client_)
      client_.emplace("http://ratings"); // missed: scale-missing-timeout what emplace makes is an argument of the class, not of the call
    auto result = client_->Get("/v1/stars");
    return result ? result->status : 0;
  }

private:
  std::optional<httplib::Client> client_;
};

CURLcode inArray() {
  std::array<CURL *, 2> handles{curl_easy_init(), nullptr}; // expect: scale-missing-timeout "total timeout"
  return curl_easy_perform(handles[0]);
}

CURLcode inTuple() {
  auto both = std::make_tuple(curl_easy_init(), 3); // expect: scale-missing-timeout "total timeout"
  return curl_easy_perform(std::get<0>(both));
}

class Routes {
public:
  void add(const std::string &host) { clients_.emplace(host, std::make_shared<httplib::Client>(host)); } // expect: scale-missing-timeout "connect timeout"
  int ask(const std::string &host) {
    auto result = clients_.at(host)->Get("/v1/items");
    return result ? result->status : 0;
  }

private:
  std::map<std::string, std::shared_ptr<httplib::Client>> clients_;
};

CURLcode run(const std::function<CURLcode(CURL *)> &work) {
  CURL *handle = curl_easy_init(); // ok: the work that it is given to sets it
  return work(handle);
}

CURLcode runBounded() {
  return run([](CURL *handle) {
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
    return curl_easy_perform(handle);
  });
}

CURLcode runAny(const std::function<CURLcode(CURL *)> &work) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout (note) "total timeout"
  curl_easy_perform(handle);
  return work(handle); // nobody sees what the work is
}
