// pkg-config: Qt5Sql
// Transactions of Qt, SOCI and Poco.
#include <Poco/Data/Session.h>
#include <Poco/Data/Transaction.h>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <curl/curl.h>
#include <soci/soci.h>

void withQt(QSqlDatabase &database, CURL *handle) {
  if (!database.transaction()) {
    curl_easy_perform(handle); // ok: no transaction began
    return;
  }
  QSqlQuery query(database);
  query.exec("DELETE FROM carts WHERE id = 7"); // ok: the same connection
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  database.commit();
  curl_easy_perform(handle); // ok: committed
}

void withSoci(soci::session &session, CURL *handle) {
  soci::transaction transaction(session);
  session << "DELETE FROM carts WHERE id = 7"; // ok: the same session
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  transaction.commit();
  curl_easy_perform(handle); // ok: committed
}

void withPoco(Poco::Data::Session &session, CURL *handle) {
  session.begin();
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  session.rollback();
  curl_easy_perform(handle); // ok: rolled back
  Poco::Data::Transaction transaction(session);
  curl_easy_perform(handle); // expect: scale-transaction-across-remote-call "HTTP request"
  transaction.commit();
  curl_easy_perform(handle); // ok: committed
}
