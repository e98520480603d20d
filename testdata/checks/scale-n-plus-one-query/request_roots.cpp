// config: {roots: [shop::handleListOrders]}
// shows: other-file
// Where request roots are known, a loop that no request reaches is only a note.
//--- orders.h
#pragma once
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace shop {
struct Request {
  std::vector<int> ids;
};
std::string customerOf(pqxx::work &tx, int orderId);
std::string render(pqxx::work &tx, const std::vector<int> &orders);
std::string handleListOrders(pqxx::connection &connection, const Request &request);
} // namespace shop

//--- orders.cpp
#include "orders.h"

namespace shop {
std::string customerOf(pqxx::work &tx, int orderId) {
  return tx.exec_params1("SELECT customer FROM orders WHERE id = $1", orderId)[0].as<std::string>();
}

std::string render(pqxx::work &tx, const std::vector<int> &orders) {
  std::string body;
  for (int order : orders)
    body += customerOf(tx, order); // expect: scale-n-plus-one-query "'orders'"
  return body;
}

std::string handleListOrders(pqxx::connection &connection, const Request &request) {
  pqxx::work tx(connection);
  return render(tx, request.ids); // ok: no loop here
}
} // namespace shop

//--- migrate.cpp
#include "orders.h"

void backfill(pqxx::connection &connection, const std::vector<int> &legacy) {
  pqxx::work tx(connection);
  for (int order : legacy)
    shop::customerOf(tx, order); // expect: scale-n-plus-one-query (note) "'legacy'"
}
