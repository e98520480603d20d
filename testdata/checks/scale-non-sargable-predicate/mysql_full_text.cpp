// config: {schema: {dialect: mysql, files: [schema.sql]}}
// pkg-config: libmariadb
// shows: full-text, other-file
// A full-text index answers for words.
//--- schema.sql
CREATE TABLE posts (id int PRIMARY KEY, title varchar(200), body text, slug varchar(100), posted datetime,
                    KEY (title), KEY (slug), KEY (posted), FULLTEXT KEY words (body));
//--- texts.h
#pragma once
inline const char *const BySlug = "SELECT id FROM posts WHERE slug LIKE '%-2' LIMIT 10"; // expect: scale-non-sargable-predicate "pattern on 'slug'"
//--- main.cpp
#include "texts.h"
#include <mysql/mysql.h>

void ask(MYSQL *db) {
  mysql_query(db, BySlug);
  mysql_query(db, "SELECT id FROM posts WHERE body LIKE '%tea%' LIMIT 10");                   // ok: the words have an index
  mysql_query(db, "SELECT id FROM posts WHERE MATCH (body) AGAINST ('tea') LIMIT 10");        // ok: full text
  mysql_query(db, "SELECT id FROM posts WHERE YEAR(posted) = 2024 LIMIT 10");                 // expect: scale-non-sargable-predicate "'year(posted)'"
  mysql_query(db, "SELECT id FROM posts WHERE posted >= '2024-01-01' LIMIT 10");              // ok: a range
  mysql_query(db, "SELECT id FROM posts ORDER BY RAND() LIMIT 1");                            // expect: scale-non-sargable-predicate "rand()"
}
