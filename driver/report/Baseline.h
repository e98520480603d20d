// An earlier log beside the findings of today: what is new, what was there before, what is gone.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/Error.h"

namespace scalelint::report {

// Whether the run saw all that could be found. A run over a part of the program does not know of anything that it is gone.
enum class Coverage : uint8_t { Whole, Part };

// Compares the report's findings with the results of a SARIF log that scalelint wrote, one to one: see Baseline.cpp for
// which is taken for which. Results that were suppressed or gone then, and those of checks that do not run now, do not
// count. An error is a text that is no such log; `file` is how the error calls it.
llvm::Expected<Comparison> compare(const Report &, const SourceProvider &, llvm::StringRef log, llvm::StringRef file,
                                   Coverage);

} // namespace scalelint::report
