// pkg-config: libpq
// shows: bounded, id-predicate
// A wrapper executes what it is given: the name of a prepared statement, or the statement object.
#include <libpq-fe.h>
#include <mysql/mysql.h>
#include <string>

class Connection {
public:
  explicit Connection(PGconn *connection) : connection_(connection) {
    PQclear(PQprepare(connection_, "parts_of", "SELECT id, label FROM parts WHERE machine = $1", 1, nullptr));
    PQclear(PQprepare(connection_, "part", "SELECT label FROM parts WHERE id = $1", 1, nullptr));
  }
  PGresult *run(const char *name, const char *value) {
    const char *values[] = {value};
    return PQexecPrepared(connection_, name, 1, values, nullptr, nullptr, 0); // ok: reported where the name is given
  }

private:
  PGconn *connection_;
};

void machines(Connection &connection) {
  PQclear(connection.run("parts_of", "7")); // expect: scale-unbounded-fetch "'parts'"
  PQclear(connection.run("part", "7")); // ok: one id
}

unsigned long long rowsOf(MYSQL_STMT *statement) {
  mysql_stmt_execute(statement); // ok: reported where the statement is given
  mysql_stmt_store_result(statement);
  return mysql_stmt_num_rows(statement);
}

unsigned long long count(MYSQL *connection, bool all) {
  const std::string every = "SELECT id FROM machines", few = "SELECT id FROM machines LIMIT 5";
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_prepare(statement, every.data(), every.size());
  MYSQL_STMT *bounded = mysql_stmt_init(connection);
  mysql_stmt_prepare(bounded, few.data(), few.size());
  unsigned long long rows = rowsOf(bounded); // ok: five
  return all ? rows + rowsOf(statement) : rows; // expect: scale-unbounded-fetch "'machines'"
}
