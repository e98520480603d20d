// shows: bounded
// Rows that are few whatever the data: the engine's own catalogue, and SQLite's row number.
#include <pqxx/pqxx>
#include <sqlite3.h>

void catalogue(pqxx::work &tx) {
  tx.exec("SELECT table_name FROM information_schema.tables"); // ok: as many as the schema has
  tx.exec("SELECT name, setting FROM pg_settings"); // ok: the server's settings
  tx.exec("SELECT c.relname, u.name FROM pg_class c JOIN users u ON u.table_oid = c.oid"); // expect: scale-unbounded-fetch
}

void rowNumber(sqlite3 *database, char ***result, int *rows) {
  sqlite3_get_table(database, "SELECT name FROM sqlite_master", result, rows, nullptr, nullptr); // ok: the schema
  sqlite3_get_table(database, "SELECT name FROM pets WHERE rowid = 7", result, rows, nullptr, nullptr); // ok: one row
  sqlite3_get_table(database, "SELECT name FROM pets WHERE owner = 7", result, rows, nullptr, nullptr); // expect: scale-unbounded-fetch "'pets'"
}
