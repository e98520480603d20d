// config: {roots: [dock::handleBook, dock::handleCancel, dock::handleCheck]}
// shows: exclusive-branches
// What a handler does comes after what had been waited for; a throw ends its arm.
#include <curl/curl.h>
#include <stdexcept>
#include <string>

namespace dock {
bool call(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK;
}

void must(CURL *handle, const std::string &url) {
  if (!call(handle, url))
    throw std::runtime_error(url);
}

bool handleBook(CURL *handle) { // expect: scale-sync-call-chain "3 remote operations"
  try {
    must(handle, "https://dock.example/reserve");
    must(handle, "https://crane.example/reserve");
  } catch (const std::exception &) {
    return call(handle, "https://dock.example/release");
  }
  return true;
}

bool handleCancel(CURL *handle, bool known) { // ok: two on each way
  if (!known) {
    must(handle, "https://dock.example/find");
    must(handle, "https://dock.example/drop");
    throw std::runtime_error("unknown");
  }
  must(handle, "https://dock.example/release");
  return call(handle, "https://crane.example/release");
}

bool handleCheck(CURL *handle) { // ok: the handler only logs
  try {
    must(handle, "https://dock.example/state");
    must(handle, "https://crane.example/state");
  } catch (const std::exception &) {
    return false;
  }
  return true;
}
} // namespace dock
