// Orders by other things than their id.
#pragma once

#include "order_store.h"

namespace orders {

// Ids of at most 50 orders that cost this much.
std::vector<std::int64_t> ordersOf(Database &database, std::int64_t totalCents);

// The same of those in a state.
std::vector<std::int64_t> ordersIn(Database &database, const std::string &status);

// 50 ids from this place on, counted from the first.
std::vector<std::int64_t> pageAt(Database &database, std::int64_t offset);

// 50 ids behind this one.
std::vector<std::int64_t> pageAfter(Database &database, std::int64_t last);

// For support: carts that nobody touched for a day.
std::vector<std::int64_t> idleCarts(Database &database);

} // namespace orders
