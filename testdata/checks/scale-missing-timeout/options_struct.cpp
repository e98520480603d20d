// shows: in-options-struct, by-parameter
// The deadline travels in an options struct, as a parameter with a default, and under a condition.
#include <curl/curl.h>
#include <optional>
#include <string>

struct HttpOptions {
  std::string userAgent = "shop/1.0";
  long timeoutMs = 2000;
};

void get(const std::string &url, const HttpOptions &options) {
  CURL *handle = curl_easy_init(); // ok: the options carry one
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, options.userAgent.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, options.timeoutMs);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void getWithDefault(const std::string &url, long seconds = 10) {
  CURL *handle = curl_easy_init(); // ok: a parameter
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void getAgentOnly(const std::string &url, const HttpOptions &options) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, options.userAgent.c_str()); // the options' timeout is never read here
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void getMaybe(const std::string &url, std::optional<long> seconds) {
  CURL *handle = curl_easy_init(); // ok: set when the caller gives one, which is the caller's decision
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  if (seconds)
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, *seconds);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void all(const HttpOptions &options) {
  get("https://a.example", options);
  getWithDefault("https://b.example");
  getAgentOnly("https://c.example", options);
  getMaybe("https://d.example", 3);
}
