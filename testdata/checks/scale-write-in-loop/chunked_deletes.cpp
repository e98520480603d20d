// shows: chunks
// Deleting in bounded chunks is good manners, not a write per row.
#include <algorithm>
#include <mysql/mysql.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

void expireSessions(MYSQL *connection) {
  do {
    mysql_query(connection, "DELETE FROM sessions WHERE expires_at < NOW() LIMIT 1000"); // ok: do while rows were hit
  } while (mysql_affected_rows(connection) > 0);
}

void expireTokens(pqxx::connection &connection) {
  for (;;) {
    pqxx::work tx(connection);
    auto gone = tx.exec("DELETE FROM tokens WHERE id IN " // ok: a chunk a turn
                        "(SELECT id FROM tokens WHERE expires_at < now() LIMIT 5000)");
    tx.commit();
    if (gone.affected_rows() == 0)
      break;
  }
}

void deleteInChunks(pqxx::work &tx, const std::vector<std::string> &keys) {
  for (std::size_t from = 0; from < keys.size(); from += 500) {
    std::string list;
    for (std::size_t i = from; i < std::min(from + 500, keys.size()); ++i)
      list += (list.empty() ? "" : ",") + tx.quote(keys[i]);
    tx.exec0("DELETE FROM sessions WHERE key IN (" + list + ")"); // ok: one statement per 500 keys
  }
}

void deleteOneByOne(pqxx::work &tx, const std::vector<std::string> &keys) {
  for (const auto &key : keys)
    tx.exec_params0("DELETE FROM sessions WHERE key = $1", key); // expect: scale-write-in-loop "'keys'"
}

void deleteExpired(pqxx::work &tx) {
  for (const auto &row : tx.exec("SELECT id FROM sessions WHERE expires_at < now() LIMIT 1000")) // ok: once
    tx.exec_params0("DELETE FROM sessions WHERE id = $1", row[0].as<long>()); // expect: scale-write-in-loop "1000"
}
