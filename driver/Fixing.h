// The fixes of a run's findings, written to the sources or shown as a diff.
#pragma once

#include "analysis/summary/Summary.h"
#include "driver/report/Fixes.h"
#include "driver/report/Report.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::driver {

// A file of the project's own code as the analysis read it.
struct AnalysedFile {
  uint64_t hash = 0;     // of the contents
  bool isSteady = true;  // every unit read the same contents
  bool isWhole = true;   // of every unit that read it, all was analysed
};
using AnalysedFiles = std::map<std::string, AnalysedFile>; // by path

// What `fixAll` may touch.
AnalysedFiles analysedFiles(llvm::ArrayRef<summary::TUSummary> units);

struct Fixing {
  report::FixedFiles files;
  std::vector<std::string> refusals; // one sentence each, in order
};

// The first fix of every finding that has one, applied in memory to the files as they are on disk now; of two that
// overlap the one of the worse finding. Files that are not among the analysed ones, or are no longer what they were,
// stay as they are.
Fixing fixAll(const report::Report &, const AnalysedFiles &, const report::SourceProvider &);

// Writes the new contents: each file whole or not at all, with its permissions; a link stays one.
llvm::Error writeFixes(const Fixing &, const AnalysedFiles &);

// "applied 3 fixes in 2 files"; `verb` is its first word.
std::string fixesLine(const Fixing &, llvm::StringRef verb);

} // namespace scalelint::driver
