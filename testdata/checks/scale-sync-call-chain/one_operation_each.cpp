// config: {roots: [desk::handleTicket, desk::handleAgent, desk::handleMerge]}
// shows: rows-of-query, begin-and-commit
// A query with the fetch of its rows is one operation, BEGIN and COMMIT are none.
#include <mysql/mysql.h>
#include <pqxx/pqxx>
#include <string>

namespace desk {
long handleTicket(pqxx::connection &connection, long id) { // ok: BEGIN, two statements, COMMIT
  pqxx::work tx(connection);
  auto row = tx.exec_params1("SELECT agent_id FROM tickets WHERE id = $1", id);
  tx.exec_params0("UPDATE tickets SET seen = now() WHERE id = $1", id);
  tx.commit();
  return row[0].as<long>();
}

std::string handleAgent(MYSQL *connection) { // ok: one query, its result and its rows
  std::string names;
  mysql_query(connection, "SELECT name FROM agents WHERE online LIMIT 20");
  MYSQL_RES *result = mysql_store_result(connection);
  while (MYSQL_ROW row = mysql_fetch_row(result))
    names += row[0];
  mysql_free_result(result);
  return names;
}

void handleMerge(pqxx::connection &connection, long from, long into) { // expect: scale-sync-call-chain "3"
  pqxx::work tx(connection);
  tx.exec_params0("UPDATE comments SET ticket_id = $2 WHERE ticket_id = $1", from, into);
  tx.exec_params0("UPDATE files SET ticket_id = $2 WHERE ticket_id = $1", from, into);
  tx.exec_params0("DELETE FROM tickets WHERE id = $1", from);
  tx.commit();
}
} // namespace desk
