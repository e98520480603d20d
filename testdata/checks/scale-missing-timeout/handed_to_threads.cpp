// shows: callback, by-parameter
// The handle is an argument that a thread, a task or a bound call hands on to whoever sets or uses it.
#include <curl/curl.h>
#include <functional>
#include <future>
#include <thread>

CURLcode perform(CURL *handle, long seconds) {
  if (seconds > 0)
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds);
  return curl_easy_perform(handle);
}

CURLcode plain(int, CURL *handle) { return curl_easy_perform(handle); }
void limit(long seconds, CURL *handle) { curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds); }

class Runner {
public:
  void run(CURL *handle) { curl_easy_perform(handle); }
};

void asTasks(Runner &runner) {
  CURL *bounded = curl_easy_init(); // ok: five seconds
  auto first = std::async(std::launch::async, perform, bounded, 5L);
  CURL *bare = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  auto second = std::async(plain, 1, bare);
  CURL *patient = curl_easy_init(); // expect: scale-missing-timeout "total timeout of 90 s"
  auto third = std::async(perform, patient, 90L);
  CURL *member = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  std::thread(&Runner::run, &runner, member).join();
}

CURLcode bound() {
  CURL *bounded = curl_easy_init(); // ok: the bound call sets it
  auto fiveSeconds = std::bind_front(limit, 5L);
  fiveSeconds(bounded);
  curl_easy_perform(bounded);
  CURL *held = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  auto run = std::bind_front(plain, 1, held);
  return run();
}
