// Which lines of a text are not what they were.
#pragma once

#include "driver/report/Source.h"

#include <vector>

namespace scalelint::driver {

// Of each line of `after`, [0] being line 1. Where lines went away and none came, those on both sides count as changed: what they did there
// (setting a timeout, say) is missing now. Line ends do not matter.
std::vector<bool> changedLines(const report::SourceText &before, const report::SourceText &after);

} // namespace scalelint::driver
