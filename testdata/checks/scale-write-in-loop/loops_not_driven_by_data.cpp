// pkg-config: libpq
// shows: polling, event-loop, worker, paging, first-turn, small-limit
// Loops that write and whose turns no data counts, beside one whose turns it does.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <libpq-fe.h>
#include <mutex>
#include <poll.h>
#include <pqxx/pqxx>
#include <queue>
#include <string>
#include <thread>
#include <vector>

struct Lease {
  pqxx::connection &connection;
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::condition_variable arrived;
  std::queue<std::string> jobs;

  bool mark(const std::string &name) {
    pqxx::work tx(connection);
    auto rows = tx.exec_params("UPDATE leases SET seen = now() WHERE name = $1 AND free", name);
    tx.commit();
    return rows.affected_rows() > 0;
  }

  void acquire(const std::string &name) {
    while (!mark(name)) // ok: polls until the lease is free
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }

  void heartbeat() {
    while (!stop) {
      mark("self"); // ok: a worker loop
      std::this_thread::sleep_for(std::chrono::seconds(5));
    }
  }

  void work() {
    while (!stop) {
      std::unique_lock lock(mutex);
      arrived.wait(lock, [&] { return stop || !jobs.empty(); });
      if (stop)
        return;
      std::string name = jobs.front();
      jobs.pop();
      lock.unlock();
      mark(name); // ok: a worker loop, one thing a turn
    }
  }

  void onEvents(int descriptor) {
    pollfd watched{descriptor, POLLIN, 0};
    while (poll(&watched, 1, -1) > 0)
      mark("event"); // ok: one event a turn
  }

  void firstFree(const std::vector<std::string> &names) {
    for (const auto &name : names) {
      if (name.empty())
        continue;
      mark(name); // ok: the walk ends behind it
      break;
    }
  }

  void all(const std::vector<std::string> &names) {
    for (const auto &name : names)
      mark(name); // expect: scale-write-in-loop "'names'"
  }
};

void moveByPages(pqxx::work &tx) {
  long last = 0;
  while (true) {
    auto page = tx.exec_params("SELECT max(id) FROM (SELECT id FROM inbox WHERE id > $1 ORDER BY id LIMIT 500) page", last);
    if (page[0][0].is_null())
      break;
    long next = page[0][0].as<long>();
    tx.exec_params0("INSERT INTO archive SELECT * FROM inbox WHERE id > $1 AND id <= $2", last, next); // ok: a page a turn
    last = next;
  }
}

void topThree(pqxx::work &tx) {
  for (const auto &row : tx.exec("SELECT id FROM scores ORDER BY points DESC LIMIT 3"))
    tx.exec_params0("UPDATE players SET medal = true WHERE id = $1", row[0].as<long>()); // ok: three at the most
}
