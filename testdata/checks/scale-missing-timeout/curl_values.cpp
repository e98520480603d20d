// The value counts: 0 and more than the ceiling of 30 s are no deadline, exactly 30 s is one.
#include <chrono>
#include <curl/curl.h>

using namespace std::chrono_literals;
constexpr long kReportSeconds = 5 * 60;
constexpr std::chrono::milliseconds kSearchDeadline = 1500ms;

void perform(CURL *handle) {
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void never() {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 0L);
  perform(handle);
}

void fiveMinutes() {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, kReportSeconds);
  perform(handle);
}

void ceiling() {
  CURL *handle = curl_easy_init(); // ok: 30 s is not above the ceiling
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 30L);
  perform(handle);
}

void inMilliseconds() {
  CURL *handle = curl_easy_init(); // ok: 20,000 ms are 20 s
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 20000L);
  perform(handle);
}

void fromChrono() {
  CURL *handle = curl_easy_init(); // ok: a constant duration below the ceiling
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(kSearchDeadline.count()));
  perform(handle);
}

void justAbove() {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 30001L);
  perform(handle);
}

void raised(bool slow) {
  CURL *handle = curl_easy_init(); // ok: both branches set one
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, slow ? 20L : 5L);
  perform(handle);
}
