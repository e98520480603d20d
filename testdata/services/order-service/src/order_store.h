// Orders and their lines in PostgreSQL.
#pragma once

#include "database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orders {

struct Line {
  std::string sku;
  int quantity = 0;
};

struct Order {
  std::int64_t id = 0;
  std::int64_t userId = 0;
  std::string status;
  std::int64_t totalCents = 0;
};

class OrderStore {
public:
  explicit OrderStore(Database &database) : database_(database) {}

  std::optional<Order> find(std::int64_t id);
  std::vector<Line> linesOf(std::int64_t orderId);

  // The newest orders of a user, at most `limit`.
  std::vector<Order> newestOf(std::int64_t userId, int limit);
  std::vector<Order> allOf(std::int64_t userId);

  // The open orders that have waited longest, in the caller's transaction.
  static std::vector<Order> oldestOpen(pqxx::transaction_base &tx);

  std::int64_t create(std::int64_t userId, std::int64_t totalCents, const std::vector<Line> &lines);
  void importLines(std::int64_t orderId, const std::vector<Line> &lines);

  std::string invoice(std::int64_t id);

private:
  Database &database_;
};

} // namespace orders
