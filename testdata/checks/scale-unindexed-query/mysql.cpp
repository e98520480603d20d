// config: {schema: {dialect: mysql, files: [schema.sql]}}
// pkg-config: libmariadb
// shows: other-file
// KEY inside of the table; a reference makes its own index; the prefix of a pattern is looked up.
//--- schema.sql
CREATE TABLE `users` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(190) NOT NULL,
  `state` enum('new','old') DEFAULT 'new',
  `invited_by` int unsigned,
  PRIMARY KEY (`id`), KEY `email` (`email`),
  CONSTRAINT `inviter` FOREIGN KEY (`invited_by`) REFERENCES `users` (`id`) -- // ok: InnoDB makes the index
) ENGINE=InnoDB;
//--- texts.h
#pragma once
extern const char *const ByState;
//--- texts.cpp
#include "texts.h"
const char *const ByState = "SELECT `id` FROM `users` WHERE `state` = 'new' LIMIT 10"; // expect: scale-unindexed-query "by 'state'"
//--- main.cpp
#include "texts.h"
#include <mysql/mysql.h>

void ask(MYSQL *db) {
  mysql_query(db, ByState);
  mysql_query(db, "SELECT id FROM users WHERE email LIKE 'a%' LIMIT 10");     // ok: the beginning of the value
  mysql_query(db, "SELECT id FROM users WHERE invited_by = 7 LIMIT 10");      // ok: the reference's index
  mysql_query(db, "DELETE FROM users WHERE state = 'old'");                   // expect: scale-unindexed-query "delete looks up rows of 'users' by 'state'"
}
