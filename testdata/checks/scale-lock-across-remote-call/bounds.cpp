// The message says how long the lock may be held, where the client's deadlines tell.
#include <curl/curl.h>
#include <mutex>

static std::mutex mutex;

void bounded() {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  {
    std::lock_guard guard(mutex);
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "is locked, for up to 10s;"
  }
  curl_easy_perform(handle); // ok: unlocked
  curl_easy_cleanup(handle);
}

void unbounded() {
  CURL *handle = curl_easy_init();
  {
    std::lock_guard guard(mutex);
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "is locked, with no timeout;"
  }
  curl_easy_perform(handle); // ok: unlocked
  curl_easy_cleanup(handle);
}

void unknown(CURL *handle) {
  {
    std::lock_guard guard(mutex);
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "is locked; copy"
  }
  curl_easy_perform(handle); // ok: unlocked
}
