// The lines of a cart in PostgreSQL.
#pragma once

#include "database.h"
#include "order_store.h"

#include <cstdint>
#include <vector>

namespace orders {

class CartStore {
public:
  explicit CartStore(Database &database) : database_(database) {}

  // At most a hundred lines, the limit of a cart.
  std::vector<Line> linesOf(std::int64_t cartId);

private:
  Database &database_;
};

} // namespace orders
