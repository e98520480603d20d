// shows: callback, recursion
// The text reaches its execution through a callback, or down a function that calls itself.
#include <functional>
#include <pqxx/pqxx>
#include <string>

using Run = std::function<pqxx::result(const std::string &)>;

pqxx::result vans(const Run &run) { return run("SELECT * FROM vans LIMIT 10"); } // expect: scale-over-fetch "'vans'"
pqxx::result vanIds(const Run &run) { return run("SELECT id FROM vans LIMIT 10"); } // ok: one column

std::string quoted(const Run &, const std::string &sql) { return "'" + sql + "'"; }

pqxx::result with(pqxx::work &tx, const std::function<std::string()> &text) {
  return tx.exec(text()); // ok: reported at the text
}

pqxx::result again(pqxx::work &tx, const std::string &sql, int attempts) {
  if (attempts > 0) {
    try {
      return tx.exec(sql); // ok: reported at the text
    } catch (const pqxx::sql_error &) {
      return again(tx, sql, attempts - 1); // ok: hands it on
    }
  }
  return {};
}

void drive(pqxx::work &tx) {
  Run run = [&tx](const std::string &sql) { return tx.exec(sql); }; // ok: reported at the text
  vans(run);
  vanIds(run);
  quoted(run, "SELECT * FROM bikes"); // ok: nobody executes it
  with(tx, [] { return std::string("SELECT * FROM cars LIMIT 10"); }); // expect: scale-over-fetch "'cars'"
  with(tx, [] { return std::string("SELECT id FROM cars LIMIT 10"); }); // ok: one column
  again(tx, "SELECT * FROM buses LIMIT 10", 2); // expect: scale-over-fetch "'buses'"
  again(tx, "SELECT id FROM buses LIMIT 10", 2); // ok: one column
}
