// config: {schema: {dialect: postgresql, files: [schema.sql]}, tables: {small: [settings]}}
// A foreign key without an index on its own side, at its line.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  user_id bigint REFERENCES users (id), -- // expect: scale-unindexed-query "foreign key 'user_id' of 'orders' has no index"
  seller_id bigint REFERENCES users (id), -- // ok: orders_seller begins with it
  agent_id bigint
);
CREATE INDEX orders_seller ON orders (seller_id, id);
ALTER TABLE orders ADD FOREIGN KEY (agent_id) REFERENCES users (id); -- // expect: scale-unindexed-query "'agent_id'"
CREATE TABLE notes (
  user_id bigint REFERENCES users (id), -- // ok: leads the primary key
  number int,
  PRIMARY KEY (user_id, number)
);
CREATE TABLE settings (user_id bigint REFERENCES users (id)); -- // ok: a small table
CREATE TABLE gone (user_id bigint REFERENCES users (id)); -- // ok: dropped below
DROP TABLE gone;
//--- main.cpp
int main() {}
