// shows: bounded, counts, id-predicate
// What bounds the rows of a SELECT, and what only looks as if it did.
#include <pqxx/pqxx>
#include <string>

void unbounded(pqxx::work &tx) {
  tx.exec("SELECT id, email FROM users"); // expect: scale-unbounded-fetch "'users'"
  tx.exec("SELECT id FROM users WHERE active ORDER BY created_at"); // expect: scale-unbounded-fetch "'users'"
  tx.exec_params("SELECT id FROM orders WHERE customer_id = $1", 7); // expect: scale-unbounded-fetch "'orders'"
  tx.exec("SELECT id FROM orders LIMIT ALL"); // expect: scale-unbounded-fetch "'orders'"
  tx.exec("SELECT id FROM orders OFFSET 10"); // expect: scale-unbounded-fetch "'orders'"
  tx.exec("SELECT country, count(*) FROM users GROUP BY country"); // expect: scale-unbounded-fetch (note) "'users'"
  tx.exec("SELECT o.id FROM orders o JOIN (SELECT id FROM users LIMIT 10) u ON u.id = o.user_id"); // expect: scale-unbounded-fetch
}

void bounded(pqxx::work &tx, int pageSize) {
  tx.exec("SELECT id, email FROM users ORDER BY id LIMIT 100");                  // ok: LIMIT
  tx.exec_params("SELECT id FROM users ORDER BY id LIMIT $1", pageSize);         // ok: LIMIT by a parameter
  tx.exec("SELECT id FROM users ORDER BY id LIMIT " + std::to_string(pageSize)); // ok: LIMIT by a number in the text
  tx.exec("SELECT id FROM users FETCH FIRST 20 ROWS ONLY");                      // ok: FETCH FIRST
  tx.exec("SELECT count(*), max(created_at) FROM users");                        // ok: only aggregates
  tx.exec("SELECT EXISTS (SELECT 1 FROM users WHERE banned)");                   // ok: EXISTS
  tx.exec_params("SELECT id, email FROM users WHERE id = $1", 7);                // ok: one id
  tx.exec_params("SELECT email FROM users WHERE $1 = id AND active", 7);         // ok: one id, written the other way
  tx.exec_params("SELECT id, email FROM users WHERE id = ANY($1)", "{1,2}");     // ok: at most the ids asked for
  tx.exec("SELECT now(), version()");                                            // ok: no table
  tx.exec("SELECT country, count(*) FROM users GROUP BY country LIMIT 50");      // ok: LIMIT
  tx.exec("DELETE FROM users WHERE banned RETURNING id");                        // ok: no SELECT
}

void onlyAlmost(pqxx::work &tx) {
  tx.exec_params("SELECT id FROM users WHERE id > $1", 7); // expect: scale-unbounded-fetch "'users'"
  tx.exec_params("SELECT id FROM users WHERE id = $1 OR active", 7); // expect: scale-unbounded-fetch "'users'"
  tx.exec_params("SELECT id FROM users WHERE id <> $1", 7); // expect: scale-unbounded-fetch "'users'"
}

void boundedOnSomeWays(pqxx::work &tx, const std::string &table, bool few) {
  std::string sql = "SELECT id FROM " + table;
  if (few)
    sql += " LIMIT 5";
  tx.exec(sql); // ok: what follows the table is not known
}
