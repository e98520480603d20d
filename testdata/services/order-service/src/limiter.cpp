#include "limiter.h"

#include <algorithm>

namespace orders {

bool Limiter::allow() {
  std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  const std::chrono::duration<double> passed = now - last_;
  last_ = now;
  tokens_ = std::min(perSecond_, tokens_ + passed.count() * perSecond_);
  if (tokens_ < 1)
    return false;
  tokens_ -= 1;
  return true;
}

} // namespace orders
