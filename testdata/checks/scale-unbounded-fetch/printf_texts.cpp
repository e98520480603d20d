// shows: bounded
// Texts from printf formats: SQLite's own letters, escaped values, a limit among the arguments.
#include <cstdio>
#include <mysql/mysql.h>
#include <sqlite3.h>
#include <string>
#include <vector>

MYSQL_RES *ofOwner(MYSQL *connection, const std::string &owner) {
  char escaped[129], sql[512];
  mysql_real_escape_string(connection, escaped, owner.data(), owner.size());
  std::snprintf(sql, sizeof sql, "SELECT id, label FROM boxes WHERE owner = '%s'", escaped);
  mysql_query(connection, sql); // expect: scale-unbounded-fetch "'boxes'"
  return mysql_store_result(connection);
}

MYSQL_RES *someOfOwner(MYSQL *connection, const std::string &owner, int most) {
  char escaped[129], sql[512];
  mysql_real_escape_string(connection, escaped, owner.data(), owner.size());
  std::snprintf(sql, sizeof sql, "SELECT id, label FROM boxes WHERE owner = '%s' LIMIT %d", escaped, most);
  mysql_query(connection, sql); // ok: LIMIT
  return mysql_store_result(connection);
}

int table(sqlite3 *database, const char *owner, char ***result, int *rows) {
  char *sql = sqlite3_mprintf("SELECT id, label FROM boxes WHERE owner = %Q", owner);
  int status = sqlite3_get_table(database, sql, result, rows, nullptr, nullptr); // expect: scale-unbounded-fetch "'boxes'"
  sqlite3_free(sql);
  return status;
}

int page(sqlite3 *database, const char *owner, int most, char ***result, int *rows) {
  char *sql = sqlite3_mprintf("SELECT id, label FROM boxes WHERE owner = '%q' LIMIT %d", owner, most);
  int status = sqlite3_get_table(database, sql, result, rows, nullptr, nullptr); // ok: LIMIT
  sqlite3_free(sql);
  return status;
}
