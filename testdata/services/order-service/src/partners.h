// The services of other teams: prices, loyalty points, tax rates. A handle per thread keeps its connections.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace orders {

class PricingClient {
public:
  explicit PricingClient(std::string url) : url_(std::move(url)) {}

  double priceOf(const std::string &sku);

  // Prices of many articles in one request; articles without a price are left out.
  std::map<std::string, double> pricesOf(const std::vector<std::string> &skus);

  int loyaltyPointsOf(const std::string &userId);

private:
  std::string url_;
};

class TaxClient {
public:
  explicit TaxClient(std::string url) : url_(std::move(url)) {}

  double rateOf(const std::string &region);

private:
  std::string url_;
};

} // namespace orders
