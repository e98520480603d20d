// A schema, statements over it, and which tables they read whole: what the indexes are asked about, and what PostgreSQL's
// planner is asked about as well.
#pragma once

namespace scalelint::test {

inline constexpr const char *Ddl = R"(
CREATE TABLE teams (id bigint PRIMARY KEY, name text);
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, team_id bigint REFERENCES teams (id),
                    active boolean, created timestamptz, score int, bio text);
CREATE INDEX users_team ON users (team_id, created);
CREATE INDEX users_lower ON users (lower(name));
CREATE INDEX users_bio ON users USING gin (bio gin_trgm_ops);
CREATE INDEX users_active_score ON users (score) WHERE active;
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), state text, placed timestamptz,
                     total int, code text);
CREATE INDEX orders_placed ON orders USING brin (placed);
CREATE INDEX orders_open ON orders (total) WHERE state = 'open';
CREATE INDEX orders_code ON orders (code text_pattern_ops);
CREATE TABLE kinds (id int, label text);
CREATE VIEW latest AS SELECT * FROM orders;
)";

struct AccessRow {
  const char *sql;
  const char *gaps; // "orders(user_id) join" for each, and whether an index knows the column but does not fit
};

inline constexpr AccessRow AccessRows[] = {
    // Equality, ranges, lists.
    {"SELECT name FROM users WHERE id = $1", ""},
    {"SELECT name FROM users WHERE email = $1", ""},
    {"SELECT name FROM users WHERE email IN ('a', 'b')", ""},
    {"SELECT name FROM users WHERE email = ANY($1)", ""},
    {"SELECT name FROM users WHERE $1 < id", ""},
    {"SELECT name FROM users WHERE id BETWEEN 1 AND 9", ""},
    {"SELECT id FROM users WHERE score = $1", "users(score) predicate partial"},
    {"SELECT id FROM users WHERE score = $1 AND active", ""},
    {"SELECT id FROM users WHERE score = $1 AND active = true", ""},
    {"SELECT id FROM users WHERE score = $1 AND NOT active", "users(score) predicate partial"},
    {"SELECT id FROM users WHERE name = $1", "users(name) predicate unfit"},
    {"SELECT id FROM users WHERE LOWER(users.name) = $1", ""},
    {"SELECT id FROM users WHERE upper(name) = $1", "users(upper(name)) predicate unfit"},
    {"SELECT id FROM users WHERE upper(bio) = $1", "users(upper(bio)) predicate unfit"},
    {"SELECT id FROM users WHERE created > $1", "users(created) predicate"},
    {"SELECT id FROM users WHERE team_id = $1 AND created > $2", ""},
    {"SELECT id FROM users WHERE created > $1 AND name = 'x'", "users(name, created) predicate unfit"},
    {"SELECT id FROM users WHERE id = $1 AND name = $2", ""},
    // What an index would not help.
    {"SELECT id FROM users", ""},
    {"SELECT id FROM users WHERE active", ""},
    {"SELECT id FROM users WHERE name <> $1", ""},
    {"SELECT id FROM users WHERE name IS NULL", ""},
    {"SELECT id FROM kinds WHERE label = $1", ""},
    {"SELECT id FROM unknown WHERE label = $1", ""},
    {"SELECT id FROM latest WHERE state = $1", ""},
    // Patterns.
    {"SELECT id FROM orders WHERE code LIKE 'a%'", ""},
    {"SELECT id FROM users WHERE email LIKE 'a%'", "users(email) predicate unfit"},
    {"SELECT id FROM users WHERE bio LIKE '%a%'", ""},
    {"SELECT id FROM users WHERE bio ILIKE '%a%'", ""},
    {"SELECT id FROM users WHERE name LIKE '%a'", ""}, // an index is there that does not fit: another check's
    {"SELECT id FROM orders WHERE state LIKE '%aab%'", "orders(state) predicate"},
    {"SELECT id FROM orders WHERE state ILIKE 'aab%'", "orders(state) predicate"},
    // Partial and block indexes.
    {"SELECT id FROM orders WHERE total > 5 AND state = 'open'", ""},
    {"SELECT id FROM orders WHERE total > 5 AND state = 'paid'", "orders(state, total) predicate partial"},
    {"SELECT id FROM orders WHERE total > 5 AND state = $1", "orders(state, total) predicate partial"},
    {"SELECT id FROM orders WHERE placed > now() - interval '1 day'", ""},
    // OR
    {"SELECT id FROM users WHERE id = $1 OR email = $2", ""},
    {"SELECT id FROM users WHERE id = $1 OR created > $2", "users(created) predicate"},
    {"SELECT id FROM users WHERE (id = $1 AND score = 1) OR (email = $2 AND score = 2)", ""},
    {"SELECT id FROM users WHERE (id = $1 OR email = $2) AND score = 1", ""},
    {"SELECT id FROM users WHERE $1::text IS NULL OR email = $1", ""}, // an index would not help either
    // Joins
    {"SELECT * FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1", ""},
    {"SELECT * FROM users u JOIN orders o ON u.id = o.user_id WHERE u.id = $1", "orders(user_id) join"},
    {"SELECT * FROM users u LEFT JOIN orders o ON u.id = o.user_id WHERE u.id = $1", "orders(user_id) join"},
    {"SELECT * FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE u.id = $1", ""},
    {"SELECT * FROM users u, teams t WHERE t.id = u.team_id AND t.name = $1", "teams(name) predicate"},
    {"SELECT * FROM users u JOIN teams t ON t.id = u.team_id", ""},
    {"SELECT * FROM users JOIN orders ON users.id = user_id WHERE email = $1", "orders(user_id) join"},
    {"SELECT * FROM kinds k JOIN orders o ON o.state = k.label", "orders(state) join"},
    {"SELECT * FROM users a JOIN users b ON b.team_id = a.team_id WHERE a.id = $1", ""},
    {"SELECT * FROM users a JOIN users b ON b.score = a.score WHERE a.id = $1", "users(score) join partial"},
    {"SELECT * FROM users JOIN orders USING (id) WHERE email = $1", ""},
    // Subqueries
    {"SELECT id FROM users WHERE id IN (SELECT user_id FROM orders WHERE id = $1)", ""},
    {"SELECT id FROM users WHERE id = (SELECT user_id FROM orders WHERE code = $1)", ""},
    {"SELECT id FROM users WHERE id = (SELECT user_id FROM orders WHERE state = $1)", "orders(state) predicate"},
    {"SELECT id FROM users u WHERE id = 1 AND EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id)",
     "orders(user_id) join"},
    {"WITH o AS (SELECT user_id FROM orders WHERE state = 'x') SELECT * FROM users JOIN o ON users.id = o.user_id",
     "orders(state) predicate"},
    {"SELECT id FROM users WHERE name = 'a' UNION SELECT id FROM orders WHERE state = 'b'",
     "users(name) predicate unfit; orders(state) predicate"},
    // Order
    {"SELECT id FROM orders ORDER BY total LIMIT 10", "orders(total) sort"},
    {"SELECT id FROM orders ORDER BY id DESC LIMIT 10", ""},
    {"SELECT id FROM orders ORDER BY total", ""},
    {"SELECT id FROM orders WHERE user_id = $1 ORDER BY total LIMIT 1", "orders(user_id) predicate"},
    {"SELECT id FROM users WHERE team_id = $1 ORDER BY score LIMIT 10", ""},
    {"SELECT id FROM users ORDER BY lower(name) LIMIT 10", ""},
    // Writes
    {"UPDATE orders SET state = 'x' WHERE user_id = $1", "orders(user_id) predicate"},
    {"UPDATE orders SET state = 'x' WHERE id = $1", ""},
    {"UPDATE orders o SET state = 'x' FROM users u WHERE u.id = o.user_id AND u.email = $1", "orders(user_id) join"},
    {"DELETE FROM orders WHERE state = 'old'", "orders(state) predicate"},
    {"DELETE FROM orders USING users u WHERE orders.user_id = u.id AND u.id = $1", "orders(user_id) join"},
    {"INSERT INTO teams SELECT id, name FROM users WHERE created < $1", "users(created) predicate"},
    {"SELECT id FROM", ""},
};

} // namespace scalelint::test
