// Names for findings that stay the same while the code around them moves.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include <string>
#include <vector>

namespace scalelint::report {

// Of each finding, in the order given, which is that of their places. Findings that are alike in
// everything that goes into a name are told apart by the counter. So a new one among them takes one
// new name and every old name is still there, though not always on the same of them: for what tells
// twins apart, their surroundings, there is the line hash.
std::vector<Names> fingerprints(const std::vector<const Finding *> &findings,
                                const SourceProvider &);

// GitHub's `primaryLocationLineHash` of every line of a file, [0] being line 1.
// Algorithm: https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
std::vector<std::string> lineHashes(llvm::StringRef contents);

} // namespace scalelint::report
