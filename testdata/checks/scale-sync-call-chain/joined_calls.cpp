// config: {roots: [trip::handleQuote, trip::handleSlowQuote, trip::handleDeferred]}
// shows: std-async
// Calls that run side by side and are joined wait for the slowest only.
#include <curl/curl.h>
#include <future>
#include <string>

namespace trip {
long quote(const std::string &provider) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, ("https://" + provider + ".example/v1/quote").c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 3L);
  long status = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return status;
}

long handleQuote() { // ok: three at once
  auto train = std::async(std::launch::async, quote, "train");
  auto plane = std::async(std::launch::async, [] { return quote("plane"); });
  auto bus = std::async(std::launch::async, [] { return quote("bus"); });
  return train.get() + plane.get() + bus.get();
}

long handleSlowQuote() { // expect: scale-sync-call-chain "3"
  long train = quote("train");
  long plane = quote("plane");
  long bus = quote("bus");
  return train + plane + bus;
}

long handleDeferred() { // expect: scale-sync-call-chain "3"
  auto train = std::async(std::launch::deferred, quote, "train");
  auto plane = std::async(std::launch::deferred, quote, "plane");
  auto bus = std::async(std::launch::deferred, quote, "bus");
  return train.get() + plane.get() + bus.get();
}
} // namespace trip
