// shows: bounded, row-stream, server-side-cursor, id-predicate
// libpqxx: a materialised result, a COPY stream and a cursor over the same table.
#include <pqxx/pqxx>
#include <pqxx/stream_from>
#include <string>
#include <tuple>
#include <vector>

double materialised(pqxx::work &tx) {
  double sum = 0;
  for (const auto &row : tx.exec("SELECT price FROM articles")) // expect: scale-unbounded-fetch "'articles'"
    sum += row[0].as<double>();
  return sum;
}

double streamed(pqxx::work &tx) {
  pqxx::stream_from articles(tx, "articles", std::vector<std::string>{"price"}); // ok: streamed, only summed
  std::tuple<double> row;
  double sum = 0;
  while (articles >> row)
    sum += std::get<0>(row);
  articles.complete();
  return sum;
}

double byCursor(pqxx::work &tx) {
  pqxx::icursorstream articles(tx, "SELECT price FROM articles", "walk", 500); // ok: five hundred at a time
  pqxx::result chunk;
  double sum = 0;
  while (articles >> chunk)
    for (const auto &row : chunk)
      sum += row[0].as<double>();
  return sum;
}

std::vector<std::string> firstPage(pqxx::work &tx, const std::string &after) {
  std::vector<std::string> names;
  for (const auto &row : tx.exec_params("SELECT name FROM articles WHERE name > $1 ORDER BY name LIMIT 40", after)) // ok: forty
    names.emplace_back(row[0].c_str());
  return names;
}

long materialisedOne(pqxx::work &tx) {
  return tx.exec1("SELECT stock FROM articles WHERE id = 7")[0].as<long>(); // ok: one id
}
