// pkg-config: libpq
// shows: committed-first
// BEGIN and COMMIT as statements, also through a wrapper that takes the text.
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <mysql/mysql.h>

void plain(PGconn *connection, redisContext *redis) {
  PQclear(PQexec(connection, "BEGIN"));
  PQclear(PQexec(connection, "DELETE FROM carts WHERE id = 7")); // ok: the same connection
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // expect: scale-transaction-across-remote-call "cache"
  PQclear(PQexec(connection, "COMMIT"));
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // ok: committed
}

class Database {
public:
  explicit Database(PGconn *connection) : connection_(connection) {}
  void run(const char *sql) { PQclear(PQexec(connection_, sql)); }

private:
  PGconn *connection_;
};

void wrapped(Database &database, redisContext *redis) {
  database.run("START TRANSACTION");
  database.run("DELETE FROM carts WHERE id = 7"); // ok: the same connection
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // expect: scale-transaction-across-remote-call "cache"
  database.run("COMMIT");
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // ok: committed
}

void autocommit(MYSQL *connection, redisContext *redis) {
  mysql_autocommit(connection, 0);
  mysql_query(connection, "DELETE FROM carts WHERE id = 7"); // ok: the same connection
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // expect: scale-transaction-across-remote-call "cache"
  mysql_commit(connection);
  mysql_autocommit(connection, 1);
  freeReplyObject(redisCommand(redis, "DEL cart:7")); // ok: committed
}

bool failed(MYSQL *connection, redisContext *redis) {
  if (mysql_query(connection, "BEGIN") != 0) {
    freeReplyObject(redisCommand(redis, "INCR failures")); // ok: no transaction began
    return false;
  }
  return mysql_query(connection, "COMMIT") == 0; // ok: its own
}
