// shows: outbox, same-connection, committed-first
// A transaction object is open from where it is made to its commit, abort or end of scope.
#include <chrono>
#include <curl/curl.h>
#include <pqxx/pqxx>
#include <thread>

void pay(pqxx::connection &connection, CURL *payment) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7"); // ok: the transaction's own statement
  curl_easy_perform(payment); // expect: scale-transaction-across-remote-call "the transaction on 'connection' is open"
  tx.commit(); // ok: the transaction's own
}

void payAfter(pqxx::connection &connection, CURL *payment) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7"); // ok: the transaction's own statement
  tx.commit();
  curl_easy_perform(payment); // ok: committed
}

void outbox(pqxx::connection &connection) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7"); // ok: the transaction's own statement
  tx.exec("INSERT INTO outbox (topic, body) VALUES ('paid', '7')"); // ok: an outbox in the same database
  tx.commit();
}

void scope(pqxx::connection &connection, CURL *payment) {
  {
    pqxx::work tx(connection);
    tx.exec("UPDATE orders SET paid = true WHERE id = 7"); // ok: the transaction's own statement
    tx.commit();
  }
  curl_easy_perform(payment); // ok: the transaction has ended with its scope
}

void gaveUp(pqxx::connection &connection, CURL *payment, bool known) {
  pqxx::work tx(connection);
  if (known) {
    tx.abort();
    curl_easy_perform(payment); // ok: rolled back on this way
    return;
  }
  tx.exec("INSERT INTO orders (id) VALUES (7)"); // ok: the transaction's own statement
  tx.commit();
}

void backsOff(pqxx::connection &connection) {
  pqxx::work tx(connection);
  std::this_thread::sleep_for(std::chrono::milliseconds(50)); // expect: scale-transaction-across-remote-call "sleep of 50ms"
  tx.commit();
  std::this_thread::sleep_for(std::chrono::milliseconds(50)); // ok: committed
}

void noTransaction(pqxx::connection &connection, CURL *payment) {
  pqxx::nontransaction tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7");
  curl_easy_perform(payment); // ok: every statement commits by itself
}
