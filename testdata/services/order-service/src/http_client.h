// Outbound HTTP over libcurl: handles and the one function that uses them.
#pragma once

#include <curl/curl.h>
#include <memory>
#include <string>

namespace orders {

struct CurlCleanup {
  void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, CurlCleanup>;

// A handle that gives up after two seconds.
CurlHandle makeHandle();

// A handle with libcurl's defaults.
CurlHandle makePlainHandle();

// The text as a part of a URL.
std::string escaped(const std::string &text);

// The body of the answer; throws std::runtime_error when there is none, or the status is 400 or above.
std::string httpGet(CURL *handle, const std::string &url);

} // namespace orders
