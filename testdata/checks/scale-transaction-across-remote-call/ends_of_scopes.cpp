// pkg-config: libpq
// shows: committed-first
// Transactions of the project's own, commits on every way, and handlers.
#include <curl/curl.h>
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <vector>

class Scoped {
public:
  explicit Scoped(PGconn *connection) : connection_(connection) { PQclear(PQexec(connection_, "BEGIN")); }
  ~Scoped() {
    if (!done_)
      PQclear(PQexec(connection_, "ROLLBACK")); // ok: its own
  }
  void commit() {
    PQclear(PQexec(connection_, "COMMIT")); // ok: its own
    done_ = true;
  }

private:
  PGconn *connection_;
  bool done_ = false;
};

void own(PGconn *connection, CURL *handle) {
  Scoped scoped(connection);
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  scoped.commit();
  curl_easy_perform(handle); // ok: committed
}

void ownEnds(PGconn *connection, CURL *handle) {
  {
    Scoped scoped(connection);
  }
  curl_easy_perform(handle); // ok: rolled back with its scope
}

class Audited : public pqxx::work {
public:
  explicit Audited(pqxx::connection &connection)
      : pqxx::internal::namedclass("Audited"), pqxx::work(connection, "Audited") {}
};

void derived(pqxx::connection &connection, CURL *handle) {
  Audited tx(connection);
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  tx.commit();
  curl_easy_perform(handle); // ok: committed
}

void eachBatch(pqxx::connection &connection, const std::vector<int> &batches, CURL *handle) {
  for (int batch : batches) {
    pqxx::work tx(connection);
    tx.exec("DELETE FROM queue WHERE batch = " + std::to_string(batch)); // ok: the transaction's own statement
    tx.commit();
    curl_easy_perform(handle); // ok: committed
  }
}

void handled(pqxx::connection &connection, CURL *handle) {
  try {
    pqxx::work tx(connection);
    tx.exec("DELETE FROM queue"); // ok: the transaction's own statement
    tx.commit();
  } catch (const std::exception &) {
    curl_easy_perform(handle); // ok: rolled back before the handler started
  }
}

bool either(pqxx::connection &connection, bool good, CURL *handle) {
  pqxx::work tx(connection);
  if (good)
    tx.commit();
  else
    tx.abort();
  return curl_easy_perform(handle) == CURLE_OK; // ok: ended on both ways
}
