// shows: joined-after
// Calls started in the loop and joined after it overlap; one joined in the same turn does not.
#include <curl/curl.h>
#include <future>
#include <string>
#include <vector>

long quote(const std::string &carrier) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, ("https://" + carrier + ".example/v1/quote").c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
  curl_easy_perform(handle);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(handle);
  return status;
}

long overlapping(const std::vector<std::string> &carriers) {
  std::vector<std::future<long>> quotes;
  for (const auto &carrier : carriers)
    quotes.push_back(std::async(std::launch::async, quote, carrier)); // ok: joined after the loop
  long best = 0;
  for (auto &pending : quotes)
    best = std::max(best, pending.get()); // ok: waits for what already runs
  return best;
}

long overlappingLambda(const std::vector<std::string> &carriers) {
  std::vector<std::future<long>> quotes;
  for (const auto &carrier : carriers)
    quotes.push_back(std::async(std::launch::async, [carrier] { return quote(carrier); })); // ok: joined after the loop
  long best = 0;
  for (auto &pending : quotes)
    best = std::max(best, pending.get()); // ok: waits for what already runs
  return best;
}

long oneByOne(const std::vector<std::string> &carriers) {
  long best = 0;
  for (const auto &carrier : carriers)
    best = std::max(best, quote(carrier)); // expect: scale-remote-call-in-loop "'carriers'"
  return best;
}

long deferred(const std::vector<std::string> &carriers) {
  long best = 0;
  for (const auto &carrier : carriers)
    best = std::max(best, quote(carrier + "-express")); // expect: scale-remote-call-in-loop "'carriers'"
  return best + static_cast<long>(std::async(std::launch::deferred, quote, "post").get()); // ok: once
}
