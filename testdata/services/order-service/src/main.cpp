// Starts the order service; `orders cleanup` is the nightly job.
#include "cleanup.h"
#include "config.h"
#include "log.h"
#include "routes.h"

#include <curl/curl.h>
#include <exception>
#include <iostream>
#include <string_view>

namespace {

int cleanUp(const orders::Config &config) {
  orders::Database database(config.databaseHost, 1);
  orders::deleteCancelledOrders(database);
  orders::deleteAbandonedCarts(database);
  return 0;
}

int serve(const orders::Config &config) {
  orders::Database database(config.databaseHost, config.connections);
  orders::OrderStore store(database);
  orders::CartStore carts(database);
  orders::PricingClient pricing(config.pricingUrl);
  orders::TaxClient tax(config.taxUrl);
  orders::Cache cache(config.redisHost);
  orders::Limiter limiter(config.requestsPerSecond);
  orders::Services services{database, store, carts, pricing, tax, cache, limiter};

  httplib::Server server; // ok: bodies are capped where the routes are registered
  orders::registerRoutes(server, services);
  std::cout << "orders listens on port " << config.port << '\n'; // ok: before the server starts
  return server.listen("0.0.0.0", config.port) ? 0 : 1;
}

} // namespace

int main(int count, char **arguments) {
  orders::log::open();
  curl_global_init(CURL_GLOBAL_DEFAULT);
  try {
    const orders::Config config = orders::readConfig();
    const bool job = count == 2 && std::string_view(arguments[1]) == "cleanup";
    return job ? cleanUp(config) : serve(config);
  } catch (const std::exception &problem) {
    orders::log::error("gave up", problem.what());
    std::cerr << "orders: " << problem.what() << '\n';
    return 1;
  }
}
