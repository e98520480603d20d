// pkg-config: sqlite3
#include <sqlite3.h>

#include <string>
#include <vector>

// Same names, other places.
struct Stairs {
  int sqlite3_step(int n);
  int sqlite3_exec(const char *text);
};

void open() {
  sqlite3 *db = nullptr;
  sqlite3_open("app.db", &db); // is: session.open "app.db"
  sqlite3_open_v2("app.db", &db, SQLITE_OPEN_READONLY, nullptr); // is: session.open "app.db"
  sqlite3_busy_timeout(db, 500); // is: nothing
  sqlite3_close(db); // is: session.close
  sqlite3_close_v2(db); // is: session.close
}

int row(void *, int, char **, char **) { return 0; }

void direct(sqlite3 *db) {
  sqlite3_exec(db, "DELETE FROM t", nullptr, 0, 0); // is: sql.execute "DELETE FROM t" rows=none
  sqlite3_exec(db, "SELECT a", row, 0, 0); // is: sql.execute rows=streamed; runs per-element
  char **table = nullptr;
  int rows = 0, cols = 0;
  sqlite3_get_table(db, "SELECT 1", &table, &rows, &cols, 0); // is: sql.execute rows=materialised
  sqlite3_free_table(table); // is: nothing
}

void prepared(sqlite3 *db, const std::vector<int> &ids) {
  sqlite3_stmt *remove = nullptr;
  sqlite3_prepare_v2(db, "DELETE FROM t", -1, &remove, nullptr); // is: sql.prepare "DELETE FROM t"
  for (int id : ids) {
    sqlite3_bind_int(remove, 1, id); // is: nothing
    sqlite3_step(remove); // is: sql.execute "DELETE FROM t" rows=streamed
    sqlite3_reset(remove); // is: nothing
  }
  sqlite3_finalize(remove); // is: nothing

  sqlite3_stmt *select = nullptr;
  sqlite3_prepare_v3(db, "SELECT a FROM t", -1, 0, &select, 0); // is: sql.prepare "SELECT a FROM t"
  while (sqlite3_step(select) == SQLITE_ROW) // is: sql.fetch-row
    sqlite3_column_int(select, 0); // is: nothing
  sqlite3_reset(select);
  int status = 0;
  while ((status = sqlite3_step(select)) == SQLITE_ROW) { // is: sql.fetch-row
  }
  for (; SQLITE_ROW == sqlite3_step(select);) { // is: sql.fetch-row
  }

  sqlite3_stmt *old = nullptr;
  sqlite3_prepare(db, "SELECT 1", -1, &old, nullptr); // is: sql.prepare "SELECT 1"
  if (sqlite3_step(old) == SQLITE_ROW) // is: sql.execute "SELECT 1" rows=streamed
    sqlite3_column_int(old, 0);
  bool another = sqlite3_step(old) == SQLITE_ROW; // is: sql.execute "SELECT 1"
}

char *format(const char *text, va_list arguments) {
  return sqlite3_vmprintf(text, arguments); // is: text "{}"
}

void texts(sqlite3 *db, const std::string &name) {
  char *sql = sqlite3_mprintf("DROP TABLE %s", name.c_str()); // is: text "DROP TABLE {}"
  sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // is: sql.execute "DROP TABLE {}" rows=none
  char buffer[80];
  sqlite3_snprintf(80, buffer, "PRAGMA %s", name.c_str()); // is: text "PRAGMA {}"
}

void others(Stairs &stairs) {
  stairs.sqlite3_step(1); // is: nothing
  stairs.sqlite3_exec("SELECT 1"); // is: nothing
}
