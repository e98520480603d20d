// Names for findings that stay the same while the code around them moves.
#pragma once

#include "checks/Finding.h"
#include "driver/report/Source.h"

#include <string>
#include <vector>

namespace scalelint::report {

// Two names of one finding, each a digest with a counter behind it.
struct Names {
  // Of its check, function, key and of the code that it points to (`codeText`). No line and no path
  // goes in, nothing of what stands around the code: so layout, comments, neighbours, moved
  // functions and renamed files leave it as it is, and another callee, argument, loop or statement
  // changes it.
  std::string exact;
  // The same without the function: it outlives a renamed function, where the exact name is new.
  std::string anyFunction;
};

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
