// Comments that silence checks, against what was found: which finding is silenced by which, and which comments silence
// nothing.
#pragma once

#include "analysis/program/Program.h"
#include "checks/Finding.h"
#include "driver/CheckPlan.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/GlobPattern.h"

#include <optional>
#include <vector>

namespace scalelint::driver {

// What is wrong with one comment.
struct SuppressionNote {
  Notification notification;  // at the comment
  SourceRange covered;        // the lines that the comment is for
  bool needsWholeProgram = false; // true only if all that could be found was found
};

class Suppressions {
public:
  explicit Suppressions(const program::Program &);

  // Comments that cover the finding and name its check, in order of place; from now on they count as used.
  std::vector<const summary::Suppression *> silencing(const Finding &);

  SourceRange placeOf(const summary::Suppression &) const;

  // After all findings went by. Speaks only of comments that name a check of scalelint's, or would.
  std::vector<SuppressionNote> notes(const CheckPlan &) const;

private:
  struct Entry {
    const summary::Suppression *comment;
    std::vector<std::optional<llvm::GlobPattern>> globs; // of `comment->checks`; nullopt fits nothing
    std::vector<bool> used;                              // each of them
  };
  std::optional<std::string> complaint(const Entry &, size_t glob, const CheckPlan &, bool &needsWholeProgram) const;

  const program::Program &program;
  llvm::StringMap<std::vector<Entry>> byFile;
};

} // namespace scalelint::driver
