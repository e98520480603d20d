// shows: virtual, callback, recursion
// Behind an interface, in a function that is handed over, and below a recursion.
#include <curl/curl.h>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

struct Notifier {
  virtual ~Notifier() = default;
  virtual void notify() = 0;
};

struct HttpNotifier : Notifier {
  CURL *handle = nullptr;
  void notify() override { curl_easy_perform(handle); }
};

struct Queue {
  std::mutex mutex;
  std::vector<int> items;

  void add(int item, Notifier &notifier) {
    std::lock_guard guard(mutex);
    items.push_back(item); // ok: in memory
    notifier.notify();     // expect: scale-lock-across-remote-call "'mutex' is locked"
  }

  void withLock(const std::function<void()> &work) {
    std::lock_guard guard(mutex);
    work(); // ok: what it runs is told where it is written
  }
};

void flush(Queue &queue, CURL *handle) {
  queue.withLock([&] {
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
  });
  queue.withLock([&] { queue.items.clear(); }); // ok: in memory
}

void onThread(Queue &queue, CURL *handle) {
  std::lock_guard guard(queue.mutex);
  std::thread sender([handle] { curl_easy_perform(handle); }); // ok: runs elsewhere, without the lock
  sender.detach();
}

struct Node {
  std::vector<Node> children;
};

void visit(const Node &node, CURL *handle) {
  for (const auto &child : node.children)
    visit(child, handle);
  curl_easy_perform(handle); // ok: the lock is the caller's
}

void visitAll(Queue &queue, const Node &root, CURL *handle) {
  std::lock_guard guard(queue.mutex);
  visit(root, handle); // expect: scale-lock-across-remote-call "'queue.mutex' is locked"
}
