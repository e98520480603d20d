// Makes a run fit what sites take of it: first by grouping, then by rank. Used by the SARIF writer
// alone.
#pragma once

#include "driver/report/SarifPlan.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::report {

// What was done to make it fit.
struct Fitting {
  size_t grouped = 0;                    // findings that stand in another's result
  size_t groups = 0;                     // those results
  size_t behind = 0;                     // results behind the ones that sites show
  std::map<std::string, size_t> leftOut; // findings, by check
  size_t flows = 0;                      // results whose path is shortened
  size_t related = 0;                    // results with fewer related locations
  size_t messages = 0;                   // results with a shortened text
};

// `results` are all that there are, in order; afterwards they are what the log holds, in the order
// it holds them: the worst first when sites show only a part.
Fitting fit(std::vector<SarifResult> &results, const SarifLimits &);

// One notification for each thing that was done.
std::vector<Notification> notificationsOf(const Fitting &, const SarifLimits &);

} // namespace scalelint::report
