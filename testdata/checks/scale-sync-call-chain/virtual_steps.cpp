// config: {roots: [claims::handleClaim, claims::handlePreview]}
// shows: virtual
// Behind an interface the costliest override counts.
#include <curl/curl.h>
#include <string>

namespace claims {
bool call(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK;
}

class Check {
public:
  virtual ~Check() = default;
  virtual bool passes(CURL *handle) = 0;
};

class AmountCheck : public Check {
public:
  bool passes(CURL *) override { return true; }
};

class FraudCheck : public Check {
public:
  bool passes(CURL *handle) override {
    return call(handle, "https://fraud.example/score") && call(handle, "https://fraud.example/lists");
  }
};

class Layout {
public:
  virtual ~Layout() = default;
  virtual std::string render(const std::string &text) { return text; }
};

class Letter : public Layout {
public:
  std::string render(const std::string &text) override { return "Dear " + text; }
};

bool handleClaim(CURL *handle, Check &check) { // expect: scale-sync-call-chain "3"
  return check.passes(handle) && call(handle, "https://ledger.example/book");
}

std::string handlePreview(CURL *handle, AmountCheck &amount, Layout &layout) { // ok: one, the rest only computes
  bool fine = amount.AmountCheck::passes(handle) && call(handle, "https://ledger.example/peek");
  return layout.render(fine ? "yes" : "no");
}
} // namespace claims
