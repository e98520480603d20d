// The message names the request that waits; a handle made at start-up counts where a request uses it.
#include <curl/curl.h>
#include <httplib.h>
#include <string>

class Billing {
public:
  Billing() : handle_(curl_easy_init()) {} // expect: scale-missing-timeout "blocks 'GET /v1/invoices' for ever"
  bool load(const std::string &url) {
    curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
    return curl_easy_perform(handle_) == CURLE_OK;
  }

private:
  CURL *handle_;
};

void warmUp(const char *url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout (note) "blocks 'warmUp' for ever"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_perform(handle);
}

int main() {
  Billing billing;
  httplib::Client stock("http://stock"); // expect: scale-missing-timeout "blocks 'GET /v1/stock' for 300 s"
  httplib::Server server;
  warmUp("https://licence.example");
  server.Get("/v1/invoices", [&](const httplib::Request &, httplib::Response &response) {
    response.status = billing.load("https://billing.example/invoices") ? 200 : 502;
  });
  server.Get("/v1/stock", [&](const httplib::Request &, httplib::Response &response) {
    auto result = stock.Get("/items");
    response.status = result ? 200 : 502;
  });
  server.listen("0.0.0.0", 8080);
}
