// The `matcher:` expressions of rule packs, numbered for all that follows: summaries note them by number.
#pragma once

#include "analysis/model/RulePack.h"

#include <functional>

namespace scalelint::model {

// Calls `visit` with every pattern of `pack` in a fixed order.
void forEachPattern(const RulePack &pack, const std::function<void(const CallPattern &)> &visit);

// Every expression once, in order of their text: an expression's number is its index here, whatever the
// order of packs and rows.
std::vector<std::string> matcherExpressions(const std::vector<RulePack> &packs);

} // namespace scalelint::model
