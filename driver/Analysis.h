// From summaries to findings: the part of the line that knows nothing of Clang.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/summary/Summary.h"
#include "driver/CheckPlan.h"
#include "driver/Suppressions.h"
#include "driver/report/Report.h"

#include <vector>

namespace scalelint::driver {

struct Analysis {
  std::vector<Finding> findings;                     // in order of the checks, as the rest
  std::vector<report::SuppressedFinding> suppressed; // by comments
  std::vector<Finding> off;                          // of checks that are off in their file
  std::vector<SuppressionNote> notes;                // on comments
};

// Links the units and runs the checks that the plan names. What is wrong with the configured schema goes to
// `notifications`.
Analysis analyse(const CheckPlan &plan, std::vector<summary::TUSummary> units, std::vector<model::RulePack> packs,
                 std::vector<Notification> &notifications);

} // namespace scalelint::driver
