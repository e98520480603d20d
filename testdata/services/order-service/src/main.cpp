// Starts the order service.
#include "config.h"
#include "log.h"
#include "routes.h"

#include <curl/curl.h>
#include <iostream>

int main() {
  orders::log::open();
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const orders::Config config = orders::readConfig();

  orders::Database database(config.databaseHost, config.connections);
  orders::OrderStore store(database);
  orders::CartStore carts(database);
  orders::PricingClient pricing(config.pricingUrl);
  orders::TaxClient tax(config.taxUrl);
  orders::Cache cache(config.redisHost);
  orders::Limiter limiter(500);
  orders::Services services{database, store, carts, pricing, tax, cache, limiter};

  httplib::Server server; // ok: bodies are capped where the routes are registered
  orders::registerRoutes(server, services);
  std::cout << "orders listens on port " << config.port << '\n'; // ok: before the server starts
  return server.listen("0.0.0.0", config.port) ? 0 : 1;
}
