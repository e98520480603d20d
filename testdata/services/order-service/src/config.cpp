#include "config.h"

#include <cstdlib>

namespace orders {

namespace {

void readVariable(const char *variable, std::string &value) {
  if (const char *text = std::getenv(variable))
    value = text;
}

} // namespace

Config readConfig() {
  Config config;
  readVariable("DATABASE_HOST", config.databaseHost);
  readVariable("REDIS_HOST", config.redisHost);
  readVariable("PRICING_URL", config.pricingUrl);
  readVariable("TAX_URL", config.taxUrl);
  if (const char *port = std::getenv("PORT"))
    config.port = std::stoi(port);
  return config;
}

std::string connectionString(const std::string &host) {
  return "host=" + host + " dbname=orders connect_timeout=3 options='-c statement_timeout=4000'";
}

} // namespace orders
