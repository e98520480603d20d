// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// OR across columns.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, city text, nick text);
CREATE INDEX users_name ON users (lower(name));
CREATE INDEX users_city ON users (city);
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result each(pqxx::work &tx, long id, const std::string &email) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR email = $2", id, email); // expect: scale-non-sargable-predicate (note) "one index for each"
}
pqxx::result unfit(pqxx::work &tx, long id, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR name = $2", id, name); // expect: scale-non-sargable-predicate "an arm without a usable index"
}
pqxx::result none(pqxx::work &tx, long id, const std::string &nick) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR nick = $2", id, nick); // ok: no index at all, scale-unindexed-query says so
}
pqxx::result same(pqxx::work &tx, const std::string &one, const std::string &two) {
  return tx.exec_params("SELECT id FROM users WHERE city = $1 OR city = $2 LIMIT 9", one, two); // ok: one column
}
pqxx::result inEach(pqxx::work &tx, const std::string &one, const std::string &two) {
  return tx.exec_params("SELECT id FROM users WHERE (city = $1 AND nick = 'a') OR (city = $2 AND nick = 'b') LIMIT 9", one, two); // ok: one column in every arm
}
pqxx::result filtered(pqxx::work &tx, const std::string &city, long id, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE city = $1 AND (id = $2 OR name = $3) LIMIT 9", city, id, name); // ok: filters what the city leads to
}
pqxx::result nothing(pqxx::work &tx, const std::string &city) {
  return tx.exec_params("SELECT id FROM users WHERE city = $1 OR name IS NULL LIMIT 9", city); // ok: not a lookup
}
