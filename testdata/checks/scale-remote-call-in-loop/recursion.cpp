// shows: recursion
// A request per node of a tree or of a chain.
#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

struct Page {
  std::string url;
  std::vector<Page> links;
  std::unique_ptr<Page> next;
};

bool load(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK; // ok: reported at the recursions
}

void crawl(CURL *handle, const Page &page) {
  load(handle, page.url); // ok: the loop is the place
  for (const auto &link : page.links)
    crawl(handle, link); // expect: scale-remote-call-in-loop "'page.links'"
}

void follow(CURL *handle, const Page &page) {
  load(handle, page.url); // expect: scale-remote-call-in-loop
  if (page.next)
    follow(handle, *page.next); // ok: no loop here, the operation is the place
}

std::size_t count(const Page &page) {
  std::size_t pages = 1;
  for (const auto &link : page.links)
    pages += count(link); // ok: asks nobody
  return pages;
}

bool redirected(CURL *handle, const std::string &url, bool again = true) {
  bool done = load(handle, url); // ok: at most twice
  return done || (again && redirected(handle, url + "/", false)); // ok: the second call cannot go on
}
