// config: {roots: [feed::handleFeed]}
// On the request path a warning; a nightly job outside of it is a note.
#include <curl/curl.h>
#include <string>
#include <vector>

namespace feed {
bool warm(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK;
}

int handleFeed(CURL *handle, const std::vector<std::string> &sources) {
  int reached = 0;
  for (const auto &source : sources)
    reached += warm(handle, source); // expect: scale-remote-call-in-loop "'sources'"
  return reached;
}

void nightly(CURL *handle, const std::vector<std::string> &archive) {
  for (const auto &url : archive)
    warm(handle, url); // expect: scale-remote-call-in-loop (note) "'archive'"
}

void nightlyOnce(CURL *handle, const std::vector<std::string> &archive) {
  std::size_t longest = 0;
  for (const auto &url : archive)
    longest = url.size() > longest ? url.size() : longest; // ok: no call
  if (longest)
    warm(handle, archive.front()); // ok: once
}
} // namespace feed
