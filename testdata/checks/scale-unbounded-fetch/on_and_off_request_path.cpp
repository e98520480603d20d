// config: {roots: [library::handleSearch]}
// shows: bounded
// The same fetch is a note where no request waits for it.
#include <pqxx/pqxx>
#include <string>

namespace library {
pqxx::result findAll(pqxx::work &tx) {
  return tx.exec("SELECT id, title FROM books"); // expect: scale-unbounded-fetch "'books'"
}

pqxx::result handleSearch(pqxx::connection &connection, const std::string &title) {
  pqxx::work tx(connection);
  auto exact = tx.exec_params("SELECT id, title FROM books WHERE title = $1 LIMIT 10", title); // ok: ten
  return exact.empty() ? findAll(tx) : exact;
}

std::size_t reindex(pqxx::connection &connection) {
  pqxx::work tx(connection);
  return tx.exec("SELECT id, text FROM pages").size(); // expect: scale-unbounded-fetch (note) "'pages'"
}
} // namespace library
