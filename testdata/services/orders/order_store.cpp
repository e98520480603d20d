#include "order_store.h"

namespace orders {

std::vector<Order> OrderStore::newest(int count) {
  pqxx::work tx(connection);
  pqxx::result rows =
      tx.exec_params("SELECT id, customer FROM orders ORDER BY id DESC LIMIT $1", count);
  std::vector<Order> result;
  for (const pqxx::row &row : rows)
    result.push_back({row[0].as<int>(), row[1].as<int>()});
  return result;
}

std::string OrderStore::customerName(int customer) {
  pqxx::work tx(connection);
  return tx.exec_params1("SELECT name FROM customers WHERE id = $1", customer)[0].as<std::string>();
}

std::vector<std::string> OrderStore::customerNames(const std::string &customerArray) {
  pqxx::work tx(connection);
  std::vector<std::string> result;
  for (const pqxx::row &row :
       tx.exec_params("SELECT name FROM customers WHERE id = ANY($1)", customerArray))
    result.push_back(row[0].as<std::string>());
  return result;
}

void OrderStore::markShipped(pqxx::work &tx, int order) {
  tx.exec_params0("UPDATE orders SET shipped = now() WHERE id = $1", order);
}

} // namespace orders
