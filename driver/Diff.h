// `--diff`: which lines changed since a revision, and which findings touch them.
#pragma once

#include "checks/Finding.h"
#include "driver/report/Source.h"

#include "llvm/Support/Error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace scalelint::driver {

struct FileChange {
  bool whole = false;       // a new file
  std::vector<bool> lines;  // [0] is line 1
};

// By file; a file that is not there did not change.
using Changes = std::map<std::string, FileChange>;

// What changed of these files from the merge base of HEAD and `revision` to the working tree, of the repository that holds
// `folder`. A renamed file is compared with the one it was; an unknown file is new unless git ignores it. Files of other
// repositories, submodules among them, count as unchanged. An error says what is wrong with the revision or the repository.
llvm::Expected<Changes> changesSince(llvm::StringRef revision, llvm::StringRef folder, const std::set<std::string> &files,
                                     const report::SourceProvider &sources);

// Every file that a finding names, with those on its path.
std::set<std::string> filesOf(const std::vector<Finding> &findings);

// Does the place touch a changed line?
bool touches(const Changes &, const SourceRange &);

// Does the finding, a step of its path or a related place touch a changed line?
bool touches(const Changes &, const Finding &);

} // namespace scalelint::driver
