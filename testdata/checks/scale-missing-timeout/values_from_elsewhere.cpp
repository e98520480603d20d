// shows: by-parameter
// A value that a place out of sight may write is not known, and counts; one that is written once is known.
#include <curl/curl.h>
#include <string>

// Delivered as a library without sources.
void readNumber(const std::string &name, long *into);

struct Limits {
  long fetchSeconds = 0;
  long exportSeconds = 0;
};

Limits read() {
  Limits limits;
  readNumber("fetch-seconds", &limits.fetchSeconds);
  return limits;
}

CURLcode fetch(const Limits &limits) {
  CURL *handle = curl_easy_init(); // ok: the configuration gives it
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, limits.fetchSeconds);
  return curl_easy_perform(handle);
}

class Exporter {
public:
  explicit Exporter(long seconds) : seconds_(seconds) {}
  CURLcode run() {
    CURL *handle = curl_easy_init(); // ok: whoever makes the exporter gives it
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds_);
    return curl_easy_perform(handle);
  }
  CURLcode probe() {
    CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout of 90 s"
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, probeSeconds_);
    return curl_easy_perform(handle);
  }

private:
  long seconds_;
  const long probeSeconds_ = 90;
};

CURLcode all(long seconds) {
  Limits limits = read();
  Exporter exporter(seconds);
  exporter.probe();
  fetch(limits);
  return exporter.run();
}

CURLcode fromOutParameter(const char *url) {
  long seconds = 0;
  readNumber("seconds", &seconds);
  CURL *handle = curl_easy_init(); // ok: written by the call
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);
  return curl_easy_perform(handle);
}

CURLcode growing(const char *url, int attempts) {
  long seconds = 0;
  for (int attempt = 0; attempt < attempts; ++attempt)
    seconds += 2;
  CURL *handle = curl_easy_init(); // ok: what the loop left is not known
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);
  return curl_easy_perform(handle);
}

CURLcode eitherLong(const char *url, bool slow) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout of 60 s"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, slow ? 600L : 60L);
  return curl_easy_perform(handle);
}
