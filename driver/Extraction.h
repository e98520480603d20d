// Units → summaries, from the cache where it holds, else each in its own child process.
#pragma once

#include "analysis/extract/Frontend.h"
#include "checks/Finding.h"
#include "driver/Cache.h"
#include "driver/Progress.h"
#include "driver/Workers.h"

#include <string>
#include <vector>

namespace scalelint::driver {

struct ExtractionPlan {
  std::vector<extract::Unit> units;
  extract::FrontendOptions frontend;
  std::vector<std::string> matchers; // expressions of rule packs, by number
  WorkLimits limits;
  extract::Extract extract;          // the walk, run in a child
};

struct Extraction {
  std::vector<summary::TUSummary> summaries; // of the units that could be parsed, in their order
  std::vector<Notification> notifications;   // in order of units
  unsigned fromCache = 0;
  unsigned incomplete = 0; // units of which nothing, or not all, was analysed
  int interruptedBy = 0;   // a signal; nothing else counts then
};

// `cache` may be nullptr. The result does not depend on `limits.jobs` nor on what was in the cache.
Extraction extractUnits(const ExtractionPlan &plan, const extract::UserCode &user, Cache *cache,
                        Progress &progress);

} // namespace scalelint::driver
