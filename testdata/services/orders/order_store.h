// Orders and their customers in PostgreSQL.
#pragma once

#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace orders {

struct Order {
  int id = 0;
  int customer = 0;
};

class OrderStore {
public:
  explicit OrderStore(pqxx::connection &connection) : connection(connection) {}

  std::vector<Order> newest(int count);
  std::string customerName(int customer);
  std::vector<std::string> customerNames(const std::string &customerArray);
  void markShipped(pqxx::work &tx, int order);

private:
  pqxx::connection &connection;
};

} // namespace orders
