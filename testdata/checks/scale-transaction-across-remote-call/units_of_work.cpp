// shows: factory
// Transactions that are made by a factory, kept in a field, or wrapped in the project's own class.
#include <curl/curl.h>
#include <memory>
#include <pqxx/pqxx>

static std::unique_ptr<pqxx::work> begin(pqxx::connection &connection) { return std::make_unique<pqxx::work>(connection); }

void made(pqxx::connection &connection, CURL *handle) {
  auto tx = begin(connection);
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  tx->commit();
  curl_easy_perform(handle); // ok: committed
}

class UnitOfWork {
public:
  explicit UnitOfWork(pqxx::connection &connection) : tx_(connection) {}
  void finish() { tx_.commit(); }

private:
  pqxx::work tx_;
};

void wrapped(pqxx::connection &connection, CURL *handle) {
  {
    UnitOfWork work(connection);
    curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
    work.finish();
    curl_easy_perform(handle); // ok: committed
  }
  {
    UnitOfWork work(connection);
  }
  curl_easy_perform(handle); // ok: rolled back with its scope
}

class Session {
public:
  explicit Session(pqxx::connection &connection) : connection_(connection) {}
  void begin() { tx_ = std::make_unique<pqxx::work>(connection_); }
  void commit() { tx_->commit(); }

private:
  pqxx::connection &connection_;
  std::unique_ptr<pqxx::work> tx_;
};

void kept(Session &session, CURL *handle) {
  session.begin();
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  session.commit();
  curl_easy_perform(handle); // ok: committed
}
