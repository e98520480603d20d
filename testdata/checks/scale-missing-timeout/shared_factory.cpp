// shows: other-file, factory, in-factory, by-parameter
// One factory, several callers: each gets an object of its own, and what one caller adds helps no other.
//--- http.h
#pragma once
#include <curl/curl.h>

CURL *open(const char *url);
CURL *openWithin(const char *url, long seconds);
void openInto(const char *url, CURL **handle);

//--- http.cpp
#include "http.h"

CURL *open(const char *url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "blocks 'weather'"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  return handle;
}

CURL *openWithin(const char *url, long seconds) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout of 120 s"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);
  return handle;
}

void openInto(const char *url, CURL **handle) {
  *handle = curl_easy_init(); // ok: its caller sets it
  curl_easy_setopt(*handle, CURLOPT_URL, url);
}

//--- clients.cpp
#include "http.h"

CURLcode news() {
  CURL *handle = open("https://news.example"); // ok: this caller sets it
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
  return curl_easy_perform(handle);
}

CURLcode weather() { return curl_easy_perform(open("https://weather.example")); } // ok: reported in the factory

CURLcode quotes() { return curl_easy_perform(openWithin("https://quotes.example", 5)); } // ok: 5 s

CURLcode archive() { return curl_easy_perform(openWithin("https://archive.example", 120)); } // ok: reported in the factory

CURLcode maps() {
  CURL *handle = nullptr;
  openInto("https://maps.example", &handle);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
  return curl_easy_perform(handle); // ok: set above
}
