// Findings for machines: SARIF 2.1.0,
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

// What the sites that show logs take of a run. Beyond it they refuse the log, or leave out what
// they like. GitHub:
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
// GitLab: https://docs.gitlab.com/user/application_security/detect/sarif/#limits
struct SarifLimits {
  size_t results = 25000;  // GitHub refuses more
  size_t shown = 5000;     // GitHub keeps so many of the highest level, GitLab the first ones
  size_t steps = 1000;     // GitHub, of a result's code flow
  size_t locations = 1000; // GitHub, of a result, the place where it stands being one
  size_t message = 2048;   // GitLab skips results with more characters of text
  size_t compressed = 10'000'000; // GitHub, bytes of the whole log
  size_t plain =
      10'000'000; // GitLab, unless its administrator allows more; only said, never cut to
};

// A baseline is kept with the sources, so it says nothing of where they lie or which commit they are. GitHub's code scanning
// shows every result as an open alert, also those that are suppressed (https://github.com/github/codeql-action/issues/1230)
// or absent: for it these are left out.
enum class SarifUse : uint8_t { Log, Baseline, CodeScanning };

// What goes beyond a limit is grouped first: of findings that are alike one becomes a result, the
// others stand in it as related locations. What then still does not fit is left out from the low
// end of level and rank. Notifications say what was done.
void writeSarif(llvm::raw_ostream &, const Report &, const SourceProvider &,
                const SarifLimits & = {}, SarifUse = SarifUse::Log);

} // namespace scalelint::report
