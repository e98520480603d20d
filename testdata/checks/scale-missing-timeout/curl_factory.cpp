// shows: other-file, factory, in-factory, in-wrapper
// Two factories in another unit: one sets the deadline, the other leaves it to nobody.
//--- http.h
#pragma once
#include <curl/curl.h>
#include <string>

CURL *makeHandle(const std::string &url);
CURL *makeBareHandle(const std::string &url);
void limit(CURL *handle, long seconds);

//--- http.cpp
#include "http.h"

CURL *makeHandle(const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: set in this factory
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  limit(handle, 5);
  return handle;
}

CURL *makeBareHandle(const std::string &url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return handle;
}

void limit(CURL *handle, long seconds) { curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds); }

//--- weather.cpp
#include "http.h"

CURLcode forecast(const std::string &city) {
  CURL *handle = makeHandle("https://weather.example/" + city); // ok: the factory sets it
  CURLcode code = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return code;
}

CURLcode history(const std::string &city) {
  CURL *handle = makeBareHandle("https://weather.example/history/" + city); // ok: reported in the factory
  CURLcode code = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return code;
}

CURLcode alerts() {
  CURL *handle = curl_easy_init(); // ok: the helper of the other unit sets it
  limit(handle, 8);
  curl_easy_setopt(handle, CURLOPT_URL, "https://weather.example/alerts");
  CURLcode code = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return code;
}
