// pkg-config: libpq
// shows: guards-connection
// A lock that is there for one connection alone is a note; one that guards more is not.
#include <libpq-fe.h>
#include <map>
#include <mutex>
#include <string>

class Journal {
public:
  explicit Journal(PGconn *connection) : connection_(connection) {}
  void write() {
    std::lock_guard guard(mutex_);
    PQclear(PQexec(connection_, "INSERT INTO journal (at) VALUES (now())")); // expect: scale-lock-across-remote-call (note) "guards that connection alone"
  }
  void clear() {
    std::lock_guard guard(mutex_);
    clearNow(); // expect: scale-lock-across-remote-call (note) "guards that connection alone"
  }

private:
  void clearNow() { PQclear(PQexec(connection_, "DELETE FROM journal")); } // ok: under the caller's lock
  std::mutex mutex_;
  PGconn *connection_;
};

class Cache {
public:
  std::string get(const std::string &key) {
    std::lock_guard guard(mutex_);
    auto it = known_.find(key);
    if (it != known_.end())
      return it->second;
    PGresult *rows = PQexec(connection_, "SELECT value FROM pairs WHERE key = 1"); // expect: scale-lock-across-remote-call "query on 'pairs' runs while 'mutex_' is locked"
    std::string value = PQgetvalue(rows, 0, 0);
    PQclear(rows);
    return known_[key] = value;
  }
  size_t size() {
    std::lock_guard guard(mutex_);
    return known_.size(); // ok: in memory, but it waits for whoever asks the database
  }

private:
  std::mutex mutex_;
  std::map<std::string, std::string> known_;
  PGconn *connection_ = nullptr;
};

class Open {
public:
  void locked() {
    std::lock_guard guard(mutex_);
    PQclear(PQexec(connection_, "DELETE FROM open")); // expect: scale-lock-across-remote-call "'mutex_' is locked"
  }
  void unlocked() { PQclear(PQexec(connection_, "DELETE FROM open")); } // ok: no lock, but the connection is shared

private:
  std::mutex mutex_;
  PGconn *connection_ = nullptr;
};
