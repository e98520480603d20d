// Each operation with its own bound, and what they come to.
#include <curl/curl.h>
#include <httplib.h>
#include <string>

bool call(const std::string &url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 4L);
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}

bool wait(const std::string &url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}

void registerRoutes(httplib::Server &server) {
  server.Get("/v1/known", [](const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "HTTP request to 'https://c.example/x' (at most 4s); at most 12s in all"
    bool done = call("https://a.example/x") && call("https://b.example/x") && call("https://c.example/x");
    response.status = done ? 200 : 502;
  });
  server.Get("/v1/partly", [](const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "HTTP request to 'https://b.example/x' (no known bound), HTTP request to 'https://c.example/x' (at most 4s); no known bound in all"
    bool done = call("https://a.example/x") && wait("https://b.example/x") && call("https://c.example/x");
    response.status = done ? 200 : 502;
  });
  server.Get("/v1/never", [](const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "none has a known bound"
    bool done = wait("https://a.example/x") && wait("https://b.example/x") && wait("https://c.example/x");
    response.status = done ? 200 : 502;
  });
}
