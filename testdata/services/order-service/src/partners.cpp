#include "partners.h"

#include "http_client.h"

#include <sstream>

namespace orders {

namespace {

CURL *pricingHandle() {
  thread_local CurlHandle handle = makeHandle();
  return handle.get();
}

CURL *taxHandle() {
  thread_local CurlHandle handle = makePlainHandle();
  return handle.get();
}

} // namespace

double PricingClient::priceOf(const std::string &sku) {
  return std::stod(httpGet(pricingHandle(), url_ + "/v1/prices/" + escaped(sku)));
}

std::map<std::string, double> PricingClient::pricesOf(const std::vector<std::string> &skus) {
  std::string url = url_ + "/v1/prices?skus=";
  for (const std::string &sku : skus)
    url += escaped(sku) + ",";

  // One "sku price" a line.
  std::istringstream lines(httpGet(pricingHandle(), url));
  std::map<std::string, double> prices;
  std::string sku;
  double price = 0;
  while (lines >> sku >> price)
    prices[sku] = price;
  return prices;
}

int PricingClient::loyaltyPointsOf(const std::string &userId) {
  return std::stoi(httpGet(pricingHandle(), url_ + "/v1/points/" + escaped(userId)));
}

double TaxClient::rateOf(const std::string &region) {
  return std::stod(httpGet(taxHandle(), url_ + "/v1/rates/" + escaped(region)));
}

} // namespace orders
