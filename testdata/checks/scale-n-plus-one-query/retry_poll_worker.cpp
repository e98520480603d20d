// shows: retry, polling, worker
// Loops that repeat or wait, and the same bodies over data.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <pqxx/pqxx>
#include <queue>
#include <thread>
#include <vector>

struct Payments {
  pqxx::connection &connection;
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::condition_variable arrived;
  std::queue<int> jobs;

  std::string state(int id) {
    pqxx::read_transaction tx(connection);
    return tx.exec_params1("SELECT state FROM payments WHERE id = $1", id)[0].as<std::string>();
  }

  std::string stateWithRetry(int id, int attempts) {
    for (int attempt = 0; attempt < attempts; ++attempt) {
      try {
        return state(id); // ok: a retry loop leaves on success
      } catch (const pqxx::broken_connection &) {
        connection.activate();
      }
    }
    return "unknown";
  }

  void awaitSettled(int id) {
    while (state(id) != "settled") // ok: polls one row until it is ready
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }

  void work() {
    while (!stop) {
      std::unique_lock lock(mutex);
      arrived.wait(lock, [&] { return stop || !jobs.empty(); });
      if (stop)
        return;
      int id = jobs.front();
      jobs.pop();
      lock.unlock();
      state(id); // ok: a worker loop serves what comes, one thing a turn
    }
  }

  void drain(std::vector<int> due) {
    while (!due.empty()) {
      state(due.back()); // expect: scale-n-plus-one-query "'payments'"
      due.pop_back();
    }
  }
};
