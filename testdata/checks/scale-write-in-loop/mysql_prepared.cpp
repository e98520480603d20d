// shows: batch-api
// A prepared statement executed per row, and the same with an array bound to it.
#include <mysql/mysql.h>
#include <string>
#include <vector>

struct Vote {
  int candidate = 0;
};

MYSQL_STMT *prepareVote(MYSQL *connection) {
  static const std::string sql = "INSERT INTO votes (candidate) VALUES (?)";
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_prepare(statement, sql.c_str(), sql.size()); // ok: prepared once
  return statement;
}

void count(MYSQL *connection, std::vector<Vote> &votes) {
  MYSQL_STMT *statement = prepareVote(connection);
  MYSQL_BIND bind{};
  bind.buffer_type = MYSQL_TYPE_LONG;
  for (auto &vote : votes) {
    bind.buffer = &vote.candidate;
    mysql_stmt_bind_param(statement, &bind); // ok: binding sends nothing
    mysql_stmt_execute(statement);           // expect: scale-write-in-loop "'votes'"
  }
  mysql_stmt_close(statement);
}

void countBound(MYSQL *connection, std::vector<std::vector<int>> &ballots) {
  MYSQL_STMT *statement = prepareVote(connection);
  for (auto &candidates : ballots) {
    unsigned int rows = static_cast<unsigned int>(candidates.size());
    mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &rows);
    MYSQL_BIND bind{};
    bind.buffer_type = MYSQL_TYPE_LONG;
    bind.buffer = candidates.data();
    mysql_stmt_bind_param(statement, &bind);
    mysql_stmt_execute(statement); // ok: one execution for a whole array
  }
  mysql_stmt_close(statement);
}

void countOnce(MYSQL *connection, Vote &vote) {
  MYSQL_STMT *statement = prepareVote(connection);
  MYSQL_BIND bind{};
  bind.buffer_type = MYSQL_TYPE_LONG;
  bind.buffer = &vote.candidate;
  mysql_stmt_bind_param(statement, &bind);
  mysql_stmt_execute(statement); // ok: no loop
  mysql_stmt_close(statement);
}
