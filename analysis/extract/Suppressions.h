// Comments that silence checks, in clang-tidy's grammar: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN … NOLINTEND,
// each with an optional list of globs in parentheses and a reason after it.
#pragma once

#include "analysis/summary/Summary.h"

#include "llvm/ADT/StringRef.h"

namespace clang {
class LangOptions;
} // namespace clang

namespace scalelint::extract {

// Adds the suppressions of one file, which has the number `file`, in order of lines. `text` ends in a
// null byte that it does not count. A BEGIN without END covers nothing and an END without BEGIN ends
// nothing; each is a diagnostic.
void collectSuppressions(llvm::StringRef text, summary::FileId file,
                         const clang::LangOptions &language, summary::TUSummary &unit);

} // namespace scalelint::extract
