// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: made-by-program
// Tables that the program creates itself.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total int);
CREATE TABLE copied AS SELECT 1 AS x;
CREATE VIEW busy AS SELECT * FROM users;
//--- main.cpp
#include <pqxx/pqxx>

void import(pqxx::work &tx) {
  tx.exec("CREATE TEMP TABLE incoming (id bigint, total int) ON COMMIT DROP"); // ok: made here
  tx.exec("INSERT INTO incoming (id, total) VALUES (1, 2)");                   // ok: made above
  tx.exec("UPDATE orders o SET total = i.total FROM incoming i WHERE i.id = o.id"); // ok: made above
  tx.exec("DELETE FROM incomming WHERE id = 1");                               // expect: scale-broken-statement "table 'incomming'"
  tx.exec("CREATE TABLE audit.log (id bigint); INSERT INTO audit.log VALUES (1)"); // ok: made in the same text
}
