// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// A text that may go on is not judged; one of which only values are open is.
//--- schema.sql
CREATE TABLE logs (id bigint PRIMARY KEY, level int, source text);
CREATE INDEX logs_source ON logs (source);
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result found(pqxx::work &tx, const std::string &condition) {
  return tx.exec("SELECT id FROM logs WHERE level > 3 AND " + condition + " LIMIT 10"); // ok: the rest may look something up
}
pqxx::result more(pqxx::work &tx, bool bySource, const std::string &source) {
  std::string text = "SELECT id FROM logs WHERE level > 3";
  if (bySource)
    text += " AND source = " + tx.quote(source);
  return tx.exec(text + " LIMIT 10"); // ok: on one way the source is looked up
}
pqxx::result open(pqxx::work &tx, const std::string &rest) {
  return tx.exec("SELECT id FROM logs WHERE level > 3 " + rest); // ok: it may go on
}
pqxx::result of(pqxx::work &tx, int level) {
  return tx.exec("SELECT id FROM logs WHERE level = " + std::to_string(level) + " LIMIT 10"); // expect: scale-unindexed-query "by 'level'"
}
pqxx::result by(pqxx::work &tx, const std::string &source) {
  return tx.exec("SELECT id FROM logs WHERE source = " + tx.quote(source) + " AND level = 3 LIMIT 10"); // ok: filtered after the index
}
