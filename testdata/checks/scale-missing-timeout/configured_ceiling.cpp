// config: {timeouts: {ceiling: 5s}}
// A project may demand more: here 5 s are the most that a request may wait.
#include <curl/curl.h>
#include <hiredis/hiredis.h>

void slow(const char *url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "timeout"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void quick(const char *url) {
  CURL *handle = curl_easy_init(); // ok: at the ceiling
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void ping() {
  redisContext *cache = redisConnectWithTimeout("cache", 6379, {1, 0}); // ok: both are below
  redisSetTimeout(cache, {0, 250000});
  freeReplyObject(redisCommand(cache, "PING"));
  redisFree(cache);
}

void pingSlowly() {
  redisContext *cache = redisConnectWithTimeout("cache", 6379, {1, 0}); // expect: scale-missing-timeout "timeout"
  redisSetTimeout(cache, {8, 0});
  freeReplyObject(redisCommand(cache, "PING"));
  redisFree(cache);
}
