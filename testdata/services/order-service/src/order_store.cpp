#include "order_store.h"

#include <sstream>
#include <tuple>

namespace orders {

namespace {

Order orderFrom(const pqxx::row &row) {
  return {row["id"].as<std::int64_t>(), row["user_id"].as<std::int64_t>(), row["status"].as<std::string>(),
          row["total_cents"].as<std::int64_t>()};
}

std::vector<Order> ordersFrom(const pqxx::result &rows) {
  std::vector<Order> orders;
  orders.reserve(rows.size());
  for (const auto &row : rows)
    orders.push_back(orderFrom(row));
  return orders;
}

} // namespace

std::optional<Order> OrderStore::find(std::int64_t id) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  const pqxx::result rows = tx.exec_prepared("order_by_id", id); // ok: one row by its key
  if (rows.empty())
    return std::nullopt;
  return Order{id, rows[0]["user_id"].as<std::int64_t>(), rows[0]["status"].as<std::string>(),
               rows[0]["total_cents"].as<std::int64_t>()};
}

std::vector<Line> OrderStore::linesOf(std::int64_t orderId) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  const pqxx::result rows =
      tx.exec_params("SELECT sku, quantity FROM order_lines WHERE order_id = $1 ORDER BY sku LIMIT 200", orderId); // ok: LIMIT
  std::vector<Line> lines;
  for (const auto &row : rows)
    lines.push_back({row["sku"].as<std::string>(), row["quantity"].as<int>()});
  return lines;
}

std::vector<Order> OrderStore::newestOf(std::int64_t userId, int limit) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  return ordersFrom(tx.exec_params("SELECT id, user_id, status, total_cents FROM orders WHERE user_id = $1 "
                                   "ORDER BY created_at DESC LIMIT $2",
                                   userId, limit)); // ok: LIMIT
}

std::vector<Order> OrderStore::allOf(std::int64_t userId) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  const std::string sql = "SELECT id, user_id, status, total_cents FROM orders WHERE user_id = $1 ORDER BY created_at";
  return ordersFrom(tx.exec_params(sql, userId)); // expect: scale-unbounded-fetch "'orders'"
}

std::vector<Order> OrderStore::oldestOpen(pqxx::transaction_base &tx) {
  return ordersFrom(tx.exec("SELECT id, user_id, status, total_cents FROM orders WHERE status = 'open' "
                            "ORDER BY created_at LIMIT 500"));
}

std::int64_t OrderStore::create(std::int64_t userId, std::int64_t totalCents, const std::vector<Line> &lines) {
  Database::Lease lease(database_);
  pqxx::work tx(*lease);
  const pqxx::row order = tx.exec_params1(
      "INSERT INTO orders (user_id, status, total_cents) VALUES ($1, 'open', $2) RETURNING id", userId, totalCents);
  const auto id = order["id"].as<std::int64_t>();
  for (const Line &line : lines)
    tx.exec_params("INSERT INTO order_lines (order_id, sku, quantity) VALUES ($1, $2, $3)", id, line.sku, line.quantity); // expect: scale-write-in-loop "'order_lines'"
  tx.commit();
  return id;
}

void OrderStore::importLines(std::int64_t orderId, const std::vector<Line> &lines) {
  Database::Lease lease(database_);
  pqxx::work tx(*lease);
  pqxx::stream_to copy(tx, "order_lines", std::vector<std::string>{"order_id", "sku", "quantity"});
  for (const Line &line : lines)
    copy << std::make_tuple(orderId, line.sku, line.quantity); // ok: COPY
  copy.complete();
  tx.commit();
}

std::string OrderStore::invoice(std::int64_t id) {
  Database::Lease lease(database_);
  pqxx::read_transaction tx(*lease);
  const pqxx::result rows = tx.exec_params("SELECT * FROM orders WHERE id = $1", id); // expect: scale-over-fetch "'orders'"
  if (rows.empty())
    return {};
  std::ostringstream text;
  text << "Invoice " << id << ": " << rows[0]["total_cents"].as<std::int64_t>() / 100.0 << " EUR\n";
  return text.str();
}

} // namespace orders
