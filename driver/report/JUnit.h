// Findings as test results, for sites that show those: JUnit XML. It has no standard; written is what
// https://github.com/testmoapp/junitxml, GitLab (https://docs.gitlab.com/ci/testing/unit_test_reports/) and Jenkins
// agree on.
#pragma once

#include "driver/report/Report.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

// A test suite for each check; a test case for each finding, a failure when the finding is at or above `failOn`, else a
// skipped one; a passing test case where a check found nothing. A suite "scalelint" has an error when some unit could not
// be analysed. The names of test cases hold no line numbers and no name stands twice: GitLab compares branches by them.
void writeJUnit(llvm::raw_ostream &, const Report &, std::optional<Level> failOn);

} // namespace scalelint::report
