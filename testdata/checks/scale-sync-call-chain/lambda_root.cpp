// A lambda on a route is named by the call that registers it.
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

void account(const httplib::Request &request, httplib::Response &response) { // expect: scale-sync-call-chain "/v1/account"
  bool done = call("https://users.example/" + request.body);
  done &= call("https://orders.example/" + request.body);
  done &= call("https://points.example/" + request.body);
  response.status = done ? 200 : 502;
}

void registerRoutes(httplib::Server &server) {
  server.Get("/v1/home", [](const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "/v1/home"
    bool done = call("https://news.example/top");
    done &= call("https://weather.example/now");
    done &= call("https://ads.example/next");
    response.status = done ? 200 : 502;
  });
  server.Get("/v1/news", [](const httplib::Request &, httplib::Response &response) { // ok: one
    response.status = call("https://news.example/top") ? 200 : 502;
  });
  server.Get("/v1/account", account); // ok: a named function is named by its definition
}
