// A text is a statement only when something executes it.
#include <iostream>
#include <pqxx/pqxx>
#include <stdexcept>
#include <string>

void log(const std::string &line) { std::clog << line << '\n'; }

pqxx::result load(pqxx::work &tx, bool verbose) {
  if (verbose)
    log("SELECT * FROM wagons"); // ok: a line of the log
  const std::string help = "try: SELECT * FROM wagons"; // ok: never executed
  const std::string sql = "SELECT * FROM wagons WHERE id = 1"; // expect: scale-over-fetch "'wagons'"
  auto rows = tx.exec(sql); // ok: reported at the text
  if (rows.empty())
    throw std::runtime_error("SELECT * FROM wagons gave nothing; " + help); // ok: a message
  return rows;
}

bool forbids(const std::string &sql) {
  return sql == "SELECT * FROM secrets"; // ok: compared, not executed
}
