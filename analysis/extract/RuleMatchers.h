// The `matcher:` rows of rule packs: AST matchers in clang-query's syntax, asked of every call.
#pragma once

#include "clang/AST/Expr.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
}

namespace scalelint::extract {

class RuleMatchers {
public:
  RuleMatchers();
  ~RuleMatchers();
  RuleMatchers(RuleMatchers &&);
  RuleMatchers &operator=(RuleMatchers &&);

  // Parses one expression. Its row number is the number of expressions added before. The error says
  // where in the expression it is wrong: `1:14: matcher not found: callExp`.
  llvm::Error add(llvm::StringRef expression);

  bool empty() const;

  // Row numbers of the expressions that match `call`, ascending.
  std::vector<uint32_t> matching(const clang::Expr &call, clang::ASTContext &context) const;

private:
  struct Finder;
  std::unique_ptr<Finder> finder; // one traversal state for all rows: making it is what costs
};

} // namespace scalelint::extract
