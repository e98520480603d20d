// The results of an earlier SARIF log. Used by the comparison alone.
#pragma once

#include "driver/report/Report.h"

#include "llvm/Support/Error.h"

#include <vector>

namespace scalelint::report {

// A result that was neither suppressed nor gone.
struct EarlierResult {
  GoneResult result;
  std::string key;      // of the finding
  std::string lineHash; // empty when the source could not be read
  size_t alike = 0;     // findings that stand in it besides its own
};

// Every such result of scalelint's runs, in the log's order. The text is a file of the project, so it may be anything: of a log
// that is not scalelint's, or lacks what findings are known by, the error says what is wrong. `file` is how it calls the log.
llvm::Expected<std::vector<EarlierResult>> readBaseline(llvm::StringRef text, llvm::StringRef file);

} // namespace scalelint::report
