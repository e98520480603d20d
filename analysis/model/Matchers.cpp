// The `matcher:` expressions of rule packs, numbered.
#include "analysis/model/Matchers.h"

#include <set>

namespace scalelint::model {

void forEachPattern(const RulePack &pack, const std::function<void(const CallPattern &)> &visit) {
  auto visitRows = [&](const auto &rows) {
    for (const auto &row : rows)
      visit(row.pattern);
  };
  visitRows(pack.operations);
  for (const ClientRow &client : pack.clients)
    visitRows(client.createdBy);
  visitRows(pack.settings);
  visitRows(pack.roots);
  visitRows(pack.callbacks);
  for (const ScopeRow &scope : pack.scopes) {
    if (scope.begin)
      visit(*scope.begin);
    for (const CallPattern &end : scope.end)
      visit(end);
    for (const CallPattern &reopen : scope.reopen)
      visit(reopen);
  }
  visitRows(pack.flows);
  visitRows(pack.texts);
  visitRows(pack.constructs);
  visitRows(pack.marks);
}

std::vector<std::string> matcherExpressions(const std::vector<RulePack> &packs) {
  std::set<std::string> expressions;
  for (const RulePack &pack : packs)
    forEachPattern(pack, [&](const CallPattern &pattern) {
      if (!pattern.matcher.empty())
        expressions.insert(pattern.matcher);
    });
  return {expressions.begin(), expressions.end()};
}

} // namespace scalelint::model
