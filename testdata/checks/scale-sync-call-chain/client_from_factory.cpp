// config: {roots: [tour::handleBook, tour::handlePeek, tour::handleGuide]}
// shows: other-file, factory
// The bound of each operation is set where its client is made: in a factory of another unit, in a base class.
//--- http.h
#pragma once
#include <curl/curl.h>
#include <string>

namespace tour {
CURL *makeHandle(const std::string &url);

class Bounded {
public:
  Bounded();
  ~Bounded();

protected:
  CURL *handle_;
};
} // namespace tour

//--- http.cpp
#include "http.h"

namespace tour {
CURL *makeHandle(const std::string &url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 4L);
  return handle;
}

Bounded::Bounded() : handle_(curl_easy_init()) { curl_easy_setopt(handle_, CURLOPT_TIMEOUT, 2L); }
Bounded::~Bounded() { curl_easy_cleanup(handle_); }
} // namespace tour

//--- tours.cpp
#include "http.h"

namespace tour {
bool get(const std::string &url) {
  CURL *handle = makeHandle(url);
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}

class Guides : public Bounded {
public:
  bool ask(const char *url) {
    curl_easy_setopt(handle_, CURLOPT_URL, url);
    return curl_easy_perform(handle_) == CURLE_OK;
  }
};

bool handleBook() { // expect: scale-sync-call-chain "at most 12s in all"
  bool done = get("https://rooms.example/v1");
  done &= get("https://trains.example/v1");
  return done & get("https://mail.example/v1");
}

bool handlePeek() { // ok: two
  return get("https://rooms.example/v1") && get("https://trains.example/v1");
}

bool handleGuide(Guides &guides) { // expect: scale-sync-call-chain "at most 6s in all"
  bool done = guides.ask("https://guides.example/free");
  done &= guides.ask("https://guides.example/rated");
  return done & guides.ask("https://guides.example/book");
}
} // namespace tour
