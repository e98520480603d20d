// pkg-config: libpqxx
// shows: template, callback, recursion
// One text, one finding.
#include <pqxx/pqxx>
#include <functional>
#include <string>

template <typename Row> Row any(pqxx::work &tx) {
  return tx.exec1("SELECT id FROM orders ORDER BY random() LIMIT 1")[0].template as<Row>(); // expect: scale-non-sargable-predicate "random()"
}

void inTransaction(pqxx::connection &db, const std::function<void(pqxx::work &)> &run) {
  pqxx::work tx(db);
  run(tx);
}

long drawn(pqxx::connection &db) {
  long sum = 0;
  inTransaction(db, [&](pqxx::work &tx) {
    sum += any<long>(tx) + any<int>(tx);
    tx.exec("DELETE FROM orders WHERE user_id NOT IN (SELECT id FROM users)"); // expect: scale-non-sargable-predicate "NOT IN"
    tx.exec("DELETE FROM orders WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = user_id)"); // ok: an anti join
  });
  return sum;
}

void pages(pqxx::work &tx, int offset) {
  auto rows = tx.exec_params("SELECT id FROM orders ORDER BY id LIMIT 9 OFFSET $1", offset); // expect: scale-non-sargable-predicate "OFFSET"
  if (!rows.empty())
    pages(tx, offset + 9);
}

void keys(pqxx::work &tx, long last) {
  auto rows = tx.exec_params("SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT 9", last); // ok: by key
  if (!rows.empty())
    keys(tx, rows.back()[0].as<long>());
}
