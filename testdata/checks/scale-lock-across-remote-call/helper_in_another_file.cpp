// pkg-config: libpq
// shows: other-file
// The operation is calls away, in another unit; a helper that lets go of the lock while it waits is seen too.
//--- store.h
#pragma once
#include <libpq-fe.h>
#include <mutex>
#include <string>

class Store {
public:
  explicit Store(PGconn *connection) : connection_(connection) {}
  int count(const std::string &table);
  void patient(std::unique_lock<std::mutex> &lock);

private:
  PGconn *connection_;
};

//--- store.cpp
#include "store.h"

static int ask(PGconn *connection) {
  PGresult *rows = PQexec(connection, "SELECT count(*) FROM orders"); // ok: the lock is the caller's
  int count = PQntuples(rows);
  PQclear(rows);
  return count;
}

int Store::count(const std::string &table) { return table.empty() ? 0 : ask(connection_); } // ok: the caller's

void Store::patient(std::unique_lock<std::mutex> &lock) {
  lock.unlock();
  ask(connection_); // ok: let go of
  lock.lock();
}

//--- main.cpp
#include "store.h"

static std::mutex statistics;
static int orders = 0;

void update(Store &store) {
  std::lock_guard guard(statistics);
  orders = store.count("orders"); // expect: scale-lock-across-remote-call "query on 'orders' runs while 'statistics' is locked"
}

void patient(Store &store) {
  std::unique_lock lock(statistics);
  store.patient(lock); // ok: it unlocks while it waits
}

void patientThenNot(Store &store) {
  std::unique_lock lock(statistics);
  store.patient(lock); // ok: it unlocks while it waits
  orders = store.count("orders"); // expect: scale-lock-across-remote-call "'statistics' is locked"
}
