#include "report.h"

#include "order_store.h"
#include "user_store.h"

#include <sstream>

namespace orders {

namespace {

void writeLine(std::ostream &out, const Order &order, const std::string &user) {
  out << order.id << ' ' << order.status << ' ' << order.totalCents << ' ' << user << '\n';
}

} // namespace

std::string openOrders(Database &database) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  std::ostringstream report;
  for (const Order &order : OrderStore::oldestOpen(tx))
    writeLine(report, order, nameOf(tx, order.userId)); // expect: scale-n-plus-one-query "'users'"
  return report.str();
}

std::string openOrdersSummary(Database &database) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  const std::vector<Order> open = OrderStore::oldestOpen(tx);
  std::vector<std::int64_t> userIds;
  for (const Order &order : open)
    userIds.push_back(order.userId);
  const auto names = namesOf(tx, userIds); // ok: one query for all names

  std::ostringstream report;
  for (const Order &order : open) {
    const auto name = names.find(order.userId); // ok: in memory
    writeLine(report, order, name == names.end() ? "unknown" : name->second);
  }
  return report.str();
}

} // namespace orders
