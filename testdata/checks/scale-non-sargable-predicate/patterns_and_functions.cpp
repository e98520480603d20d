// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: trigram, no-index-at-all
// An index is there and can't be used.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, bio text, born timestamptz, data jsonb, note text);
CREATE INDEX users_name ON users (name);
CREATE INDEX users_born ON users (born);
CREATE INDEX users_data ON users ((data ->> 'city'));
CREATE INDEX users_bio ON users USING gin (bio gin_trgm_ops);
CREATE INDEX users_lower ON users (lower(email));
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result ends(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE name LIKE '%son' LIMIT 9"); // expect: scale-non-sargable-predicate "pattern on 'name' begins with a wildcard"
}
pqxx::result joined(pqxx::work &tx, const std::string &part) {
  return tx.exec_params("SELECT id FROM users WHERE name LIKE '%' || $1 LIMIT 9", part); // expect: scale-non-sargable-predicate "pattern"
}
pqxx::result begins(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE name LIKE 'son%' LIMIT 9"); // ok: what index it needs is another check's
}
pqxx::result says(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE bio LIKE '%tea%' LIMIT 9"); // ok: trigrams
}
pqxx::result noted(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE note LIKE '%tea%' LIMIT 9"); // ok: no index at all, scale-unindexed-query says so
}
pqxx::result day(pqxx::work &tx, const std::string &day) {
  return tx.exec_params("SELECT id FROM users WHERE born::date = $1 LIMIT 9", day); // expect: scale-non-sargable-predicate "computes 'born::date'"
}
pqxx::result upper(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE UPPER(name) = $1 LIMIT 9", name); // expect: scale-non-sargable-predicate "computes 'upper(name)'"
}
pqxx::result lower(pqxx::work &tx, const std::string &email) {
  return tx.exec_params("SELECT id FROM users WHERE lower(email) = lower($1) LIMIT 9", email); // ok: an index over the expression
}
pqxx::result inData(pqxx::work &tx, const std::string &city) {
  return tx.exec_params("SELECT id FROM users WHERE data ->> 'city' = $1 LIMIT 9", city); // ok: an index over the expression
}
pqxx::result inDataToo(pqxx::work &tx, const std::string &zip) {
  return tx.exec_params("SELECT id FROM users WHERE data ->> 'zip' = $1 LIMIT 9", zip); // expect: scale-non-sargable-predicate "'(data ->> 'zip')'"
}
pqxx::result mine(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 AND name LIKE '%son'", id); // ok: filters one row
}
pqxx::result never(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE name NOT LIKE '%son' LIMIT 9"); // ok: most rows
}
pqxx::result value(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE name = lower($1) LIMIT 9", name); // ok: computed once
}
