// shows: count-star
// Raw and formatted literals; the finding is where the text begins.
#include <fmt/format.h>
#include <pqxx/pqxx>
#include <string>

void posts(pqxx::work &tx, long author) {
  tx.exec(R"(SELECT * FROM posts WHERE published LIMIT 20)"); // expect: scale-over-fetch "'posts'"
  tx.exec(R"sql(SELECT id, title FROM posts WHERE published LIMIT 20)sql"); // ok: columns
  tx.exec(fmt::format("SELECT * FROM posts WHERE author = {} LIMIT 20", author)); // expect: scale-over-fetch "'posts'"
  tx.exec(fmt::format("SELECT count(*) FROM posts WHERE author = {}", author)); // ok: counts
  tx.exec(fmt::format("SELECT title FROM posts WHERE score = {} * 2 LIMIT 20", author)); // ok: a product
}
