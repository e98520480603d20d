// pkg-config: libpq
// config: {roots: [bank::handleTransfer, bank::handleBalance]}
// shows: callback, template
// The statements run in a callback that a template of the project calls at once.
#include <libpq-fe.h>
#include <functional>
#include <string>
#include <vector>

namespace bank {
class Pool {
public:
  template <class Use> auto with(Use &&use) {
    PGconn *connection = connections_.back();
    return use(connection);
  }
  void onIdle(std::function<void(PGconn *)> callback) { idle_ = std::move(callback); }

private:
  std::vector<PGconn *> connections_;
  std::function<void(PGconn *)> idle_;
};

bool run(PGconn *connection, const char *sql, const std::string &parameter) {
  const char *values[] = {parameter.c_str()};
  PGresult *result = PQexecParams(connection, sql, 1, nullptr, values, nullptr, nullptr, 0);
  bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  return done;
}

bool handleTransfer(Pool &pool, const std::string &id) { // expect: scale-sync-call-chain "3"
  bool done = pool.with([&](PGconn *connection) {
    return run(connection, "UPDATE accounts SET cents = cents - 100 WHERE id = $1", id) &&
           run(connection, "INSERT INTO transfers (account) VALUES ($1)", id);
  });
  return done && pool.with([&](PGconn *connection) {
    return run(connection, "UPDATE statistics SET transfers = transfers + 1 WHERE account = $1", id);
  });
}

bool handleBalance(Pool &pool, const std::string &id) { // ok: one now; the others are kept for an idle moment
  pool.onIdle([id](PGconn *connection) {
    run(connection, "UPDATE accounts SET seen = now() WHERE id = $1", id);
    run(connection, "INSERT INTO visits (account) VALUES ($1)", id);
  });
  return pool.with([&](PGconn *connection) { return run(connection, "SELECT cents FROM accounts WHERE id = $1", id); });
}
} // namespace bank
