// shows: callback
// The walk is a callback's: of an algorithm, and of sqlite3_exec, which calls back once per row.
#include <algorithm>
#include <mysql/mysql.h>
#include <sqlite3.h>
#include <string>
#include <vector>

void mirror(MYSQL *target, const std::string &name) {
  std::string sql = "INSERT INTO contacts (name) VALUES ('" + name + "')";
  mysql_query(target, sql.c_str()); // ok: reported in the callbacks
}

int copyContact(void *target, int, char **columns, char **) {
  mirror(static_cast<MYSQL *>(target), columns[0]); // expect: scale-write-in-loop "'contacts'"
  return 0;
}

int countContact(void *count, int, char **, char **) {
  ++*static_cast<int *>(count); // ok: writes nothing
  return 0;
}

void copyAll(sqlite3 *source, MYSQL *target) {
  sqlite3_exec(source, "SELECT name FROM contacts", copyContact, target, nullptr); // ok: see the callback
}

int countAll(sqlite3 *source) {
  int count = 0;
  sqlite3_exec(source, "SELECT name FROM contacts", countContact, &count, nullptr); // ok: counts
  return count;
}

void copyNames(MYSQL *target, const std::vector<std::string> &names) {
  std::for_each(names.cbegin(), names.cend(), [target](const std::string &name) {
    mirror(target, name); // expect: scale-write-in-loop "'names'"
  });
}
