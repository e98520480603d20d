#include "http_client.h"

#include <stdexcept>

namespace orders {

namespace {

std::size_t append(char *data, std::size_t size, std::size_t count, void *body) {
  static_cast<std::string *>(body)->append(data, size * count);
  return size * count;
}

void setCommonOptions(CURL *handle) {
  if (!handle)
    throw std::runtime_error("libcurl: out of memory");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "orders/1.4");
}

} // namespace

CurlHandle makeHandle() {
  CurlHandle handle(curl_easy_init()); // ok: both timeouts below
  setCommonOptions(handle.get());
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, 500L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, 2L);
  return handle;
}

CurlHandle makePlainHandle() {
  CurlHandle handle(curl_easy_init()); // expect: scale-missing-timeout "timeout"
  setCommonOptions(handle.get());
  return handle;
}

std::string escaped(const std::string &text) {
  const std::unique_ptr<char, decltype(&curl_free)> encoded(
      curl_easy_escape(nullptr, text.c_str(), static_cast<int>(text.size())), curl_free);
  return encoded ? encoded.get() : "";
}

std::string httpGet(CURL *handle, const std::string &url) {
  std::string body;
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  const CURLcode code = curl_easy_perform(handle);
  if (code != CURLE_OK)
    throw std::runtime_error(url + ": " + curl_easy_strerror(code));
  return body;
}

} // namespace orders
