// shows: small-limit
// Rows of a query with a constant LIMIT: up to 8 are no data, above they are, with the bound named.
#include <pqxx/pqxx>
#include <string>

std::string authorOf(pqxx::work &tx, int postId) {
  return tx.exec_params1("SELECT name FROM authors WHERE post_id = $1", postId)[0].as<std::string>();
}

void frontPage(pqxx::work &tx) {
  auto top = tx.exec("SELECT id FROM posts ORDER BY score DESC LIMIT 5");
  for (const auto &post : top)
    authorOf(tx, post[0].as<int>()); // ok: five at the most
}

void headlines(pqxx::work &tx) {
  auto few = tx.exec("SELECT id FROM posts ORDER BY score DESC FETCH FIRST 8 ROWS ONLY");
  for (pqxx::result::size_type i = 0; i < few.size(); ++i)
    authorOf(tx, few[i][0].as<int>()); // ok: eight at the most
}

void archivePage(pqxx::work &tx) {
  auto page = tx.exec("SELECT id FROM posts ORDER BY created_at DESC LIMIT 50");
  for (const auto &post : page)
    authorOf(tx, post[0].as<int>()); // expect: scale-n-plus-one-query "up to 50"
}

void asked(pqxx::work &tx, int pageSize) {
  auto page = tx.exec_params("SELECT id FROM posts ORDER BY created_at DESC LIMIT $1", pageSize);
  for (const auto &post : page)
    authorOf(tx, post[0].as<int>()); // expect: scale-n-plus-one-query "'authors'"
}
