// libcurl waits for ever unless told: CURLOPT_TIMEOUT covers all, CURLOPT_CONNECTTIMEOUT the connect only.
#include <curl/curl.h>
#include <string>

long fetch(const std::string &url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_perform(handle); // ok: reported at the creation
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(handle);
  return status;
}

void fetchBounded(const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: the total covers the connect too
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void fetchConnectOnly(const std::string &url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, 5L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

std::string escape(const std::string &text) {
  CURL *handle = curl_easy_init(); // ok: never talks to anybody
  char *escaped = curl_easy_escape(handle, text.c_str(), static_cast<int>(text.size()));
  std::string result = escaped;
  curl_free(escaped);
  curl_easy_cleanup(handle);
  return result;
}
