// shows: count-star, exists-star, subquery-columns, insert-select, constant-column
// Where a star asks for every column, and where it does not.
#include <pqxx/pqxx>

void everyColumn(pqxx::work &tx) {
  tx.exec("SELECT * FROM orders LIMIT 20"); // expect: scale-over-fetch "'orders'"
  tx.exec("select *\tfrom invoices limit 20"); // expect: scale-over-fetch "'invoices'"
  tx.exec("SELECT o.* FROM orders o LIMIT 20"); // expect: scale-over-fetch "'orders'"
  tx.exec("SELECT c.name, o.* FROM orders o JOIN customers c ON c.id = o.customer_id LIMIT 20"); // expect: scale-over-fetch "'orders'"
  tx.exec_params("SELECT DISTINCT * FROM tags WHERE id = $1", 4); // expect: scale-over-fetch "'tags'"
  tx.exec("SELECT *, now() AS read_at FROM readings LIMIT 20"); // expect: scale-over-fetch "'readings'"
}

void namedColumns(pqxx::work &tx) {
  tx.exec("SELECT id, total FROM orders LIMIT 20"); // ok: columns
  tx.exec("SELECT COUNT(*) FROM orders"); // ok: counts
  tx.exec("SELECT customer_id, count( * ) FROM orders GROUP BY customer_id LIMIT 20"); // ok: counts
  tx.exec("SELECT 1 FROM orders LIMIT 1"); // ok: a constant column
  tx.exec("SELECT EXISTS (SELECT * FROM orders WHERE total > 100)"); // ok: EXISTS reads no column
  tx.exec("SELECT id FROM customers c WHERE NOT EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id) LIMIT 9"); // ok: EXISTS
  tx.exec("SELECT price * quantity FROM order_lines LIMIT 20"); // ok: a product
  tx.exec("SELECT id, '*' AS marker FROM orders LIMIT 20"); // ok: a text
  tx.exec("SELECT /* all of * it */ id FROM orders LIMIT 20"); // ok: a comment
}

void subqueries(pqxx::work &tx) {
  tx.exec("SELECT * FROM (SELECT id, total FROM orders ORDER BY total DESC) top LIMIT 20"); // ok: the subquery lists its columns
  tx.exec("WITH top AS (SELECT id, total FROM orders) SELECT * FROM top LIMIT 20"); // ok: so does this one
  tx.exec("INSERT INTO orders_archive SELECT * FROM orders WHERE closed"); // ok: no row leaves the server
  tx.exec("SELECT * FROM (SELECT * FROM orders WHERE closed) gone LIMIT 20"); // expect: scale-over-fetch
}
