// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// Every arm of an OR needs its index; patterns need an operator class or trigrams.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, bio text, city text, note text);
CREATE INDEX users_city ON users (city text_pattern_ops);
CREATE INDEX users_bio ON users USING gin (bio gin_trgm_ops);
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result either(pqxx::work &tx, long id, const std::string &email) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR email = $2", id, email); // ok: an index for each arm
}
pqxx::result other(pqxx::work &tx, long id, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR name = $2", id, name); // expect: scale-unindexed-query "by 'name'"
}
pqxx::result begins(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE city LIKE 'a%' LIMIT 9"); // ok: text_pattern_ops
}
pqxx::result mails(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE email LIKE 'a%' LIMIT 9"); // expect: scale-unindexed-query "does not serve"
}
pqxx::result says(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE bio ILIKE '%tea%' LIMIT 9"); // ok: trigrams
}
pqxx::result noted(pqxx::work &tx) {
  return tx.exec("SELECT id FROM users WHERE note LIKE '%tea%' LIMIT 9"); // expect: scale-unindexed-query "by 'note' and no index"
}
pqxx::result optional(pqxx::work &tx, const std::string &name) {
  return tx.exec_params("SELECT id FROM users WHERE id > 5 AND (name = $1 OR $1 = '') LIMIT 9", name); // ok: filtered after the key
}
