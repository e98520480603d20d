// pkg-config: mysqlclient
#include <mysql.h>

#include <string>

// Same names, other places.
struct Oracle {
  int mysql_query(const char *text);
};
namespace shop {
void mysql_commit(int order);
}

void open() {
  MYSQL *db = mysql_init(nullptr); // is: creates "MySQL connection handle"
  MYSQL own;
  mysql_init(&own); // is: creates "MySQL connection handle"; flows
  unsigned int seconds = 5;
  mysql_options(db, MYSQL_OPT_CONNECT_TIMEOUT, &seconds); // is: sets connect-timeout 5s
  mysql_options(db, MYSQL_OPT_READ_TIMEOUT, &seconds); // is: sets read-timeout 5s
  mysql_options(db, MYSQL_OPT_WRITE_TIMEOUT, &seconds); // is: sets write-timeout 5s
  mysql_options(db, MYSQL_SET_CHARSET_NAME, "utf8mb4"); // is: nothing
  mysql_optionsv(&own, MYSQL_OPT_CONNECT_TIMEOUT, &seconds); // is: sets connect-timeout 5s
  mysql_optionsv(&own, MYSQL_OPT_READ_TIMEOUT, &seconds); // is: sets read-timeout 5s
  mysql_optionsv(&own, MYSQL_OPT_WRITE_TIMEOUT, &seconds); // is: sets write-timeout 5s
  mysql_real_connect(db, "db", "app", "", "shop", 0, nullptr, 0); // is: session.open; flows
  MYSQL *answer = nullptr;
  mysql_real_connect_start(&answer, db, "db", "app", "", "shop", 0, nullptr, 0); // is: session.open
  mysql_close(db); // is: session.close
}

void stored(MYSQL *db) {
  mysql_query(db, "SELECT a FROM t"); // is: sql.execute "SELECT a FROM t" rows=materialised
  MYSQL_RES *rows = mysql_store_result(db); // is: receive-response; flows
  while (MYSQL_ROW row = mysql_fetch_row(rows)) // is: sql.fetch-row
    mysql_num_fields(rows); // is: nothing
  mysql_num_rows(rows); // is: size
  mysql_free_result(rows); // is: nothing
  mysql_next_result(db); // is: receive-response
}

void streamed(MYSQL *db, const std::string &sql) {
  mysql_real_query(db, sql.data(), sql.size()); // is: sql.execute rows=streamed
  MYSQL_RES *rows = mysql_use_result(db); // is: flows
  mysql_fetch_row(rows); // is: sql.fetch-row
}

void queryRowByRow(MYSQL *db) {
  mysql_query(db, "SELECT a FROM t"); // is: sql.execute "SELECT a FROM t" rows=streamed
  mysql_use_result(db); // is: flows
}

void realQueryAtOnce(MYSQL *db) {
  mysql_real_query(db, "SELECT 1", 8); // is: sql.execute "SELECT 1" rows=materialised
  mysql_store_result(db); // is: receive-response; flows
}

void sentAtOnce(MYSQL *db) {
  mysql_send_query(db, "SELECT 1", 8); // is: sql.execute "SELECT 1" rows=materialised
  mysql_store_result(db); // is: receive-response; flows
}

void sentRowByRow(MYSQL *db) {
  mysql_send_query(db, "SELECT 1", 8); // is: sql.execute "SELECT 1" rows=streamed
  mysql_use_result(db); // is: flows
}

void sent(MYSQL *db, MYSQL_STMT *statement) {
  int error = 0;
  mysql_send_query(db, "SELECT 1", 8); // is: sql.execute "SELECT 1"
  mysql_read_query_result(db); // is: receive-response
  mysql_query_start(&error, db, "SELECT 2"); // is: sql.execute "SELECT 2"
  mysql_real_query_start(&error, db, "SELECT 3", 8); // is: sql.execute "SELECT 3"
  mysql_stmt_execute_start(&error, statement); // is: sql.execute
}

void prepared(MYSQL *db, MYSQL_BIND *values) {
  MYSQL_STMT *statement = mysql_stmt_init(db); // is: flows
  mysql_stmt_prepare(statement, "SELECT ?", 8); // is: sql.prepare "SELECT ?"
  mysql_stmt_bind_param(statement, values); // is: nothing
  mysql_stmt_execute(statement); // is: sql.execute "SELECT ?" rows=materialised
  mysql_stmt_store_result(statement); // is: receive-response
  while (mysql_stmt_fetch(statement) == 0) { // is: sql.fetch-row
  }
  mysql_stmt_execute(statement); // is: sql.execute "SELECT ?" rows=streamed
  mysql_stmt_fetch(statement); // is: sql.fetch-row
  mysql_stmt_num_rows(statement); // is: size
  mysql_stmt_close(statement); // is: nothing
  mariadb_stmt_execute_direct(statement, "SELECT 4", 8); // is: sql.execute "SELECT 4"
}

void bulk(MYSQL_STMT *statement, unsigned int rows) {
  mysql_stmt_prepare(statement, "DELETE ?", 8); // is: sql.prepare "DELETE ?"
  mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &rows); // is: nothing
  mysql_stmt_execute(statement); // is: sql.bulk "DELETE ?"
}

void transactions(MYSQL *db) {
  mysql_autocommit(db, 0); // is: sql.begin; begins transaction
  mysql_commit(db); // is: sql.commit; ends transaction
  mysql_rollback(db); // is: sql.rollback; ends transaction
  mysql_autocommit(db, 1); // is: sql.commit; ends transaction
}

void texts(MYSQL *db, const std::string &name) {
  char buffer[80];
  mysql_real_escape_string(db, buffer, name.data(), 30); // is: text "{}"
  std::string sql = std::string("SELECT a FROM t WHERE b = '") + buffer + "'";
  mysql_query(db, sql.c_str()); // is: sql.execute
  mysql_escape_string(buffer, name.data(), 30); // is: text "{}"
  mysql_hex_string(buffer, name.data(), 30); // is: text "{}"
}

void others(Oracle &oracle) {
  oracle.mysql_query("SELECT 1"); // is: nothing
  shop::mysql_commit(1); // is: nothing
}
