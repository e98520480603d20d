// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// With a schema at hand the message counts the columns.
//--- schema.sql
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(10, 2), note text);
CREATE TABLE lines (order_id bigint, "position" int);
CREATE VIEW open_orders AS SELECT * FROM orders;

//--- orders.cpp
#include <pqxx/pqxx>

void read(pqxx::work &tx) {
  tx.exec("SELECT * FROM orders LIMIT 20"); // expect: scale-over-fetch "'orders', 3 of them"
  tx.exec("SELECT o.*, l.* FROM orders o JOIN lines l ON l.order_id = o.id LIMIT 20"); // expect: scale-over-fetch "'orders', 3 of them"
  tx.exec("SELECT l.* FROM orders o JOIN lines l ON l.order_id = o.id LIMIT 20"); // expect: scale-over-fetch "'lines', 2 of them"
  tx.exec("SELECT * FROM open_orders LIMIT 20"); // expect: scale-over-fetch "'open_orders';"
  tx.exec("SELECT * FROM orders LIMIT 0"); // ok: asks for the columns alone
}
