#include "order_store.h"

#include <hiredis/hiredis.h>

namespace orders {

// One query for each order: the round trips grow with the page.
std::string listOrders(OrderStore &store) {
  std::string page;
  for (const Order &order : store.newest(50))
    page += store.customerName(order.customer) + "\n"; // expect: scale-n-plus-one-query
  return page;
}

// The same page with one query for all names.
std::string listOrdersAtOnce(OrderStore &store) {
  std::string array = "{";
  for (const Order &order : store.newest(50))
    array += std::to_string(order.customer) + ",";
  array.back() = '}';
  std::string page;
  for (const std::string &name : store.customerNames(array)) // ok: one statement for all
    page += name + "\n";
  return page;
}

void ship(pqxx::connection &connection, OrderStore &store, const std::vector<int> &shipped) {
  pqxx::work tx(connection);
  for (int order : shipped)
    store.markShipped(tx, order); // expect: scale-write-in-loop
  tx.commit();
}

void forget(redisContext *cache, const std::vector<std::string> &keys) {
  for (const std::string &key : keys)
    freeReplyObject(redisCommand(cache, "DEL %s", key.c_str())); // expect: scale-remote-call-in-loop
}

} // namespace orders
