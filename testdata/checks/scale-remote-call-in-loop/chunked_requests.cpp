// shows: chunks, paging, polling
// Chunks, pages and polling: many requests, none of them per element.
#include <chrono>
#include <curl/curl.h>
#include <string>
#include <thread>
#include <vector>

std::string post(CURL *handle, const std::string &url, const std::string &body) {
  std::string answer;
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer);
  curl_easy_perform(handle); // ok: reported at the loops
  return answer;
}

void indexInChunks(CURL *handle, const std::vector<std::string> &documents) {
  for (std::size_t from = 0; from < documents.size(); from += 200) {
    std::string body;
    for (std::size_t i = from; i < documents.size() && i < from + 200; ++i)
      body += documents[i] + "\n";
    post(handle, "https://search.example/_bulk", body); // ok: one request per chunk
  }
}

std::vector<std::string> allPages(CURL *handle) {
  std::vector<std::string> pages;
  std::string next = "https://search.example/v1/items";
  while (!next.empty()) {
    pages.push_back(post(handle, next, "")); // ok: each turn asks for the next page
    auto link = pages.back().find("next=");
    next = link == std::string::npos ? "" : pages.back().substr(link + 5);
  }
  return pages;
}

void awaitReady(CURL *handle) {
  while (post(handle, "https://search.example/_health", "") != "green") // ok: polling
    std::this_thread::sleep_for(std::chrono::seconds(1));
}

void indexEach(CURL *handle, const std::vector<std::string> &documents) {
  for (const auto &document : documents)
    post(handle, "https://search.example/_doc", document); // expect: scale-remote-call-in-loop "'documents'"
}
