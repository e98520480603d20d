// An earlier log beside the findings of today: what is new, what was there before, what is gone.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/Error.h"

namespace scalelint::report {

// Compares the report's findings with the results of a SARIF log that scalelint wrote. Each finding is one result's at
// most: by its exact name, else by the name without its function. Results that were suppressed or gone then, and those
// of checks that do not run now, do not count. An error is a text that is no such log; `file` is how the error calls it.
llvm::Expected<Comparison> compare(const Report &, const SourceProvider &, llvm::StringRef log, llvm::StringRef file);

} // namespace scalelint::report
