// shows: bounded
// A prepared statement: the text is at the prepare, the finding at the execution.
#include <mysql/mysql.h>
#include <string>

MYSQL_STMT *prepare(MYSQL *connection, const std::string &sql) {
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_prepare(statement, sql.data(), sql.size()); // ok: fetches nothing
  return statement;
}

unsigned long long allInMemory(MYSQL *connection) {
  const std::string sql = "SELECT id, body FROM messages WHERE read_at IS NULL";
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_prepare(statement, sql.data(), sql.size());
  mysql_stmt_execute(statement); // expect: scale-unbounded-fetch "'messages'"
  mysql_stmt_store_result(statement);
  unsigned long long rows = mysql_stmt_num_rows(statement);
  mysql_stmt_close(statement);
  return rows;
}

int oneByOne(MYSQL *connection) {
  MYSQL_STMT *statement = prepare(connection, "SELECT id, body FROM messages WHERE read_at IS NULL");
  mysql_stmt_execute(statement); // ok: rows are fetched one by one and only counted
  int rows = 0;
  while (mysql_stmt_fetch(statement) == 0)
    ++rows;
  mysql_stmt_close(statement);
  return rows;
}

unsigned long long newest(MYSQL *connection) {
  MYSQL_STMT *statement = prepare(connection, "SELECT id, body FROM messages ORDER BY id DESC LIMIT ?");
  mysql_stmt_execute(statement); // ok: LIMIT
  mysql_stmt_store_result(statement);
  unsigned long long rows = mysql_stmt_num_rows(statement);
  mysql_stmt_close(statement);
  return rows;
}
