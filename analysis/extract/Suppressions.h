// Comments that silence checks, in clang-tidy's grammar: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN … NOLINTEND,
// each with an optional list of globs in parentheses and a reason after it.
#pragma once

#include "analysis/summary/Summary.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class LangOptions;
} // namespace clang

namespace scalelint::extract {

// Tells whether the preprocessor left a line out of the unit.
using LeftOut = llvm::function_ref<bool(uint32_t line)>;

// Adds the suppressions of one file, which has the number `file`, in order of lines. `text` ends in a
// null byte that it does not count. A BEGIN without END and an END without BEGIN are added as such
// (see Suppression). What stands between `#if 0` and `#endif` silences nothing and is not added:
// what else it could silence is not known to this unit.
void collectSuppressions(llvm::StringRef text, summary::FileId file,
                         const clang::LangOptions &language, summary::TUSummary &unit,
                         LeftOut isLeftOut = [](uint32_t) { return false; });

} // namespace scalelint::extract
