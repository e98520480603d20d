// pkg-config: libpq
// shows: callback, bounded
// The text is an argument that std::thread, std::async, pthread_create or std::bind_front hands on to a function.
#include <functional>
#include <future>
#include <libpq-fe.h>
#include <pthread.h>
#include <string>
#include <thread>

int load(PGconn *connection, const char *sql) {
  PGresult *result = PQexec(connection, sql); // ok: reported where the text is given
  int rows = PQntuples(result);
  PQclear(result);
  return rows;
}

class Store {
public:
  explicit Store(PGconn *connection) : connection_(connection) {}
  int rows(const std::string &sql) { return load(connection_, sql.c_str()); } // ok: hands it on

private:
  PGconn *connection_;
};

void onThreads(PGconn *connection) {
  std::thread all(load, connection, "SELECT id FROM parcels"); // expect: scale-unbounded-fetch "'parcels'"
  std::jthread few(load, connection, "SELECT id FROM parcels LIMIT 9"); // ok: nine
  all.join();
}

int asTasks(PGconn *connection, Store &store) {
  auto all = std::async(std::launch::async, load, connection, "SELECT id FROM vans"); // expect: scale-unbounded-fetch "'vans'"
  auto few = std::async(load, connection, "SELECT id FROM vans LIMIT 9"); // ok: nine
  auto late = std::async(std::launch::deferred, &Store::rows, &store, "SELECT id FROM trams"); // expect: scale-unbounded-fetch "'trams'"
  auto some = std::async(&Store::rows, &store, "SELECT id FROM trams LIMIT 9"); // ok: nine
  return all.get() + few.get() + late.get() + some.get();
}

void *work(void *text) {
  load(PQconnectdb(""), static_cast<const char *>(text)); // ok: reported where the text is given
  return nullptr;
}

void onPosixThread(pthread_t *thread) {
  static char sql[] = "SELECT id FROM boats";
  pthread_create(thread, nullptr, work, sql); // expect: scale-unbounded-fetch "'boats'"
}

int bound(PGconn *connection, Store &store) {
  auto withConnection = std::bind_front(load, connection);
  int rows = withConnection("SELECT id FROM bikes"); // expect: scale-unbounded-fetch "'bikes'"
  rows += withConnection("SELECT id FROM bikes LIMIT 9"); // ok: nine
  auto everyScooter = std::bind_front(&Store::rows, &store, "SELECT id FROM scooters");
  rows += everyScooter(); // expect: scale-unbounded-fetch "'scooters'"
  auto swapped = std::bind(load, std::placeholders::_2, std::placeholders::_1);
  rows += swapped("SELECT id FROM cars", connection); // expect: scale-unbounded-fetch "'cars'"
  auto fixed = std::bind(&Store::rows, &store, std::placeholders::_1);
  rows += fixed("SELECT id FROM cars LIMIT 9"); // ok: nine
  std::function<int(Store &, const std::string &)> member = &Store::rows;
  rows += member(store, "SELECT id FROM trucks"); // expect: scale-unbounded-fetch "'trucks'"
  return rows + std::invoke(load, connection, "SELECT id FROM trains LIMIT 9"); // ok: nine
}
