// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// shows: unique-key
// With a schema at hand, equality on a whole unique key means one row; on a part of it, it does not.
//--- schema.sql
CREATE TABLE members (
  id bigint PRIMARY KEY,
  email text NOT NULL UNIQUE,
  team_id bigint NOT NULL,
  nickname text NOT NULL,
  city text
);
CREATE UNIQUE INDEX members_team_nickname ON members (team_id, nickname);
CREATE TABLE logins (id bigint NOT NULL, member_id bigint, at timestamptz);

//--- members.cpp
#include <pqxx/pqxx>
#include <string>

pqxx::result byEmail(pqxx::work &tx, const std::string &email) {
  return tx.exec_params("SELECT id, city FROM members WHERE email = $1", email); // ok: unique
}

pqxx::result byNickname(pqxx::work &tx, long team, const std::string &nickname) {
  return tx.exec_params("SELECT id FROM members WHERE nickname = $1 AND team_id = $2", nickname, team); // ok: the whole key
}

pqxx::result ofTeam(pqxx::work &tx, long team) {
  return tx.exec_params("SELECT id FROM members WHERE team_id = $1", team); // expect: scale-unbounded-fetch "'members'"
}

pqxx::result ofCity(pqxx::work &tx, const std::string &city) {
  return tx.exec_params("SELECT id FROM members WHERE city = $1", city); // expect: scale-unbounded-fetch "'members'"
}

pqxx::result login(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT at FROM logins WHERE id = $1", id); // expect: scale-unbounded-fetch "'logins'"
}

pqxx::result loginOf(pqxx::work &tx, long member) {
  return tx.exec_params("SELECT at FROM logins WHERE member_id = $1 ORDER BY at DESC LIMIT 10", member); // ok: ten
}
