// shows: template, in-wrapper
// A generic RAII wrapper: the deadline is a policy, the creation is in the template.
#include <curl/curl.h>
#include <functional>
#include <string>
#include <utility>

struct Patient {
  static void apply(CURL *) {}
};
struct Prompt {
  static void apply(CURL *handle) { curl_easy_setopt(handle, CURLOPT_TIMEOUT, 2L); }
};

template <class Policy> class Request {
public:
  explicit Request(const std::string &url) {
    Policy::apply(handle_);
    curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
  }
  ~Request() { curl_easy_cleanup(handle_); }
  CURLcode send() { return curl_easy_perform(handle_); }

private:
  CURL *handle_ = curl_easy_init(); // ok: the one policy in use sets it
};

class Configurable {
public:
  using Setup = std::function<void(CURL *)>;
  explicit Configurable(const Setup &setup) : handle_(curl_easy_init()) { setup(handle_); } // ok: the callback sets it
  CURLcode send() { return curl_easy_perform(handle_); }

private:
  CURL *handle_;
};

template <class T> CURLcode sendAll(const T &urls) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  CURLcode code = CURLE_OK;
  for (const auto *url : urls) {
    curl_easy_setopt(handle, CURLOPT_URL, url);
    code = curl_easy_perform(handle);
  }
  curl_easy_cleanup(handle);
  return code;
}

CURLcode both(const std::string &url) {
  Configurable configurable([](CURL *handle) { curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 900L); });
  const char *urls[] = {"https://a.example", "https://b.example"};
  sendAll(urls);
  return configurable.send() ? Request<Prompt>(url).send() : CURLE_OK;
}
