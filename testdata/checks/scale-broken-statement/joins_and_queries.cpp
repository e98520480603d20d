// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// Aliases, subqueries and common table expressions.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total int);
CREATE TABLE copied AS SELECT 1 AS x;
CREATE VIEW busy AS SELECT * FROM users;
//--- main.cpp
#include <pqxx/pqxx>

void ask(pqxx::work &tx) {
  tx.exec("SELECT o.id FROM orders o JOIN users u ON u.id = o.user WHERE u.id = 1");    // expect: scale-broken-statement "'user', which 'orders'"
  tx.exec("SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.id = 1"); // ok: both sides
  tx.exec("SELECT id FROM users WHERE id IN (SELECT buyer FROM orders WHERE buyer = 1)"); // expect: scale-broken-statement "'buyer'"
  tx.exec("WITH big AS (SELECT id, total AS sum FROM orders) SELECT id FROM big WHERE sum > 5"); // ok: a column of the expression
  tx.exec("SELECT id FROM (SELECT id, total AS sum FROM orders) o WHERE o.sum > 5");             // ok: a column of the subquery
  tx.exec("SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders o WHERE o.user_id = users.id)"); // ok: the outer table
  tx.exec("SELECT total AS sum FROM orders ORDER BY sum LIMIT 3"); // ok: an output column
  tx.exec("SELECT value FROM generate_series(1, 3) value WHERE value > 1"); // ok: rows of a function
  tx.exec("DELETE FROM orders USING users u WHERE u.id = orders.user_id AND u.mail = ''"); // expect: scale-broken-statement "'mail'"
}
