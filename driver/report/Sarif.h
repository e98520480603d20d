// Findings for machines: SARIF 2.1.0,
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

// What GitHub takes of one run; beyond it an upload is refused or silently shortened.
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
struct SarifLimits {
  size_t results = 25000;  // a run
  size_t steps = 1000;     // of a result's code flow
  size_t locations = 1000; // related to a result
};

// Whatever a limit leaves out is named in a notification.
void writeSarif(llvm::raw_ostream &, const Report &, const SourceProvider &,
                const SarifLimits & = {});

} // namespace scalelint::report
