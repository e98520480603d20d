// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// What drives a join needs an index on the other side; the rest of the statement may filter.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, state text);
CREATE TABLE lines (order_id bigint, number int, sku text, PRIMARY KEY (order_id, number));
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result ordersOf(pqxx::work &tx, const std::string &email) {
  return tx.exec_params("SELECT o.id FROM users u JOIN orders o ON o.user_id = u.id WHERE u.email = $1", email); // expect: scale-unindexed-query "joins 'orders' by 'user_id'"
}
pqxx::result linesOf(pqxx::work &tx, long order) {
  return tx.exec_params("SELECT l.sku FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.id = $1", order); // ok: the key leads there
}
pqxx::result userOf(pqxx::work &tx, long order) {
  return tx.exec_params("SELECT u.email FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE o.id = $1", order); // ok: by the key
}
pqxx::result all(pqxx::work &tx) {
  return tx.exec("SELECT o.id FROM users u JOIN orders o ON o.user_id = u.id LIMIT 99"); // ok: nothing is looked up
}
pqxx::result withLine(pqxx::work &tx, const std::string &sku) {
  return tx.exec_params("SELECT id FROM orders o WHERE state = 'open' AND EXISTS " // expect: scale-unindexed-query "by 'state'"
                        "(SELECT 1 FROM lines l WHERE l.order_id = o.id AND l.sku = $1) LIMIT 9", sku);
}
void close(pqxx::work &tx, long user) {
  tx.exec_params("UPDATE orders SET state = 'closed' WHERE user_id = $1", user); // expect: scale-unindexed-query "update looks up rows of 'orders' by 'user_id'"
}
void closeOne(pqxx::work &tx, long order) {
  tx.exec_params("UPDATE orders SET state = 'closed' WHERE id = $1", order); // ok: by the key
}
