// config: {roots: [{function: "shop::on*", method: GET, path: /v1/orders}, {function: shop::nightly, kind: background}]}
// Roots of the configuration: a glob over names, a route, work that serves no request.
#include <pqxx/pqxx>
#include <vector>

namespace shop {
static long total(pqxx::work &tx, int order) {
  return tx.exec_params1("SELECT sum(price) FROM items WHERE order_id = $1", order)[0].as<long>();
}

long onOrders(pqxx::work &tx, const std::vector<int> &orders) {
  long sum = 0;
  for (int order : orders)
    sum += total(tx, order); // expect: scale-n-plus-one-query "'orders'"
  return sum;
}

long nightly(pqxx::work &tx, const std::vector<int> &orders) {
  long sum = 0;
  for (int order : orders)
    sum += total(tx, order); // expect: scale-n-plus-one-query (note) "'orders'"
  return sum;
}
} // namespace shop
