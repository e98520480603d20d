// config: {roots: [museum::handleExhibits]}
// On a request path a warning; in a tool of the same program a note.
#include <pqxx/pqxx>

namespace museum {
pqxx::result exhibits(pqxx::work &tx) {
  return tx.exec("SELECT * FROM exhibits LIMIT 40"); // expect: scale-over-fetch "'exhibits'"
}

std::size_t handleExhibits(pqxx::connection &connection) {
  pqxx::read_transaction read(connection);
  auto rooms = read.exec("SELECT id, name FROM rooms LIMIT 40"); // ok: columns
  read.commit();
  pqxx::work tx(connection);
  return rooms.size() + exhibits(tx).size();
}

std::size_t dump(pqxx::connection &connection) {
  pqxx::work tx(connection);
  return tx.exec("SELECT * FROM donors LIMIT 1000").size(); // expect: scale-over-fetch (note) "'donors'"
}
} // namespace museum
