// config: {roots: [blog::handlePublish, blog::handleDelete]}
// What a pool, a detached thread or a queue does is not what the request waits for.
#include <curl/curl.h>
#include <functional>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

namespace blog {
void post(const std::string &url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 5L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

class Tasks {
public:
  void push(std::function<void()> task) {
    std::lock_guard lock(mutex_);
    tasks_.push(std::move(task));
  }
  void runOne() {
    std::unique_lock lock(mutex_);
    if (tasks_.empty())
      return;
    auto task = std::move(tasks_.front());
    tasks_.pop();
    lock.unlock();
    task();
  }

private:
  std::mutex mutex_;
  std::queue<std::function<void()>> tasks_;
};

void handlePublish(Tasks &tasks, const std::string &id) { // ok: one here, the others later
  post("https://search.example/index/" + id);
  tasks.push([id] { post("https://mail.example/followers/" + id); });
  tasks.push([id] { post("https://cdn.example/warm/" + id); });
  std::thread([id] { post("https://ping.example/" + id); }).detach();
}

void handleDelete(const std::string &id) { // expect: scale-sync-call-chain "3"
  auto purge = [&id](const std::string &host) { post("https://" + host + ".example/purge/" + id); };
  purge("search");
  purge("cdn");
  purge("mail");
}
} // namespace blog
