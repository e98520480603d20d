// pkg-config: libpq
// config: {roots: [stock::handleMove, stock::handleCount]}
// shows: begin-and-commit
// BEGIN and COMMIT are none, also when a helper of the project is given them as text.
#include <libpq-fe.h>
#include <string>

namespace stock {
void run(PGconn *connection, const char *sql) { PQclear(PQexec(connection, sql)); }
void run(PGconn *connection, const std::string &sql) { run(connection, sql.c_str()); }

void handleMove(PGconn *connection, const std::string &id) { // ok: two statements in a transaction
  run(connection, "BEGIN");
  run(connection, "UPDATE shelves SET free = free + 1 WHERE id = " + id);
  run(connection, std::string("INSERT INTO moves DEFAULT VALUES"));
  run(connection, "COMMIT");
}

void handleCount(PGconn *connection) { // expect: scale-sync-call-chain "3 remote operations"
  run(connection, std::string("BEGIN"));
  run(connection, "UPDATE shelves SET counted = now()");
  run(connection, "UPDATE parts SET counted = now()");
  run(connection, "INSERT INTO counts DEFAULT VALUES");
  run(connection, std::string("COMMIT"));
}
} // namespace stock
