// pkg-config: libpq
// Texts that PostgreSQL does not parse; no schema is needed.
#include <postgresql/libpq-fe.h>
#include <string>

void ask(PGconn *db, const std::string &condition, const char *const *values) {
  PQexec(db, "SELECT id FROM users WHERE WHERE id = 1");        // expect: scale-broken-statement "does not parse: syntax error at or near"
  PQexec(db, "SELECT id, FROM users");                          // expect: scale-broken-statement "does not parse"
  PQexec(db, "SELECT id FROM users WHERE id = 1");              // ok: it parses
  PQexec(db, ("SELECT id FROM users WHERE " + condition).c_str()); // ok: not known to the last letter
  PQexec(db, "LISTEN orders");                                  // ok: it parses
  PQexec(db, "BEGIN; UPDATE users SET id = 1; COMMIT");         // ok: three statements
  PQexec(db, "COPY users FROM STDIN (FORMAT binary)");          // ok: it parses
  PQexecParams(db, "INSERT INTO users VALUES ($1, $2", 2, nullptr, values, nullptr, nullptr, 0); // expect: scale-broken-statement "end of input"
  PQprepare(db, "byId", "SELECT id FROM users WHERE id = $1", 1, nullptr); // ok: it parses
  PQprepare(db, "byName", "SELECT id FROM users WERE name = $1", 1, nullptr); // expect: scale-broken-statement "does not parse"
}
