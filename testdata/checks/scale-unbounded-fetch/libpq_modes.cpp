// pkg-config: libpq
// shows: single-row-mode, server-side-cursor
// PQexec brings all rows; single-row mode and a server-side cursor bring them bit by bit.
#include <libpq-fe.h>
#include <string>
#include <vector>

int all(PGconn *connection) {
  PGresult *result = PQexec(connection, "SELECT id, payload FROM events"); // expect: scale-unbounded-fetch "'events'"
  int rows = PQntuples(result);
  PQclear(result);
  return rows;
}

int since(PGconn *connection, const char *day) {
  const char *values[] = {day};
  PGresult *result = PQexecParams(connection, // expect: scale-unbounded-fetch "'events'"
                                  "SELECT id, payload FROM events WHERE day >= $1", 1, nullptr, values,
                                  nullptr, nullptr, 0);
  int rows = PQntuples(result);
  PQclear(result);
  return rows;
}

std::size_t bytesRowByRow(PGconn *connection) {
  std::size_t bytes = 0;
  PQsendQuery(connection, "SELECT payload FROM events"); // ok: single-row mode, only added up
  PQsetSingleRowMode(connection);
  while (PGresult *result = PQgetResult(connection)) {
    if (PQresultStatus(result) == PGRES_SINGLE_TUPLE)
      bytes += static_cast<std::size_t>(PQgetlength(result, 0, 0));
    PQclear(result);
  }
  return bytes;
}

int byCursor(PGconn *connection) {
  PQclear(PQexec(connection, "BEGIN"));
  PQclear(PQexec(connection, "DECLARE walk CURSOR FOR SELECT id, payload FROM events")); // ok: a cursor
  int total = 0, rows = 0;
  do {
    PGresult *result = PQexec(connection, "FETCH 1000 FROM walk"); // ok: a thousand at a time
    rows = PQntuples(result);
    total += rows;
    PQclear(result);
  } while (rows > 0);
  PQclear(PQexec(connection, "COMMIT"));
  return total;
}
