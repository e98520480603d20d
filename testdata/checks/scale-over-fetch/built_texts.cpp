// pkg-config: libpq
// The star is in one piece of a text that is put together; columns that are not known are no star.
#include <libpq-fe.h>
#include <sstream>
#include <string>
#include <vector>

PGresult *run(PGconn *connection, const std::string &sql) { return PQexec(connection, sql.c_str()); }

void appended(PGconn *connection, const std::string &state) {
  std::string sql = "SELECT * FROM shipments"; // expect: scale-over-fetch "'shipments'"
  if (!state.empty())
    sql += " WHERE state = '" + state + "'";
  sql.append(" LIMIT 50");
  PQclear(run(connection, sql));
}

void anyTable(PGconn *connection, const std::string &table) {
  PQclear(run(connection, "SELECT * FROM " + table + " LIMIT 50")); // expect: scale-over-fetch
}

void streamed(PGconn *connection, int warehouse) {
  std::ostringstream sql;
  sql << "SELECT id, weight FROM shipments WHERE warehouse = " << warehouse << " LIMIT 50"; // ok: columns
  PQclear(run(connection, sql.str()));
}

void joinedColumns(PGconn *connection, const std::vector<std::string> &columns) {
  std::string sql = "SELECT id"; // ok: a list built in a loop
  for (const auto &column : columns)
    sql += ", " + column;
  sql += " FROM shipments LIMIT 50";
  PQclear(run(connection, sql));
}

void chosenColumns(PGconn *connection, bool heavy) {
  const char *columns = heavy ? "id, weight" : "id";
  PQclear(run(connection, std::string("SELECT ") + columns + " FROM shipments LIMIT 50")); // ok: columns on both branches
}

void adjacent(PGconn *connection) {
  PQclear(run(connection, "SELECT * " // expect: scale-over-fetch "'shipments'"
                          "FROM shipments "
                          "LIMIT 50"));
}

void sometimesFiltered(PGconn *connection, const std::string &table, bool open) {
  std::string sql = "SELECT * FROM " + table; // expect: scale-over-fetch
  if (open)
    sql += " WHERE NOT closed";
  sql += " LIMIT 50";
  PQclear(run(connection, sql));
}
