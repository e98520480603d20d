// The one walk from a unit's AST to its summary. From here on there is no AST.
#pragma once

#include "analysis/extract/Frontend.h"
#include "analysis/extract/RuleMatchers.h"
#include "analysis/summary/Summary.h"

namespace clang {
class ASTContext;
}

namespace scalelint::extract {

// Summarises every function of user code in `context` into `unit`.
void extract(clang::ASTContext &context, const UserCode &user, const RuleMatchers &matchers,
             summary::TUSummary &unit);

} // namespace scalelint::extract
