// shows: in-process-queue, retry, fixed-walk
// In-process queues, retries, failover and workers: none of them writes once per element of some data.
#include <array>
#include <deque>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Mail {
  std::string to;
};

class Outbox {
public:
  void publish(Mail mail) {
    std::lock_guard lock(mutex_);
    mails_.push_back(std::move(mail));
  }
  bool next(Mail &mail) {
    std::lock_guard lock(mutex_);
    if (mails_.empty())
      return false;
    mail = std::move(mails_.front());
    mails_.pop_front();
    return true;
  }

private:
  std::mutex mutex_;
  std::deque<Mail> mails_;
};

void enqueue(Outbox &outbox, const std::vector<std::string> &recipients) {
  for (const auto &recipient : recipients)
    outbox.publish({recipient}); // ok: a queue in the process
}

bool writeWithRetry(pqxx::connection &connection, const Mail &mail, int attempts) {
  while (attempts-- > 0) {
    try {
      pqxx::work tx(connection);
      tx.exec_params0("INSERT INTO mails (receiver) VALUES ($1)", mail.to); // ok: a retry
      tx.commit();
      return true;
    } catch (const pqxx::serialization_failure &) {
    }
  }
  return false;
}

void writeToFirst(std::array<pqxx::connection *, 2> replicas, const Mail &mail) {
  for (auto *replica : replicas) {
    pqxx::work tx(*replica);
    tx.exec_params0("INSERT INTO mails (receiver) VALUES ($1)", mail.to); // ok: two replicas, fixed
    tx.commit();
  }
}

void writeAll(pqxx::connection &connection, const std::vector<Mail> &mails) {
  for (const auto &mail : mails)
    writeWithRetry(connection, mail, 3); // expect: scale-write-in-loop "'mails'"
}
