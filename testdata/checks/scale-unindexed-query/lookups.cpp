// config: {schema: {dialect: postgresql, files: [schema.sql]}, tables: {small: [kinds]}}
// pkg-config: libpqxx
// shows: small-table, sort-after-equality, unparsed
// The leading column rule, lists and ranges, partial indexes and expressions.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, team int, born date, active boolean);
CREATE INDEX users_team_born ON users (team, born);
CREATE INDEX users_name ON users (lower(name));
CREATE INDEX users_active ON users (born) WHERE active;
CREATE TABLE kinds (id int PRIMARY KEY, label text);
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result byEmail(pqxx::work &tx, const std::string &email) {
  return tx.exec_params("SELECT id FROM users WHERE email = $1", email); // ok: unique
}
pqxx::result byName(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE name = $1 LIMIT 9", name); // expect: scale-unindexed-query "looks up rows of 'users' by 'name' and the index on it does not serve"
}
pqxx::result byLowerName(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE lower(name) = $1 LIMIT 9", name); // ok: an index over the expression
}
pqxx::result bornIn(pqxx::work &tx, int team, const std::string &from) {
  return tx.exec_params("SELECT id FROM users WHERE team = $1 AND born > $2 LIMIT 9", team, from); // ok: both columns of the index
}
pqxx::result oldest(pqxx::work &tx, int team) {
  return tx.exec_params("SELECT id FROM users WHERE team = $1 ORDER BY name LIMIT 9", team); // ok: sorted after an indexed equality
}
pqxx::result bornSince(pqxx::work &tx, const std::string &from) {
  return tx.exec_params("SELECT id FROM users WHERE born > $1 LIMIT 9", from); // expect: scale-unindexed-query "the index on it leaves out rows"
}
pqxx::result activeSince(pqxx::work &tx, const std::string &from) {
  return tx.exec_params("SELECT id FROM users WHERE born > $1 AND active LIMIT 9", from); // ok: the condition of the partial index
}
pqxx::result activeOnes(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE active LIMIT 9"); // ok: half of the rows are
}
pqxx::result named(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE name IS NULL OR name <> '' LIMIT 9"); // ok: no index would help
}
pqxx::result few(pqxx::work &tx, const std::string &label) {
  return tx.exec_params("SELECT id FROM kinds WHERE label = $1 LIMIT 9", label); // ok: a small table
}
pqxx::result unknown(pqxx::work &tx, const std::string &label) {
  return tx.exec_params("SELECT id FROM others WHERE label = $1 LIMIT 9", label); // ok: not in the schema
}
pqxx::result broken(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE WHERE name = $1", name); // ok: does not parse, nothing is known
}
pqxx::result newest(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users ORDER BY born DESC LIMIT 9"); // expect: scale-unindexed-query "takes the first rows of 'users' by 'born'"
}
pqxx::result latest(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users ORDER BY id DESC LIMIT 9"); // ok: the key has that order
}
