// A stalled transfer ends by CURLOPT_LOW_SPEED_*: that is a read aspect, the connect needs its own.
#include <curl/curl.h>
#include <cstdio>

void download(const char *url, FILE *file) {
  CURL *handle = curl_easy_init(); // ok: connect and stalled reads are both bounded
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, file);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1024L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, 20L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void downloadBlindly(const char *url, FILE *file) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, file);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
  curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}
