// pkg-config: libpq
#include <libpq-fe.h>

#include <string>

// Same names, other places.
namespace journal {
int PQexec(int day, const char *entry);
}
struct Meter {
  int PQgetResult(int channel);
};

void open(const char *const *keys, const char *const *values) {
  PGconn *a = PQconnectdb("host=db"); // is: session.open "host=db"; creates "libpq connection"
  PGconn *b = PQconnectdbParams(keys, values, 0); // is: session.open; creates "libpq connection"
  PGconn *c = PQsetdbLogin("", "", "", 0, "", 0, 0); // is: session.open; creates "libpq connection"
  PGconn *d = PQconnectStart("host=db"); // is: session.open "host=db"
  PGconn *e = PQconnectStartParams(keys, values, 0); // is: session.open
  PQconnectPoll(d); // is: nothing
  PQfinish(a); // is: session.close
}

void direct(PGconn *conn, const char *id) {
  PGresult *all = PQexec(conn, "SELECT 1"); // is: sql.execute "SELECT 1" rows=materialised
  for (int i = 0; i < PQntuples(all); ++i) // is: size
    PQgetvalue(all, i, 0); // is: nothing
  PQclear(all); // is: nothing
  const char *values[] = {id};
  PQexecParams(conn, "SELECT $1", 1, 0, values, 0, 0, 0); // is: sql.execute "SELECT $1"
  PQprepare(conn, "by_b", "SELECT 1", 1, 0); // is: sql.prepare "SELECT 1"
  PQexecPrepared(conn, "by_b", 1, values, 0, 0, 0); // is: sql.execute "SELECT 1"
}

void singleRows(PGconn *conn) {
  PQsendQuery(conn, "SELECT a FROM t"); // is: sql.execute "SELECT a FROM t" rows=streamed
  PQsetSingleRowMode(conn);
  while (PGresult *row = PQgetResult(conn)) // is: receive-response
    PQclear(row);
}

void sent(PGconn *conn, const char *const *values) {
  PQsendQueryParams(conn, "SELECT $1", 1, 0, values, 0, 0, 0); // is: sql.execute "SELECT $1"
  while (PGresult *result = PQgetResult(conn)) // is: receive-response
    PQclear(result);
  PQsendPrepare(conn, "one", "SELECT 1", 0, 0); // is: sql.prepare "SELECT 1"
  PQsendQueryPrepared(conn, "one", 0, 0, 0, 0, 0); // is: sql.execute "SELECT 1" rows=materialised
  PQconsumeInput(conn); // is: nothing
  PQgetResult(conn); // is: receive-response
}

// What follows decides how the rows are taken.
void queryAtOnce(PGconn *conn) {
  PQsendQuery(conn, "SELECT 1"); // is: sql.execute "SELECT 1" rows=materialised
  PQgetResult(conn); // is: receive-response
}
void parametersRowByRow(PGconn *conn, const char *const *values) {
  PQsendQueryParams(conn, "SELECT $1", 1, 0, values, 0, 0, 0); // is: sql.execute "SELECT $1" rows=streamed
  PQsetSingleRowMode(conn); // is: nothing
}
void preparedRowByRow(PGconn *conn) {
  PQsendQueryPrepared(conn, "one", 0, 0, 0, 0, 0); // is: sql.execute "SELECT 1" rows=streamed
  PQsetSingleRowMode(conn); // is: nothing
}

void copies(PGconn *conn, const std::string &line) {
  PQexec(conn, "COPY t FROM STDIN"); // is: sql.execute "COPY t FROM STDIN" rows=materialised
  PQputCopyData(conn, line.data(), line.size()); // is: sql.bulk
  PQputCopyEnd(conn, 0); // is: sql.bulk
  char *row = 0;
  while (PQgetCopyData(conn, &row, 0) > 0) // is: sql.fetch-row
    PQfreemem(row);
  PQgetCopyData(conn, &row, 1); // is: sql.fetch-row
}

void notice(void *, const char *) {}
void receive(void *, const PGresult *) {}

void watch(PGconn *conn) {
  PQsetNoticeProcessor(conn, notice, 0); // is: runs later
  PQsetNoticeReceiver(conn, receive, 0); // is: runs later
}

void texts(PGconn *conn, const std::string &name) {
  char *literal = PQescapeLiteral(conn, name.data(), name.size()); // is: text "{}"
  std::string sql = std::string("SELECT a FROM t WHERE b = ") + literal;
  PQexec(conn, sql.c_str()); // is: sql.execute "SELECT a FROM t WHERE b = {}"
  PQescapeIdentifier(conn, name.data(), name.size()); // is: text "{}"
  size_t length = 0;
  auto *bytes = reinterpret_cast<const unsigned char *>(name.data());
  PQescapeByteaConn(conn, bytes, name.size(), &length); // is: text "{}"
  char buffer[64];
  PQescapeStringConn(conn, buffer, name.data(), 20, 0); // is: text "{}"
  PQescapeString(buffer, name.data(), 20); // is: text "{}"
}

void others(Meter &meter) {
  journal::PQexec(1, "SELECT 1"); // is: nothing
  meter.PQgetResult(1); // is: nothing
}
