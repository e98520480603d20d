// From summaries to findings: the part of the line that knows nothing of Clang.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/summary/Summary.h"
#include "driver/Configuration.h"

#include <vector>

namespace scalelint::driver {

struct Analysis {
  std::vector<Finding> findings, suppressed; // in order of the checks
};

// Links the units and runs the checks. What is wrong with the configured schema goes to `notifications`.
Analysis analyse(const Configuration &configuration, std::vector<summary::TUSummary> units,
                 std::vector<model::RulePack> packs, const std::vector<const Check *> &checks,
                 std::vector<Notification> &notifications);

} // namespace scalelint::driver
