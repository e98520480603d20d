// config: {roots: [shop::handleStatus]}
// Where request roots are known, a start-up call without a deadline is only a note.
#include <curl/curl.h>

namespace shop {
CURLcode perform(CURL *handle, const char *url) {
  curl_easy_setopt(handle, CURLOPT_URL, url);
  CURLcode code = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return code;
}

int handleStatus() {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  return perform(handle, "https://payments.example/status");
}

int handleNothing() {
  CURL *handle = curl_easy_init(); // ok: bounded
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 3L);
  return perform(handle, "https://payments.example/nothing");
}
} // namespace shop

int main() {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout (note) "timeout"
  return shop::perform(handle, "https://licence.example/check") + shop::handleNothing();
}
