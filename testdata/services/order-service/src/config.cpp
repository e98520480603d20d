#include "config.h"

#include <cstdlib>

namespace orders {

namespace {

void override(std::string &value, const char *variable) {
  if (const char *text = std::getenv(variable))
    value = text;
}

} // namespace

Config readConfig() {
  Config config;
  override(config.databaseHost, "DATABASE_HOST");
  override(config.redisHost, "REDIS_HOST");
  override(config.pricingUrl, "PRICING_URL");
  override(config.taxUrl, "TAX_URL");
  if (const char *port = std::getenv("PORT"))
    config.port = std::atoi(port);
  return config;
}

std::string connectionString(const std::string &host) {
  return "host=" + host + " dbname=orders connect_timeout=3 options='-c statement_timeout=4000'";
}

} // namespace orders
