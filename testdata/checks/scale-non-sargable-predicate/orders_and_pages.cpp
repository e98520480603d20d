// config: {schema: {dialect: postgresql, files: [schema.sql]}, tables: {small: [kinds]}}
// pkg-config: libpqxx
// Pages that cost more the further they are, orders by chance, NOT IN.
//--- schema.sql
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
CREATE INDEX orders_user ON orders (user_id);
CREATE TABLE kinds (id int PRIMARY KEY);
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result page(pqxx::work &tx, int page) {
  return tx.exec_params("SELECT id FROM orders ORDER BY id LIMIT 20 OFFSET $1", page * 20); // expect: scale-non-sargable-predicate "paging by OFFSET"
}
pqxx::result built(pqxx::work &tx, int page) {
  return tx.exec("SELECT id FROM orders ORDER BY id LIMIT 20 OFFSET " + std::to_string(page * 20)); // expect: scale-non-sargable-predicate "OFFSET"
}
pqxx::result second(pqxx::work &tx) {
  return tx.exec("SELECT id FROM orders ORDER BY id LIMIT 1 OFFSET 1"); // ok: always the same
}
pqxx::result byKey(pqxx::work &tx, long last) {
  return tx.exec_params("SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT 20", last); // ok: keyset
}
pqxx::result kinds(pqxx::work &tx, int page) {
  return tx.exec_params("SELECT id FROM kinds ORDER BY id LIMIT 20 OFFSET $1", page); // ok: a small table
}
pqxx::result some(pqxx::work &tx) {
  return tx.exec("SELECT id FROM orders ORDER BY random() LIMIT 1"); // expect: scale-non-sargable-predicate "order by 'random()'"
}
pqxx::result someKind(pqxx::work &tx) {
  return tx.exec("SELECT id FROM kinds ORDER BY random() LIMIT 1"); // ok: a small table
}
pqxx::result drawn(pqxx::work &tx) {
  return tx.exec("SELECT random() AS draw, id FROM orders ORDER BY id LIMIT 1"); // ok: not the order
}
pqxx::result without(pqxx::work &tx) {
  return tx.exec("SELECT id FROM orders WHERE user_id NOT IN (SELECT id FROM kinds) LIMIT 9"); // expect: scale-non-sargable-predicate "NOT IN (subquery)"
}
pqxx::result within(pqxx::work &tx) {
  return tx.exec("SELECT id FROM orders WHERE user_id IN (SELECT id FROM kinds) LIMIT 9"); // ok: a join
}
pqxx::result except(pqxx::work &tx) {
  return tx.exec("SELECT id FROM orders WHERE user_id NOT IN (1, 2) LIMIT 9"); // ok: two values
}
