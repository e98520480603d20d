// Stock levels in Redis. A connection per thread; a lost one is opened again.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace orders {

class Cache {
public:
  explicit Cache(std::string host) : host_(std::move(host)) {}

  std::optional<int> stockOf(const std::string &sku);

  // Stock of many articles in one round trip; unknown articles are left out.
  std::map<std::string, int> stockOfAll(const std::vector<std::string> &skus);

  std::optional<std::string> lastSeen(const std::string &userId);

private:
  std::string host_;
};

} // namespace orders
