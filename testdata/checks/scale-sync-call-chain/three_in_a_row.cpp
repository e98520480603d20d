// config: {roots: [shop::handleCheckout, shop::handleBasket, shop::handleStock]}
// shows: other-file
// Three services asked one after the other, two of them through helpers of another unit.
//--- services.h
#pragma once
#include <curl/curl.h>
#include <string>

namespace shop {
bool get(CURL *handle, const std::string &url);
bool reserve(CURL *handle, const std::string &sku);
bool charge(CURL *handle, const std::string &card);
std::string label(const std::string &sku);
} // namespace shop

//--- services.cpp
#include "services.h"

namespace shop {
bool get(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK; // ok: reported at the roots
}
bool reserve(CURL *handle, const std::string &sku) { return get(handle, "https://stock.example/reserve/" + sku); }
bool charge(CURL *handle, const std::string &card) { return get(handle, "https://pay.example/charge/" + card); }
std::string label(const std::string &sku) { return "#" + sku; }
} // namespace shop

//--- handlers.cpp
#include "services.h"

namespace shop {
bool handleCheckout(CURL *handle, const std::string &sku, const std::string &card) { // expect: scale-sync-call-chain "3"
  bool reserved = reserve(handle, sku);
  bool charged = charge(handle, card);
  return reserved && charged && get(handle, "https://mail.example/confirm/" + sku);
}

bool handleBasket(CURL *handle, const std::string &sku) { // ok: two, and a helper that only computes
  bool reserved = reserve(handle, sku);
  return reserved && get(handle, "https://price.example/" + label(sku));
}

bool handleStock(CURL *handle) { // expect: scale-sync-call-chain "3"
  bool all = reserve(handle, "apple");
  all &= reserve(handle, "pear");
  all &= reserve(handle, "plum");
  return all;
}

bool nightly(CURL *handle) { // ok: no request waits for it
  return reserve(handle, "a") && reserve(handle, "b") && reserve(handle, "c");
}
} // namespace shop
