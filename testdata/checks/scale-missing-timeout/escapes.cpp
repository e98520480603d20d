// shows: escapes
// A handle given to code that is not analysed may have been told there: only a note.
#include <curl/curl.h>
#include <string>

// Delivered as a library without sources.
void corporateDefaults(CURL *handle);
void describe(const std::string &url);

void report(const std::string &url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout (note) "timeout"
  corporateDefaults(handle);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void reportBounded(const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: set here, whatever happens elsewhere
  corporateDefaults(handle);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void reportPlain(const std::string &url) {
  describe(url);
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void queue(CURLM *multi, const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: a multi handle drives it and keeps its options
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 2500L);
  curl_multi_add_handle(multi, handle);
}
