#include "search.h"

namespace orders {

namespace {

std::vector<std::int64_t> idsIn(const pqxx::result &rows) {
  std::vector<std::int64_t> ids;
  for (const auto &row : rows)
    ids.push_back(row[0].as<std::int64_t>());
  return ids;
}

} // namespace

std::vector<std::int64_t> ordersOf(Database &database, std::int64_t totalCents) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return idsIn(tx.exec_params("SELECT id FROM orders WHERE total_cents = $1 LIMIT 50", totalCents)); // expect: scale-unindexed-query "'orders' by 'total_cents'"
}

std::vector<std::int64_t> ordersIn(Database &database, const std::string &status) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return idsIn(tx.exec_params("SELECT id FROM orders WHERE status = $1 LIMIT 50", status)); // ok: orders_by_status
}

std::vector<std::int64_t> pageAt(Database &database, std::int64_t offset) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return idsIn(tx.exec_params("SELECT id FROM orders ORDER BY id LIMIT 50 OFFSET $1", offset)); // expect: scale-non-sargable-predicate "paging by OFFSET"
}

std::vector<std::int64_t> pageAfter(Database &database, std::int64_t last) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return idsIn(tx.exec_params("SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT 50", last)); // ok: by key
}

std::vector<std::int64_t> idleCarts(Database &database) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return idsIn(tx.exec("SELECT cart_id FROM cart_lines WHERE cart_id > 0 AND touched < now() - interval '1 day' LIMIT 50")); // expect: scale-broken-statement "column 'touched', which 'cart_lines' does not have; did you mean 'touched_at'?"
}

} // namespace orders
