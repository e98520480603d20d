// shows: paging, chunks
// A page or a chunk a turn is the cure; a query per row of the page is the disease again.
#include <algorithm>
#include <pqxx/pqxx>
#include <string>
#include <vector>

using Ids = std::vector<long>;

std::string arrayLiteral(Ids::const_iterator first, Ids::const_iterator last) {
  std::string list = "{";
  for (; first != last; ++first)
    list += (list.size() > 1 ? "," : "") + std::to_string(*first);
  return list + "}";
}

void exportCustomers(pqxx::work &tx) {
  long last = 0;
  pqxx::result page;
  do {
    page = tx.exec_params("SELECT id, name FROM customers WHERE id > $1 ORDER BY id LIMIT 500", last); // ok: paging
    for (const auto &customer : page) {
      last = customer["id"].as<long>();
      tx.exec_params("SELECT city FROM addresses WHERE customer = $1", last); // expect: scale-n-plus-one-query "'addresses'"
    }
  } while (page.size() == 500);
}

void exportByOffset(pqxx::work &tx) {
  for (int page = 0;; ++page) {
    auto rows = tx.exec_params("SELECT id FROM tickets ORDER BY id LIMIT 100 OFFSET $1", page * 100); // ok: paging
    if (rows.empty())
      break;
  }
}

void loadInChunks(pqxx::work &tx, const Ids &ids) {
  constexpr std::size_t chunk = 1000;
  for (std::size_t from = 0; from < ids.size(); from += chunk) {
    auto last = ids.begin() + static_cast<long>(std::min(from + chunk, ids.size()));
    tx.exec_params("SELECT id, name FROM customers WHERE id = ANY($1)", // ok: one statement per thousand
                   arrayLiteral(ids.begin() + static_cast<long>(from), last));
  }
}
