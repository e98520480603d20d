// pkg-config: libpq
// shows: same-connection
// A statement on another connection is another database's; one that may be the same is not reported.
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <string>

void transfer(pqxx::connection &from, pqxx::connection &to) {
  pqxx::work out(from);
  out.exec("UPDATE accounts SET balance = 0 WHERE id = 1"); // ok: the transaction's own statement
  pqxx::nontransaction in(to);
  in.exec("UPDATE accounts SET balance = 9 WHERE id = 1"); // expect: scale-transaction-across-remote-call "update of 'accounts'"
  out.commit();
  in.exec("UPDATE accounts SET balance = 9 WHERE id = 2"); // ok: committed
}

void readIt(pqxx::transaction_base &tx) {
  tx.exec("SELECT balance FROM accounts WHERE id = 1"); // ok: the caller's transaction
}

void throughHelper(pqxx::connection &connection) {
  pqxx::work tx(connection);
  readIt(tx); // ok: the same transaction
  pqxx::subtransaction inner(tx);
  inner.exec("DELETE FROM accounts WHERE id = 1"); // ok: part of the same transaction
  inner.commit();
  tx.commit();
}

class Store {
public:
  void save(const std::string &name) {
    PQclear(PQexec(main_, "BEGIN"));
    PQclear(PQexec(main_, "INSERT INTO names (name) VALUES ('a')")); // ok: the same connection
    PQclear(PQexec(audit_, "INSERT INTO seen (name) VALUES ('a')")); // expect: scale-transaction-across-remote-call "insert into 'seen'"
    PQclear(PQexec(main_, "COMMIT"));
  }
  void saveUnknown(PGconn *given) {
    PQclear(PQexec(main_, "BEGIN"));
    PQclear(PQexec(given, "INSERT INTO seen (name) VALUES ('a')")); // ok: may be the same connection
    PQclear(PQexec(main_, "COMMIT"));
  }

private:
  PGconn *main_ = PQconnectdb("service=main connect_timeout=3");
  PGconn *audit_ = PQconnectdb("service=audit connect_timeout=3");
};
