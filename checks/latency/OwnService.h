// Remote calls that a route or a service of the same program answers.
#pragma once

#include "analysis/program/Roots.h"

namespace scalelint {

// The request root that serves the operation, by its path or by the method that both ends implement; nullptr: another
// program, or not known.
const program::Root *servedBy(const program::Program &program, const program::Operation &operation);

} // namespace scalelint
