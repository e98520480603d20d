// A token bucket: so many requests a second, with bursts of one second's worth.
#pragma once

#include <chrono>
#include <mutex>

namespace orders {

class Limiter {
public:
  explicit Limiter(double perSecond) : perSecond_(perSecond), tokens_(perSecond) {}

  // Whether one more request may pass now.
  bool allow();

private:
  std::mutex mutex_;
  double perSecond_;
  double tokens_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

} // namespace orders
