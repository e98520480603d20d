// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: template, callback, recursion
// One text, one finding.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total int);
CREATE TABLE copied AS SELECT 1 AS x;
CREATE VIEW busy AS SELECT * FROM users;
//--- main.cpp
#include <pqxx/pqxx>
#include <functional>

template <typename Row> Row first(pqxx::work &tx) {
  return tx.exec1("SELECT id FROM users WHERE nam = 'x'")[0].template as<Row>(); // expect: scale-broken-statement "'nam', which 'users' does not have; did you mean 'name'?"
}

template <typename Row> Row second(pqxx::work &tx) {
  return tx.exec1("SELECT id FROM users WHERE name = 'x'")[0].template as<Row>(); // ok: it has it
}

void each(pqxx::work &tx, const std::function<void(pqxx::work &)> &run) { run(tx); }

void clean(pqxx::work &tx, int depth) {
  first<int>(tx);
  first<long>(tx);
  second<long>(tx);
  each(tx, [](pqxx::work &inner) {
    inner.exec("DELETE FROM sessions WHERE id < 5"); // expect: scale-broken-statement "table 'sessions'"
    inner.exec("DELETE FROM orders WHERE id < 5");   // ok: it is there
  });
  tx.exec("UPDATE users SET id = 1 WHERE level = 2"); // expect: scale-broken-statement "'level'"
  if (depth)
    clean(tx, depth - 1);
}
