// One function on several routes is one finding.
#include <curl/curl.h>
#include <httplib.h>

bool call(const char *url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url);
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}

class Pages {
public:
  explicit Pages(httplib::Server &server) {
    server.Get("/v1/start", [this](const auto &request, auto &response) { start(request, response); }); // expect: scale-sync-call-chain "/v1/start"
    server.Get("/v1/home", [this](const httplib::Request &request, httplib::Response &response) { start(request, response); }); // expect: scale-sync-call-chain "/v1/home"
    server.Get("/v1/news", news);
    server.Post("/v1/news", news);
  }

private:
  void start(const httplib::Request &, httplib::Response &response) { // ok: the roots are the lambdas
    bool done = call("https://news.example/top") && call("https://weather.example/now") && call("https://ads.example/next");
    response.status = done ? 200 : 502;
  }
  static void news(const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "/v1/news"
    bool done = call("https://news.example/top") && call("https://news.example/old") && call("https://news.example/new");
    response.status = done ? 200 : 502;
  }
};
