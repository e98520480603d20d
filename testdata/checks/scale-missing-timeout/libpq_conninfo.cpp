// pkg-config: libpq
// shows: in-connection-string
// libpq has no read timeout of its own: connect_timeout plus statement_timeout or tcp_user_timeout.
#include <libpq-fe.h>

void use(PGconn *connection) {
  PQclear(PQexec(connection, "SELECT count(*) FROM orders"));
  PQfinish(connection);
}

void bare() {
  use(PQconnectdb("host=db dbname=shop")); // expect: scale-missing-timeout "timeout"
}

void connectOnly() {
  use(PQconnectdb("host=db dbname=shop connect_timeout=5")); // expect: scale-missing-timeout (note) "timeout"
}

void withStatementTimeout() {
  use(PQconnectdb("host=db connect_timeout=5 options='-c statement_timeout=5000'")); // ok: both
}

void withTcpUserTimeout() {
  use(PQconnectdb("host=db connect_timeout=5 tcp_user_timeout=10000")); // ok: both
}

void asUri() {
  use(PQconnectdb("postgresql://shop@db/shop?connect_timeout=5&tcp_user_timeout=10000")); // ok: both
}

void endless() {
  use(PQconnectdb("host=db connect_timeout=0 tcp_user_timeout=10000")); // expect: scale-missing-timeout "timeout"
}

void asArrays() {
  const char *const keywords[] = {"host", "connect_timeout", "tcp_user_timeout", nullptr};
  const char *const values[] = {"db", "5", "10000", nullptr};
  use(PQconnectdbParams(keywords, values, 0)); // ok: both
}

void bySetting() {
  PGconn *connection = PQconnectdb("host=db connect_timeout=5"); // ok: the session sets the other one
  PQclear(PQexec(connection, "SET statement_timeout = '5s'"));
  use(connection);
}
