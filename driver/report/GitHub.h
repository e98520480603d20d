// Findings for GitHub Actions: annotations, which a step prints, and the Markdown of its job summary.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace scalelint::report {

// What GitHub shows of a step. Annotations: "Update a check run" in
// https://docs.github.com/en/rest/checks/runs#update-a-check-run names the ten, for warnings and errors; of notices no
// more were seen. The length is the runner's (_maxIssueMessageLength in
// https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs), the summary's size stands in
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
struct GitHubLimits {
  size_t annotations = 10;      // of each level
  size_t message = 4096;        // characters
  size_t summary = 1024 * 1024; // bytes of all that a step writes
  size_t findings = 50;         // in the summary; ours, so that it can be read
};

// One workflow command for each finding, the worst first. What the limits leave out is said in a last notice.
// Properties and escapes: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
void writeAnnotations(llvm::raw_ostream &, const Report &, const SourceProvider &, const GitHubLimits & = {});

// Text of any origin, so that the runner takes nothing in it for a command.
std::string withoutCommands(llvm::StringRef text);

// A table by check, then the worst findings with place and help. `sources` is the address in front of a path, such as
// "https://github.com/acme/shop/blob/1f3c/"; empty: places are no links. `taken`: bytes that the step's summary holds
// already.
std::string jobSummary(const Report &, llvm::StringRef sources, size_t taken, const GitHubLimits & = {});

} // namespace scalelint::report
