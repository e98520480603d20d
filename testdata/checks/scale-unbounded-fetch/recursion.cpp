// shows: recursion, bounded
// A fetch in a function that calls itself, and a text that is handed down by one.
#include <pqxx/pqxx>
#include <string>

void listBelow(pqxx::work &tx, long parent, int depth) {
  for (const auto &row : tx.exec_params("SELECT id FROM nodes WHERE parent = $1", parent)) // expect: scale-unbounded-fetch "'nodes'"
    if (depth > 0)
      listBelow(tx, row[0].as<long>(), depth - 1);
}

void listSomeBelow(pqxx::work &tx, long parent, int depth) {
  for (const auto &row : tx.exec_params("SELECT id FROM nodes WHERE parent = $1 LIMIT 20", parent)) // ok: twenty a level
    if (depth > 0)
      listSomeBelow(tx, row[0].as<long>(), depth - 1);
}

pqxx::result again(pqxx::work &tx, const std::string &sql, int attempts) {
  try {
    return tx.exec(sql); // ok: reported where the text is given
  } catch (const pqxx::sql_error &) {
    if (attempts == 0)
      throw;
    return again(tx, sql, attempts - 1); // ok: hands it on
  }
}

void read(pqxx::work &tx) {
  again(tx, "SELECT id, name FROM leaves", 3); // expect: scale-unbounded-fetch "'leaves'"
  again(tx, "SELECT id, name FROM leaves LIMIT 30", 3); // ok: thirty
  again(tx, "SELECT count(*) FROM leaves", 3); // ok: counts
}
