// config: {schema: {dialect: sqlite, files: [schema.sql]}}
// pkg-config: sqlite3
// The same for an engine in the process: it reads the table all the same.
//--- schema.sql
CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT, made TEXT, tag TEXT);
CREATE INDEX notes_title ON notes (title);
CREATE INDEX notes_made ON notes (date(made));
CREATE INDEX notes_tag ON notes (tag);
//--- main.cpp
#include <sqlite3.h>

static sqlite3_stmt *prepare(sqlite3 *db, const char *text) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(db, text, -1, &statement, nullptr);
  sqlite3_step(statement);
  return statement;
}

void ask(sqlite3 *db) {
  prepare(db, "SELECT id FROM notes WHERE title LIKE '%a' LIMIT 5");        // expect: scale-non-sargable-predicate "pattern on 'title'"
  prepare(db, "SELECT id FROM notes WHERE upper(title) = 'A' LIMIT 5");     // expect: scale-non-sargable-predicate "'upper(title)'"
  prepare(db, "SELECT id FROM notes WHERE date(made) = '2024-01-01'");      // ok: an index over the expression
  prepare(db, "SELECT id FROM notes WHERE title = 'A' LIMIT 5");            // ok: indexed
  prepare(db, "SELECT id FROM notes ORDER BY id LIMIT 5 OFFSET ?");         // expect: scale-non-sargable-predicate "OFFSET"
  prepare(db, "SELECT id FROM notes ORDER BY id LIMIT ?, 5");               // expect: scale-non-sargable-predicate "OFFSET"
  prepare(db, "SELECT id FROM notes WHERE id = ? AND upper(title) = 'A'");  // ok: filters one row
  prepare(db, "SELECT id FROM notes WHERE tag || title = 'ab' LIMIT 5");    // expect: scale-non-sargable-predicate "computes"
}
