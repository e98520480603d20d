// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: template, callback, recursion
// One text, one finding: instances of a template, callers of a callback, each turn of a recursion.
//--- schema.sql
CREATE TABLE nodes (id bigint PRIMARY KEY, parent bigint, kind text);
CREATE INDEX nodes_kind ON nodes (kind);
//--- main.cpp
#include <pqxx/pqxx>
#include <functional>
#include <string>

template <typename Key> pqxx::result children(pqxx::work &tx, Key parent) {
  return tx.exec_params("SELECT id FROM nodes WHERE parent = $1 LIMIT 99", parent); // expect: scale-unindexed-query "by 'parent'"
}

void walk(pqxx::work &tx, long node, int depth) {
  for (const auto &row : children(tx, node))
    if (depth)
      walk(tx, row[0].as<long>(), depth - 1);
  children(tx, std::to_string(node));
}

void inTransaction(pqxx::connection &db, const std::function<void(pqxx::work &)> &run) {
  pqxx::work tx(db);
  run(tx);
  tx.commit();
}

void leaves(pqxx::connection &db) {
  inTransaction(db, [](pqxx::work &tx) {
    tx.exec("SELECT id FROM nodes WHERE kind = 'leaf' LIMIT 99"); // ok: nodes_kind
    tx.exec("DELETE FROM nodes WHERE parent < 0");                // expect: scale-unindexed-query "delete"
  });
}
