// shows: callback, template
// A function that runs what it is given inside of a transaction.
#include <curl/curl.h>
#include <functional>
#include <pqxx/pqxx>

class Database {
public:
  explicit Database(const char *options) : connection_(options) {}

  void inTransaction(const std::function<void(pqxx::work &)> &work) {
    pqxx::work tx(connection_);
    work(tx); // ok: what it runs is told where it is written
    tx.commit();
  }

  template <class Work> void transact(Work work) {
    pqxx::work tx(connection_);
    work(tx); // ok: what it runs is told where it is written
    tx.commit();
  }

private:
  pqxx::connection connection_;
};

void save(Database &database, CURL *handle) {
  database.inTransaction([&](pqxx::work &tx) {
    tx.exec("DELETE FROM carts WHERE id = 7"); // ok: the transaction's own statement
    curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  });
  curl_easy_perform(handle); // ok: committed
}

void saveByTemplate(Database &database, CURL *handle) {
  database.transact([&](pqxx::work &tx) {
    tx.exec("DELETE FROM carts WHERE id = 7"); // ok: the transaction's own statement
    curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  });
  curl_easy_perform(handle); // ok: committed
}
