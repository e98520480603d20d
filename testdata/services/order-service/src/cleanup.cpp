#include "cleanup.h"

#include "log.h"

namespace orders {

void deleteCancelledOrders(Database &database) {
  Database::Lease lease(database);
  pqxx::work tx(*lease);
  tx.exec("DELETE FROM order_lines USING orders WHERE id = order_id AND status = 'cancelled'"); // ok: one statement for all
  const auto gone = tx.exec("DELETE FROM orders WHERE status = 'cancelled'");                     // ok: one statement for all
  tx.commit();
  log::info("cancelled orders deleted", std::to_string(gone.affected_rows()));
}

void deleteAbandonedCarts(Database &database) {
  Database::Lease lease(database);
  pqxx::work tx(*lease);
  const pqxx::result carts = tx.exec("SELECT cart_id FROM cart_lines GROUP BY cart_id "
                                     "HAVING max(touched_at) < now() - interval '30 days' LIMIT 10000"); // ok: LIMIT
  for (const auto &cart : carts)
    tx.exec_params("DELETE FROM cart_lines WHERE cart_id = $1", cart[0].as<std::int64_t>()); // expect: scale-write-in-loop (note) "up to 10000 times"
  tx.commit();
  log::info("abandoned carts deleted", std::to_string(carts.size()));
}

} // namespace orders
