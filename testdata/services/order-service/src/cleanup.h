// The nightly job, outside of every request.
#pragma once

#include "database.h"

namespace orders {

void deleteCancelledOrders(Database &database);

// Carts that nobody touched for a month.
void deleteAbandonedCarts(Database &database);

} // namespace orders
