// Reports over many orders.
#pragma once

#include "database.h"

#include <string>

namespace orders {

// One line per open order with the name of its user.
std::string openOrders(Database &database);

// The same report with the names fetched together.
std::string openOrdersSummary(Database &database);

} // namespace orders
