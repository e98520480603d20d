// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: catalogue, open-name
// Tables and columns that the schema lacks.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total int);
CREATE TABLE copied AS SELECT 1 AS x;
CREATE VIEW busy AS SELECT * FROM users;
//--- main.cpp
#include <pqxx/pqxx>
#include <string>

void ask(pqxx::work &tx, const std::string &suffix) {
  tx.exec("SELECT id FROM user WHERE id = 1");                  // expect: scale-broken-statement "table 'user', which the schema does not have; did you mean 'users'?"
  tx.exec("SELECT id FROM userz WHERE id = 1");                 // expect: scale-broken-statement "table 'userz', which the schema does not have; did you mean 'users'?"
  tx.exec("SELECT id FROM users WHERE mail = 'x'");             // expect: scale-broken-statement "column 'mail', which 'users' does not have; did you mean 'email'?"
  tx.exec("SELECT id FROM users WHERE email = 'x'");            // ok: it has it
  tx.exec("SELECT id FROM Users u WHERE u.EMAIL = 'x'");        // ok: names are folded
  tx.exec("SELECT id FROM public.users WHERE id = 1");          // ok: with its schema
  tx.exec("SELECT 1 FROM pg_class WHERE relname = 'x'");        // ok: the engine's own
  tx.exec("SELECT 1 FROM information_schema.columns WHERE table_name = 'x'"); // ok: the engine's own
  tx.exec("SELECT id FROM orders" + suffix + " WHERE id = 1");  // ok: the name is not known
  tx.exec("SELECT x FROM copied WHERE y = 1");                  // ok: its columns are not known
  tx.exec("SELECT id FROM busy WHERE since = 1");               // ok: a view's columns are not known
  tx.exec("SELECT ctid FROM users WHERE ctid = '(0,1)'");       // ok: every table has it
  tx.exec("INSERT INTO orders (id, usr_id) VALUES (1, 2)");     // expect: scale-broken-statement "'usr_id', which 'orders' does not have; did you mean 'user_id'?"
  tx.exec("INSERT INTO orders (id, user_id) VALUES (1, 2)");    // ok: both are there
  tx.exec("UPDATE orders SET totl = 1 WHERE id = 1");           // expect: scale-broken-statement "'totl'"
  tx.exec("DELETE FROM order_lines WHERE id = 1");              // expect: scale-broken-statement "table 'order_lines'"
}
