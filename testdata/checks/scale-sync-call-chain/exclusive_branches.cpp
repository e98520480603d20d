// config: {roots: [pay::handlePay, pay::handleRefund, pay::handleStatus, pay::handleCard]}
// shows: exclusive-branches
// The longest path counts, not all that is written.
#include <curl/curl.h>
#include <string>

namespace pay {
bool call(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK;
}

bool handlePay(CURL *handle, int method) { // ok: two on every path
  bool known = call(handle, "https://users.example/me");
  if (!known)
    return false;
  switch (method) {
  case 0:
    return call(handle, "https://card.example/pay");
  case 1:
    return call(handle, "https://bank.example/pay");
  default:
    return call(handle, "https://wallet.example/pay");
  }
}

bool handleRefund(CURL *handle, bool express) { // expect: scale-sync-call-chain "3"
  bool known = call(handle, "https://users.example/me");
  if (express) {
    known = call(handle, "https://risk.example/check");
    known = known && call(handle, "https://card.example/refund");
  } else {
    known = call(handle, "https://bank.example/refund");
  }
  return known;
}

bool handleStatus(CURL *handle, int mode) { // ok: early returns part the paths
  if (mode == 0)
    return call(handle, "https://card.example/status");
  if (mode == 1)
    return call(handle, "https://bank.example/status");
  return mode == 2 ? call(handle, "https://wallet.example/status") : call(handle, "https://cash.example/status");
}

bool handleCard(CURL *handle) { // expect: scale-sync-call-chain "3"
  if (!call(handle, "https://users.example/me"))
    return false;
  if (!call(handle, "https://limits.example/me"))
    return false;
  return call(handle, "https://card.example/issue");
}
} // namespace pay
