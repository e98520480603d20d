// config: {roots: [post::handleSend, post::handleTrack, post::handleReturn, post::handleLabel, post::handleWeigh]}
// shows: exclusive-branches
// Branches of two statements exclude each other when their conditions do.
#include <curl/curl.h>
#include <string>

namespace post {
bool call(CURL *handle, const char *url) {
  curl_easy_setopt(handle, CURLOPT_URL, url);
  return curl_easy_perform(handle) == CURLE_OK;
}

struct Parcel {
  bool isFragile() const { return fragile; }
  bool fragile = false;
  int kind = 0;
};

void handleSend(CURL *handle, bool express) { // ok: two, or one and another
  if (express)
    call(handle, "https://courier.example/pick-up");
  call(handle, "https://ledger.example/book");
  if (!express)
    call(handle, "https://truck.example/pick-up");
}

void handleTrack(CURL *handle, const std::string &carrier) { // ok: a carrier is one of them
  if (carrier == "north")
    call(handle, "https://north.example/track");
  if (carrier == "south")
    call(handle, "https://south.example/track");
  if (carrier == "east")
    call(handle, "https://east.example/track");
}

void handleReturn(CURL *handle, const Parcel &parcel) { // ok: the parcel stays as it is
  if (parcel.isFragile() && parcel.kind == 1) {
    call(handle, "https://crate.example/order");
    call(handle, "https://crate.example/confirm");
  }
  if (!parcel.isFragile())
    call(handle, "https://bag.example/order");
}

void handleLabel(CURL *handle, bool express) { // expect: scale-sync-call-chain "3 remote operations"
  if (express)
    call(handle, "https://print.example/red");
  express = call(handle, "https://print.example/ready");
  if (!express)
    call(handle, "https://print.example/again");
}

void handleWeigh(CURL *handle, bool heavy) { // expect: scale-sync-call-chain "4 remote operations"
  if (heavy)
    call(handle, "https://crane.example/order");
  if (!heavy) {
    call(handle, "https://scale.example/open");
    call(handle, "https://scale.example/read");
    call(handle, "https://scale.example/close");
  }
  call(handle, "https://ledger.example/book");
}
} // namespace post
