// shows: other-file
// A request of the program to one of its own routes: what that waits for is said too.
//--- client.h
#pragma once
#include <string>
bool ask(const std::string &url);

//--- client.cpp
#include "client.h"
#include <curl/curl.h>

bool ask(const std::string &url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 4L);
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}

//--- users.cpp
#include "client.h"
#include <httplib.h>

void addUsers(httplib::Server &server) {
  server.Get(R"(/v1/users/(\d+))", [](const httplib::Request &, httplib::Response &response) { // ok: two
    bool done = ask("https://login.example/v1/known") && ask("https://images.example/v1/face");
    response.status = done ? 200 : 502;
  });
}

//--- orders.cpp
#include "client.h"
#include <httplib.h>

void addOrders(httplib::Server &server) {
  server.Get("/v1/orders", [](const httplib::Request &request, httplib::Response &response) { // expect: scale-sync-call-chain "'GET /v1/users/(\d+)' of this program is 2 deep"
    bool done = ask("http://users.internal:8080/v1/users/" + request.get_param_value("user"));
    done &= ask("https://stock.example/v1/items");
    done &= ask("https://price.example/v1/items");
    response.status = done ? 200 : 502;
  });
  server.Get("/v1/parcels", [](const httplib::Request &, httplib::Response &response) { // expect: scale-sync-call-chain "1 and 2 need"
    bool done = ask("https://stock.example/v1/users");
    done &= ask("https://stock.example/v1/users/7/items");
    done &= ask("https://stock.example/v1/found/" + std::to_string(done));
    response.status = done ? 200 : 502;
  });
}
