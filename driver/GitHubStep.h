// A run as a step of GitHub Actions.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"
#include "driver/report/Text.h"

#include "llvm/Support/Error.h"

namespace scalelint::driver {

// What the step's log shows: the findings as text, in which the runner looks for no commands, and the annotations.
void writeLog(llvm::raw_ostream &, const report::Report &, const report::SourceProvider &, const report::TextOptions &);

// Adds to the file that GITHUB_STEP_SUMMARY names; without it nothing is to be done.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
llvm::Error addToJobSummary(const report::Report &);

} // namespace scalelint::driver
