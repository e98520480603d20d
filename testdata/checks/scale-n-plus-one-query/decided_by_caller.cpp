// Constants that a caller passes decide what a callee does: a task that is only queued runs nowhere here.
#include <pqxx/pqxx>
#include <functional>
#include <queue>
#include <string>
#include <vector>

class WorkQueue {
public:
  void put(std::function<void()> task, bool now = false) {
    if (idle_ && now) {
      task();
      return;
    }
    tasks_.push(std::move(task));
  }

private:
  bool idle_ = false;
  std::queue<std::function<void()>> tasks_;
};

enum class Depth { Shallow, Full };

class Orders {
public:
  Orders(pqxx::work &tx, WorkQueue &queue) : tx_(tx), queue_(queue) {}

  void queued(const std::vector<int> &ids) {
    for (int id : ids)
      queue_.put([this, id] { load(id); }); // ok: `now` is false, the task is only queued
  }

  void atOnce(const std::vector<int> &ids) {
    for (int id : ids)
      queue_.put([this, id] { load(id); }, true); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

  void shallow(const std::vector<int> &ids) {
    for (int id : ids)
      show(id, Depth::Shallow); // ok: returns before the query
  }

  void full(const std::vector<int> &ids) {
    for (int id : ids)
      show(id, Depth::Full); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

  void whatever(const std::vector<int> &ids, Depth depth) {
    for (int id : ids)
      show(id, depth); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

  void either(const std::vector<int> &ids) {
    for (int id : ids)
      quiet(id, true) || quiet(id, false); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

private:
  void load(int id) { tx_.exec1("SELECT total FROM orders WHERE id = " + std::to_string(id)); }

  void show(int id, Depth depth) {
    if (depth != Depth::Full)
      return;
    load(id);
  }

  bool quiet(int id, bool known) {
    if (known || tx_.exec("SELECT total FROM orders WHERE id = " + std::to_string(id)).empty())
      return true;
    return false;
  }

  pqxx::work &tx_;
  WorkQueue &queue_;
};
