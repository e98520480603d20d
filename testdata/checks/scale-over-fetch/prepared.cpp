// shows: count-star
// The text stands at the prepare; what executes it is elsewhere.
//--- prepare.cpp
#include <pqxx/pqxx>

void prepareAll(pqxx::connection &connection) {
  connection.prepare("find-user", "SELECT * FROM users WHERE id = $1"); // expect: scale-over-fetch "'users'"
  connection.prepare("user-name", "SELECT name FROM users WHERE id = $1"); // ok: one column
  connection.prepare("user-count", "SELECT count(*) FROM users"); // ok: counts
}

//--- users.cpp
#include <pqxx/pqxx>
#include <string>

std::string describe(pqxx::work &tx, long id) {
  auto row = tx.exec_prepared1("find-user", id); // ok: reported at the text
  auto name = tx.exec_prepared1("user-name", id); // ok: one column
  return std::string(row[0].c_str()) + name[0].c_str() + tx.exec_prepared1("user-count")[0].c_str();
}
