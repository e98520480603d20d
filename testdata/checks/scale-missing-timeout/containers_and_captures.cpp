// shows: callback
// Handles kept in containers, captured by closures, given to threads and kept by globals are the same handles.
#include <curl/curl.h>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

class Pool {
public:
  void grow() {
    CURL *handle = curl_easy_init(); // ok: every handle of the pool is told when it is taken
    handles_.push_back(handle);
  }
  CURLcode load(const char *url) {
    CURL *handle = handles_.back();
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
    curl_easy_setopt(handle, CURLOPT_URL, url);
    return curl_easy_perform(handle);
  }

private:
  std::vector<CURL *> handles_;
};

class Hosts {
public:
  CURL *of(const std::string &host) {
    auto known = handles_.find(host);
    if (known != handles_.end())
      return known->second;
    CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
    handles_[host] = handle;
    return handle;
  }
  CURLcode load(const std::string &host) { return curl_easy_perform(of(host)); }

private:
  std::map<std::string, CURL *> handles_;
};

void loadAll(const std::vector<std::string> &urls) {
  std::vector<CURL *> handles;
  for (const std::string &url : urls) {
    handles.push_back(curl_easy_init()); // expect: scale-missing-timeout "total timeout"
    curl_easy_setopt(handles.back(), CURLOPT_URL, url.c_str());
  }
  for (CURL *handle : handles)
    curl_easy_perform(handle);
}

CURLcode deferred(const char *url) {
  CURL *handle = curl_easy_init(); // ok: the closure sets it
  auto prepare = [&] { curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L); };
  prepare();
  curl_easy_setopt(handle, CURLOPT_URL, url);
  return curl_easy_perform(handle);
}

void work(CURL *handle) { curl_easy_perform(handle); }

void onThread(const char *url) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "blocks 'work'"
  curl_easy_setopt(handle, CURLOPT_URL, url);
  std::thread(work, handle).join();
}

CURL *shared = curl_easy_init(); // ok: set at start-up

void configure() { curl_easy_setopt(shared, CURLOPT_TIMEOUT, 5L); }
void useShared() { curl_easy_perform(shared); }

struct Connection {
  CURL *handle = nullptr;
  std::string host;
};

void open(Connection &connection) { connection.handle = curl_easy_init(); } // ok: limited below

void limit(Connection *connection) { curl_easy_setopt(connection->handle, CURLOPT_TIMEOUT_MS, 800L); }

CURLcode ask() {
  auto connection = std::make_unique<Connection>();
  open(*connection);
  limit(connection.get());
  return curl_easy_perform(connection->handle);
}
