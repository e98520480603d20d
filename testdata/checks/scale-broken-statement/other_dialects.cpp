// config: {schema: {dialect: mysql, files: [schema.sql]}}
// pkg-config: libmariadb
// shows: other-file
// Names are looked up in every dialect; syntax is judged for one alone.
//--- schema.sql
CREATE TABLE `users` (`id` int PRIMARY KEY, `email` varchar(190), KEY (`email`));
//--- texts.h
#pragma once
inline const char *const ByMail = "SELECT `id` FROM `users` WHERE `mail` = 'x'"; // expect: scale-broken-statement "'mail', which 'users' does not have"
//--- main.cpp
#include "texts.h"
#include <mysql/mysql.h>

void ask(MYSQL *db) {
  mysql_query(db, ByMail);
  mysql_query(db, "SELECT `id` FROM `users` WHERE `email` = 'x'");       // ok: it has it
  mysql_query(db, "SELECT id FROM users USE INDEX (email) WHERE id = 1"); // ok: MySQL's own syntax
  mysql_query(db, "SHOW TABLES LIKE 'u%'");                              // ok: MySQL's own
  mysql_query(db, "SELECT id FROM members WHERE id = 1");                // expect: scale-broken-statement "table 'members'"
}
