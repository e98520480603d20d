// Where the service finds what it depends on.
#pragma once

#include <cstddef>
#include <string>

namespace orders {

struct Config {
  std::string databaseHost = "localhost";
  std::string redisHost = "localhost";
  std::string pricingUrl = "http://pricing.internal";
  std::string taxUrl = "http://tax.internal";
  int port = 8080;
  std::size_t connections = 16;
  double requestsPerSecond = 500;
};

// Defaults, overridden by the environment.
Config readConfig();

// The libpq connection string for a database host, with both of its deadlines.
std::string connectionString(const std::string &host);

} // namespace orders
