// shows: factory, in-constructor, in-base-class
// The handle is a member; a base class sets the deadline for all that derive from it.
//--- client.h
#pragma once
#include <curl/curl.h>
#include <string>

class BoundedClient {
public:
  BoundedClient();
  virtual ~BoundedClient();

protected:
  CURL *handle_;
};

class UnboundedClient {
public:
  UnboundedClient() : handle_(curl_easy_init()) {} // expect: scale-missing-timeout "timeout"
  ~UnboundedClient() { curl_easy_cleanup(handle_); }

protected:
  CURL *handle_;
};

//--- client.cpp
#include "client.h"

BoundedClient::BoundedClient() : handle_(curl_easy_init()) { // ok: set in the body
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT, 5L);
}
BoundedClient::~BoundedClient() { curl_easy_cleanup(handle_); }

//--- shop.cpp
#include "client.h"

class Stock : public BoundedClient {
public:
  void refresh() {
    curl_easy_setopt(handle_, CURLOPT_URL, "https://stock.example/v1/all");
    curl_easy_perform(handle_); // ok: the base class set it
  }
};

class Ratings : public UnboundedClient {
public:
  void refresh() {
    curl_easy_setopt(handle_, CURLOPT_URL, "https://ratings.example/v1/all");
    curl_easy_perform(handle_); // ok: reported at the creation
  }
};

class Offers {
public:
  Offers() : handle_(curl_easy_init()) {} // ok: set by the method that uses it
  void refresh() {
    curl_easy_setopt(handle_, CURLOPT_URL, "https://offers.example/v1/all");
    curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, 800L);
    curl_easy_perform(handle_);
  }

private:
  CURL *handle_;
};

void refreshAll(Stock &stock, Ratings &ratings, Offers &offers) {
  stock.refresh();
  ratings.refresh();
  offers.refresh();
}
