// shows: recursion
// Below a function that calls itself.
#include <curl/curl.h>
#include <pqxx/pqxx>
#include <vector>

struct Category {
  std::vector<Category> children;
};

void publish(const Category &category, CURL *handle) {
  for (const auto &child : category.children)
    publish(child, handle); // ok: the transaction is the caller's
  curl_easy_perform(handle); // ok: the transaction is the caller's
}

void move(pqxx::connection &connection, const Category &root, CURL *handle) {
  pqxx::work tx(connection);
  tx.exec("UPDATE categories SET parent = 1 WHERE id = 7"); // ok: the transaction's own statement
  publish(root, handle); // expect: scale-transaction-across-remote-call "HTTP request"
  tx.commit();
  publish(root, handle); // ok: committed
}
