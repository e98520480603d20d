// Each object is its own: one is told, the other is not, though both are called `handle` somewhere.
#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

void copy(const std::string &from, const std::string &to) {
  Handle source(curl_easy_init(), curl_easy_cleanup); // ok: set through get()
  Handle target(curl_easy_init(), curl_easy_cleanup); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(source.get(), CURLOPT_URL, from.c_str());
  curl_easy_setopt(source.get(), CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(target.get(), CURLOPT_URL, to.c_str());
  curl_easy_setopt(target.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_perform(source.get());
  curl_easy_perform(target.get());
}

void alias(const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: set through another name of the same object
  CURL *same = handle;
  curl_easy_setopt(same, CURLOPT_URL, url.c_str());
  curl_easy_setopt(same, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void duplicate(const std::string &url) {
  CURL *prototype = curl_easy_init(); // ok: set below
  curl_easy_setopt(prototype, CURLOPT_TIMEOUT, 10L);
  CURL *handle = curl_easy_duphandle(prototype); // ok: a duplicate keeps the options
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  curl_easy_cleanup(prototype);
}
