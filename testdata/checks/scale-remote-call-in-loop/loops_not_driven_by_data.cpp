// shows: constant-trips, worker, loop-invariant, cache-hit
// Loops of calls that are not one call per datum, or that a cache or a batch answers for.
#include <atomic>
#include <condition_variable>
#include <hiredis/hiredis.h>
#include <mutex>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

std::string get(redisContext *cache, const std::string &key) {
  auto *reply = static_cast<redisReply *>(redisCommand(cache, "GET %s", key.c_str())); // ok: reported at the loops
  std::string value = reply && reply->str ? reply->str : "";
  freeReplyObject(reply);
  return value;
}

class Names {
public:
  explicit Names(redisContext *cache) : cache_(cache) {}

  void shards() {
    for (int shard = 0; shard < 4; ++shard)
      get(cache_, "shard:" + std::to_string(shard)); // ok: constant trip count
  }

  void work() {
    while (!stop_) {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return stop_ || !jobs_.empty(); });
      if (stop_)
        return;
      std::string job = jobs_.front();
      jobs_.pop();
      lock.unlock();
      get(cache_, job); // ok: a worker loop, one thing a turn
    }
  }

  std::size_t invariant(const std::vector<std::string> &lines, const std::string &key) {
    std::size_t length = 0;
    for (const auto &line : lines)
      length += line.size() + get(cache_, key).size(); // ok: it asks the same every turn
    return length;
  }

  std::vector<std::string> cached(const std::vector<std::string> &keys) {
    std::vector<std::string> found;
    for (const auto &key : keys) {
      auto it = known_.find(key); // ok: a map in the process
      if (it == known_.end())
        it = known_.emplace(key, get(cache_, key)).first; // expect: scale-remote-call-in-loop (note) "'keys'"
      found.push_back(it->second);
    }
    return found;
  }

  std::vector<std::string> asked(const std::vector<std::string> &keys) {
    std::vector<std::string> found;
    for (const auto &key : keys)
      found.push_back(get(cache_, key)); // expect: scale-remote-call-in-loop "'keys'"
    return found;
  }

  // What a command says that comes as an array of words is not known.
  void byShard(const std::vector<std::vector<std::string>> &shards) {
    for (const auto &keys : shards) {
      std::vector<const char *> arguments{"MGET"};
      for (const auto &key : keys)
        arguments.push_back(key.c_str());
      freeReplyObject(redisCommandArgv(cache_, static_cast<int>(arguments.size()), arguments.data(), nullptr)); // false alarm: scale-remote-call-in-loop
    }
  }

private:
  redisContext *cache_;
  std::unordered_map<std::string, std::string> known_;
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::queue<std::string> jobs_;
};
