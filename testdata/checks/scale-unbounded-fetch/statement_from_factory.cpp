// shows: factory, bounded
// The statement is made by a factory or a base class; the execution tells only that its rows are taken.
#include <memory>
#include <mysql/mysql.h>
#include <string>

MYSQL_STMT *prepare(MYSQL *connection, const std::string &sql) {
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_prepare(statement, sql.data(), sql.size());
  return statement;
}

MYSQL_STMT *everyBird(MYSQL *connection) { return prepare(connection, "SELECT id, name FROM birds"); }
MYSQL_STMT *someBirds(MYSQL *connection) { return prepare(connection, "SELECT id, name FROM birds LIMIT 40"); }

unsigned long long countEvery(MYSQL *connection) {
  MYSQL_STMT *statement = everyBird(connection);
  mysql_stmt_execute(statement); // expect: scale-unbounded-fetch "'birds'"
  mysql_stmt_store_result(statement);
  return mysql_stmt_num_rows(statement);
}

unsigned long long countSome(MYSQL *connection) {
  MYSQL_STMT *statement = someBirds(connection);
  mysql_stmt_execute(statement); // ok: forty
  mysql_stmt_store_result(statement);
  return mysql_stmt_num_rows(statement);
}

class Statement {
public:
  Statement(MYSQL *connection, const char *sql) : connection_(connection), sql_(sql) {}
  MYSQL_RES *rows() {
    mysql_query(connection_, sql_); // ok: reported where the rows are asked for
    return mysql_store_result(connection_);
  }

private:
  MYSQL *connection_;
  const char *sql_;
};

std::unique_ptr<Statement> nests(MYSQL *connection) {
  return std::make_unique<Statement>(connection, "SELECT id FROM nests");
}

Statement newestNests(MYSQL *connection) {
  return Statement(connection, "SELECT id FROM nests ORDER BY id DESC LIMIT 10");
}

void walk(MYSQL *connection) {
  auto all = nests(connection);
  mysql_free_result(all->rows()); // expect: scale-unbounded-fetch "'nests'"
  auto newest = newestNests(connection);
  mysql_free_result(newest.rows()); // ok: ten
}

class Table {
public:
  Table(MYSQL *connection, std::string sql) : connection_(connection), sql_(std::move(sql)) {}
  virtual ~Table() = default;
  MYSQL_RES *load() {
    mysql_query(connection_, sql_.c_str()); // ok: reported where the rows are asked for
    return mysql_store_result(connection_);
  }

private:
  MYSQL *connection_;
  std::string sql_;
};

class Eggs : public Table {
public:
  explicit Eggs(MYSQL *connection) : Table(connection, "SELECT id FROM eggs") {}
};

class FewEggs : public Table {
public:
  explicit FewEggs(MYSQL *connection) : Table(connection, "SELECT id FROM eggs LIMIT 6") {}
};

void breed(MYSQL *connection) {
  Eggs eggs(connection);
  mysql_free_result(eggs.load()); // expect: scale-unbounded-fetch "'eggs'"
  FewEggs few(connection);
  mysql_free_result(few.load()); // ok: six
}
