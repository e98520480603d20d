// `--baseline` and `baseline update`: the file that keeps what was found before.
#pragma once

#include "driver/report/Baseline.h"

namespace scalelint::driver {

llvm::Expected<report::Comparison> compareWith(llvm::StringRef file, const report::Report &,
                                               const report::SourceProvider &, report::Coverage);

// Writes all findings to `file`, whole or not at all. What it holds depends on the sources alone, not on where they lie or
// which commit they are, so that it can be kept with them.
llvm::Error writeBaseline(llvm::StringRef file, const report::Report &, const report::SourceProvider &);

} // namespace scalelint::driver
