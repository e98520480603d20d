// Connector/C++ 1.1. Statements are owned by smart pointers in real code; the raw pointers that the
// library returns keep the lines short here.
#include <mysql_connection.h>
#include <mysql_driver.h>

#include <cppconn/driver.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>

#include <map>
#include <string>

// Same names, other classes.
struct Elevator {
  bool next();
  void commit();
  void setAutoCommit(bool on);
};
struct Plan {
  int executeQuery(const std::string &text);
};

void open(const sql::SQLString &user, const sql::SQLString &url) {
  sql::mysql::MySQL_Driver *mine = sql::mysql::get_mysql_driver_instance();
  sql::Driver *driver = mine;
  auto *a = driver->connect(url, user, url); // is: session.open; creates "Connector/C++ connection"
  sql::ConnectOptionsMap options;
  options["OPT_CONNECT_TIMEOUT"] = 5; // is: sets connect-timeout; text "OPT_CONNECT_TIMEOUT"
  options["OPT_READ_TIMEOUT"] = 10; // is: sets read-timeout; text "OPT_READ_TIMEOUT"
  options["OPT_WRITE_TIMEOUT"] = 10; // is: sets write-timeout; text "OPT_WRITE_TIMEOUT"
  auto *b = mine->connect(options); // is: session.open; creates "Connector/C++ connection"
  b->isClosed(); // is: nothing
  a->close(); // is: session.close
}

void direct(sql::Connection *db) {
  sql::Statement *statement = db->createStatement(); // is: flows
  sql::SQLString all = "SELECT a FROM t"; // is: text "SELECT a FROM t"
  statement->setQueryTimeout(3); // is: sets statement-timeout 3s
  auto *rows = statement->executeQuery(all); // is: sql.execute "SELECT a FROM t" rows=materialised
  while (rows->next()) // is: sql.fetch-row
    rows->getInt(1); // is: nothing
  rows->rowsCount(); // is: size
  statement->executeUpdate("TRUNCATE t"); // is: sql.execute rows=none; text "TRUNCATE t"
  statement->execute(all); // is: sql.execute "SELECT a FROM t" rows=materialised
  statement->getResultSet();
  statement->setResultSetType(sql::ResultSet::TYPE_FORWARD_ONLY); // is: flows
  statement->getConnection(); // is: flows
}

void prepared(sql::Connection *db, int id) {
  sql::SQLString byId = "SELECT a FROM t WHERE b = ?"; // is: text "SELECT a FROM t WHERE b = ?"
  auto *select = db->prepareStatement(byId); // is: sql.prepare "SELECT a FROM t WHERE b = ?"; flows
  select->setResultSetType(sql::ResultSet::TYPE_FORWARD_ONLY); // is: flows
  select->setInt(1, id); // is: nothing
  select->executeQuery(); // is: sql.execute "SELECT a FROM t WHERE b = ?" rows=materialised
  select->executeUpdate(); // is: sql.execute "SELECT a FROM t WHERE b = ?" rows=none
  select->execute(); // is: sql.execute "SELECT a FROM t WHERE b = ?" rows=materialised
  select->getResultSet();
}

void transactions(sql::Connection *db) {
  db->setAutoCommit(false); // is: sql.begin; begins transaction
  db->commit(); // is: sql.commit; ends transaction
  db->rollback(); // is: sql.rollback; ends transaction
  db->setAutoCommit(true); // is: sql.commit; ends transaction
}

void texts(sql::mysql::MySQL_Connection *db, const sql::SQLString &name, sql::Statement *any) {
  sql::SQLString sql; // is: text ""
  sql = "SELECT a FROM ";
  sql.append("t"); // is: text "SELECT a FROM t"
  sql += name; // is: text "SELECT a FROM t{}"
  const sql::SQLString both = sql + name; // is: text "SELECT a FROM t{}{}"
  any->executeQuery(sql); // is: sql.execute "SELECT a FROM t{}" rows=materialised
  sql.asStdString(); // is: text "SELECT a FROM t{}"
  sql.c_str(); // is: text "SELECT a FROM t{}"
  db->escapeString(name); // is: text "{}"
}

void others(Elevator &elevator, Plan &plan, std::map<std::string, int> &limits) {
  elevator.next(); // is: nothing
  elevator.commit(); // is: nothing
  elevator.setAutoCommit(true); // is: nothing
  plan.executeQuery("SELECT 1"); // is: nothing
  limits["OPT_CONNECT_TIMEOUT"] = 5; // is: nothing
}
