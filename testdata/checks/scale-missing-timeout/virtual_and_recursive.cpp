// shows: virtual, recursion, callback, in-wrapper
// What makes, sets or uses the handle is behind an interface, in a callback, or calls itself.
#include <curl/curl.h>
#include <functional>
#include <string>

class Handles {
public:
  virtual ~Handles() = default;
  virtual CURL *make() = 0;
};

class BoundedHandles : public Handles {
public:
  CURL *make() override {
    CURL *handle = curl_easy_init(); // ok: set before it leaves the factory
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
    return handle;
  }
};

class BareHandles : public Handles {
public:
  CURL *make() override { return curl_easy_init(); } // expect: scale-missing-timeout "total timeout"
};

CURLcode load(Handles &handles, const std::string &url) {
  CURL *handle = handles.make(); // ok: reported in the one that sets nothing
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  CURLcode code = curl_easy_perform(handle);
  curl_easy_cleanup(handle);
  return code;
}

class Policy {
public:
  virtual ~Policy() = default;
  virtual void limit(CURL *handle) = 0;
  virtual void name(CURL *handle) = 0;
};

class Usual : public Policy {
public:
  void limit(CURL *handle) override { curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L); }
  void name(CURL *handle) override { curl_easy_setopt(handle, CURLOPT_USERAGENT, "usual"); }
};

CURLcode limited(Policy &policy) {
  CURL *handle = curl_easy_init(); // ok: the policy sets it
  policy.limit(handle);
  return curl_easy_perform(handle);
}

CURLcode onlyNamed(Policy &policy) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  policy.name(handle);
  return curl_easy_perform(handle);
}

CURLcode prepared(const std::function<void(CURL *)> &prepare) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  prepare(handle);
  return curl_easy_perform(handle);
}

CURLcode preparedWell(const std::function<void(CURL *)> &prepare) {
  CURL *handle = curl_easy_init(); // ok: the callback sets it
  prepare(handle);
  return curl_easy_perform(handle);
}

CURLcode follow(CURL *handle, const std::string &url, int redirects) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  CURLcode code = curl_easy_perform(handle);
  return code == CURLE_OK || redirects == 0 ? code : follow(handle, url + "/", redirects - 1);
}

void limitThrough(CURL *handle, int layers) {
  if (layers > 0)
    return limitThrough(handle, layers - 1);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
}

CURLcode followBare(const std::string &url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  return follow(handle, url, 3);
}

CURLcode followBounded(const std::string &url) {
  CURL *handle = curl_easy_init(); // ok: set at the end of the recursion
  limitThrough(handle, 2);
  return follow(handle, url, 3);
}

CURLcode all(Policy &policy, const std::string &url) {
  BoundedHandles bounded;
  BareHandles bare;
  load(bounded, url);
  load(bare, url);
  prepared([](CURL *handle) { curl_easy_setopt(handle, CURLOPT_USERAGENT, "all"); });
  preparedWell([](CURL *handle) { curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L); });
  limited(policy);
  onlyNamed(policy);
  followBare(url);
  return followBounded(url);
}
