// config: {schema: {dialect: postgresql, files: [migrations]}}
// shows: unique-key
// The schema is a folder of migrations, applied in the order of their names.
//--- migrations/2_slug.sql
-- +tool Up
ALTER TABLE articles ADD COLUMN slug text;
CREATE UNIQUE INDEX CONCURRENTLY articles_slug ON articles (slug);
ALTER TABLE articles DROP CONSTRAINT articles_title_key;
-- +tool Down
DROP INDEX articles_slug;

//--- migrations/1_articles.sql
CREATE TABLE articles (id bigint PRIMARY KEY, title text UNIQUE, author bigint REFERENCES people (id));
CREATE UNIQUE INDEX articles_draft ON articles (author) WHERE draft;

//--- articles.cpp
#include <pqxx/pqxx>
#include <string>

void read(pqxx::work &tx, const std::string &text) {
  tx.exec_params("SELECT id FROM articles WHERE slug = $1", text); // ok: unique since the second migration
  tx.exec_params("SELECT id FROM articles WHERE title = $1", text); // expect: scale-unbounded-fetch "'articles'"
  tx.exec_params("SELECT id FROM articles WHERE author = $1", text); // expect: scale-unbounded-fetch "'articles'"
  tx.exec_params("SELECT p.name FROM articles a JOIN pictures p ON p.id = a.picture WHERE a.slug = $1", text); // ok: one each
}
