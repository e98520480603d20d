// shows: moved, factory
// The lock goes where its guard goes.
#include <curl/curl.h>
#include <mutex>
#include <utility>

class Registry {
public:
  std::unique_lock<std::mutex> lock() { return std::unique_lock<std::mutex>(mutex_); }
  std::unique_lock<std::mutex> lockNamed() {
    std::unique_lock<std::mutex> made(mutex_);
    ++uses_;
    return made;
  }

private:
  std::mutex mutex_;
  int uses_ = 0;
};

void elsewhere(std::unique_lock<std::mutex> lock);
void mayUnlock(std::unique_lock<std::mutex> &lock);
void consume(std::unique_lock<std::mutex> lock) {}

void fromFactory(Registry &registry, CURL *handle) {
  auto lock = registry.lock();
  curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex_' is locked"
}

void fromNamedFactory(Registry &registry, CURL *handle) {
  {
    auto lock = registry.lockNamed();
  }
  curl_easy_perform(handle); // ok: the guard has died
}

void movedOn(std::mutex &mutex, CURL *handle) {
  std::unique_lock<std::mutex> outer;
  {
    std::unique_lock<std::mutex> inner(mutex);
    outer = std::move(inner);
  }
  curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
}

void movedIn(std::mutex &mutex, CURL *handle) {
  std::unique_lock<std::mutex> outer(mutex);
  {
    std::unique_lock<std::mutex> inner(std::move(outer));
  }
  curl_easy_perform(handle); // ok: the guard that it moved to has died
}

void movedAway(std::mutex &mutex, CURL *handle) {
  std::unique_lock<std::mutex> lock(mutex);
  elsewhere(std::move(lock));
  curl_easy_perform(handle); // ok: nobody knows who holds it
}

void consumed(std::mutex &mutex, CURL *handle) {
  std::unique_lock<std::mutex> lock(mutex);
  consume(std::move(lock));
  curl_easy_perform(handle); // ok: it died in there
}

void given(std::mutex &mutex, CURL *handle) {
  std::unique_lock<std::mutex> lock(mutex);
  mayUnlock(lock);
  curl_easy_perform(handle); // ok: nobody knows whether it is locked
}

void empty(CURL *handle) {
  std::unique_lock<std::mutex> lock;
  curl_easy_perform(handle); // ok: a guard of nothing
}
