// shows: other-file
// The text is written in the caller, the execution is in a wrapper of another unit.
//--- database.h
#pragma once
#include <mysql/mysql.h>
#include <string>

class Database {
public:
  explicit Database(MYSQL *connection) : connection_(connection) {}
  MYSQL_RES *select(const std::string &sql);
  MYSQL_RES *selectFrom(const std::string &table, const std::string &columns = "id");

private:
  MYSQL *connection_;
};

//--- database.cpp
#include "database.h"

MYSQL_RES *Database::select(const std::string &sql) {
  mysql_real_query(connection_, sql.data(), sql.size()); // ok: reported at the text
  return mysql_store_result(connection_);
}

MYSQL_RES *Database::selectFrom(const std::string &table, const std::string &columns) {
  return select("SELECT " + columns + " FROM " + table + " LIMIT 100"); // ok: the columns are a parameter
}

//--- zoo.cpp
#include "database.h"

void animals(Database &database, const std::string &species) {
  mysql_free_result(database.select("SELECT * FROM animals LIMIT 10")); // expect: scale-over-fetch "'animals'"
  mysql_free_result(database.select("SELECT * FROM cages WHERE species = '" + species + "'")); // expect: scale-over-fetch "'cages'"
  mysql_free_result(database.select("SELECT id, name FROM animals LIMIT 10")); // ok: columns
  mysql_free_result(database.selectFrom("animals", "id, name")); // ok: columns
  mysql_free_result(database.selectFrom("keepers")); // ok: the default is one column
}
