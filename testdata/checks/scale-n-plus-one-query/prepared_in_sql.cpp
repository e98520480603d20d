// pkg-config: libpq
// shows: other-file
// A statement that gets its name by SQL's own PREPARE, from a text that is written elsewhere.
//--- connection.h
#pragma once
#include <libpq-fe.h>
#include <string>

class Connection {
public:
  explicit Connection(PGconn *connection) : connection_(connection) {}
  void exec(const std::string &sql) const { PQclear(PQexec(connection_, sql.c_str())); }
  PGresult *execPrepared(const char *name, const std::string &id) const;

private:
  PGconn *connection_;
};

//--- connection.cpp
#include "connection.h"

PGresult *Connection::execPrepared(const char *name, const std::string &id) const {
  const char *values[] = {id.c_str()};
  return PQexecPrepared(connection_, name, 1, values, nullptr, nullptr, 0); // ok: once per call
}

//--- ways.cpp
#include "connection.h"
#include <vector>

struct Table {
  std::string prepare;
};

Table waysTable() {
  Table table;
  table.prepare = "PREPARE get_way(int8) AS SELECT nodes, tags FROM ways WHERE id = $1";
  return table;
}

Table touchTable() {
  Table table;
  table.prepare = "PREPARE touch_way(int8) AS UPDATE ways SET seen = true WHERE id = $1";
  return table;
}

void prepare(const Connection &connection, const std::vector<Table> &tables) {
  for (const auto &table : tables)
    connection.exec(table.prepare); // ok: gives a statement its name, nothing is read
}

int load(const Connection &connection, const std::vector<std::string> &ids) {
  int found = 0;
  for (const auto &id : ids) {
    PGresult *way = connection.execPrepared("get_way", id); // expect: scale-n-plus-one-query "'ways'"
    found += PQntuples(way);
    PQclear(way);
    PQclear(connection.execPrepared("touch_way", id)); // ok: a write, another check's
  }
  return found;
}
