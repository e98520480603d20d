#include "cart_store.h"

namespace orders {

std::vector<Line> CartStore::linesOf(std::int64_t cartId) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  const pqxx::result rows =
      tx.exec_params("SELECT sku, quantity FROM cart_lines WHERE cart_id = $1 ORDER BY sku LIMIT 100", cartId);
  std::vector<Line> lines;
  for (const auto &row : rows)
    lines.push_back({row["sku"].as<std::string>(), row["quantity"].as<int>()});
  return lines;
}

} // namespace orders
