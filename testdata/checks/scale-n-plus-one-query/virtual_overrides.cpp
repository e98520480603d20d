// shows: other-file, virtual
// Behind the interface stand three implementations; one of them asks the database.
//--- price_source.h
#pragma once
#include <pqxx/pqxx>
#include <string>
#include <unordered_map>

class PriceSource {
public:
  virtual ~PriceSource() = default;
  virtual double price(const std::string &sku) = 0;
};

class Formatter {
public:
  virtual ~Formatter() = default;
  virtual std::string format(double price) = 0;
};

class FixedPrice final : public PriceSource {
public:
  double price(const std::string &) override { return 9.99; }
};

class StoredPrice : public PriceSource {
public:
  explicit StoredPrice(pqxx::work &tx) : tx_(tx) {}
  double price(const std::string &sku) override;

private:
  pqxx::work &tx_;
};

//--- stored_price.cpp
#include "price_source.h"

double StoredPrice::price(const std::string &sku) {
  return tx_.exec_params1("SELECT amount FROM prices WHERE sku = $1", sku)[0].as<double>();
}

//--- basket.cpp
#include "price_source.h"
#include <vector>

class EuroFormatter : public Formatter {
public:
  std::string format(double price) override { return std::to_string(price) + " EUR"; }
};

double basket(PriceSource &prices, const std::vector<std::string> &skus) {
  double sum = 0;
  for (const auto &sku : skus)
    sum += prices.price(sku); // expect: scale-n-plus-one-query "'skus'"
  return sum;
}

double flat(FixedPrice &prices, const std::vector<std::string> &skus) {
  double sum = 0;
  for (const auto &sku : skus)
    sum += prices.price(sku); // ok: the class is final, this override only computes
  return sum;
}

std::string receipt(Formatter &formatter, const std::vector<double> &prices) {
  std::string text;
  for (double price : prices)
    text += formatter.format(price); // ok: no override asks a database
  return text;
}
