// Findings for GitLab's merge requests: a Code Quality report,
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

// One entry for each finding, in order. Fingerprints are those of the SARIF log ("scalelint/v1"): GitLab tells by them
// which findings a merge request brings, and shows one of several that have the same.
void writeCodeQuality(llvm::raw_ostream &, const Report &, const SourceProvider &);

} // namespace scalelint::report
