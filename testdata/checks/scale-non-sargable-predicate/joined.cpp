// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpq
// Conditions of joins and of changes.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text);
CREATE INDEX users_name ON users (name);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, placed timestamptz);
CREATE INDEX orders_user ON orders (user_id);
CREATE INDEX orders_placed ON orders (placed);
//--- main.cpp
#include <postgresql/libpq-fe.h>

void ask(PGconn *db) {
  PQexec(db, "SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE lower(u.email) = 'a' LIMIT 9"); // expect: scale-non-sargable-predicate "'lower(email)'"
  PQexec(db, "SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.email = 'a' LIMIT 9"); // ok: by the key
  PQexec(db, "SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.email = 'a' AND date(o.placed) = '2024-01-01'"); // ok: filters the orders of one user
  PQexec(db, "UPDATE users SET name = 'x' WHERE lower(name) = 'y'"); // expect: scale-non-sargable-predicate "'lower(name)'"
  PQexec(db, "UPDATE users SET name = lower(name) WHERE id = 7");    // ok: computed for one row
  PQexec(db, "DELETE FROM orders WHERE placed < now() - interval '1 year'"); // ok: computed once
  PQexec(db, "DELETE FROM orders WHERE placed + interval '1 year' < now()"); // expect: scale-non-sargable-predicate "computes"
  PQexec(db, "SELECT id FROM users WHERE email = ANY($1) AND name LIKE '%x'"); // ok: filters a list of keys
}
