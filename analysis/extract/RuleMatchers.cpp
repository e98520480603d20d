// `matcher:` rows: parsed by Clang's own dynamic matcher parser.
#include "analysis/extract/RuleMatchers.h"

#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/Dynamic/Diagnostics.h"
#include "clang/ASTMatchers/Dynamic/Parser.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace scalelint::extract {

namespace {
// Notes its row number when its matcher hits.
class Hit : public MatchFinder::MatchCallback {
public:
  Hit(uint32_t row, std::vector<uint32_t> &hits) : row(row), hits(hits) {}
  void run(const MatchFinder::MatchResult &) override { hits.push_back(row); }

private:
  uint32_t row;
  std::vector<uint32_t> &hits;
};
} // namespace

struct RuleMatchers::Finder {
  MatchFinder finder;
  std::vector<std::unique_ptr<Hit>> rows;
  std::vector<uint32_t> hits;
};

RuleMatchers::RuleMatchers() : finder(std::make_unique<Finder>()) {}
RuleMatchers::~RuleMatchers() = default;
RuleMatchers::RuleMatchers(RuleMatchers &&) = default;
RuleMatchers &RuleMatchers::operator=(RuleMatchers &&) = default;

bool RuleMatchers::empty() const { return finder->rows.empty(); }

llvm::Error RuleMatchers::add(llvm::StringRef expression) {
  dynamic::Diagnostics problems;
  StringRef code = expression;
  auto matcher = dynamic::Parser::parseMatcherExpression(code, nullptr, nullptr, &problems);
  if (!matcher)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), problems.toStringFull());
  auto hit = std::make_unique<Hit>(finder->rows.size(), finder->hits);
  if (!finder->finder.addDynamicMatcher(*matcher, hit.get()))
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "a '" + matcher->getSupportedKind().asStringRef().str() +
                                       "' matcher never matches a call");
  finder->rows.push_back(std::move(hit));
  return llvm::Error::success();
}

std::vector<uint32_t> RuleMatchers::matching(const Expr &call, ASTContext &context) const {
  finder->hits.clear();
  finder->finder.match(call, context);
  llvm::sort(finder->hits);
  return finder->hits;
}

} // namespace scalelint::extract
