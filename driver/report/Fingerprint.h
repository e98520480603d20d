// Names for findings that stay the same while the code around them moves.
#pragma once

#include "checks/Finding.h"
#include "driver/report/Source.h"

#include <string>
#include <vector>

namespace scalelint::report {

// For each finding, in the order given, a name made of its check, function, key and the text of its
// primary line without white space. Neither lines nor paths go in, so moved code and renamed
// folders keep their names. Findings that are alike in all of these are told apart by a counter, in
// the order given.
std::vector<std::string> fingerprints(const std::vector<const Finding *> &findings,
                                      const SourceProvider &);

// GitHub's `primaryLocationLineHash` of every line of a file, [0] being line 1.
// Algorithm: https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
std::vector<std::string> lineHashes(llvm::StringRef contents);

} // namespace scalelint::report
