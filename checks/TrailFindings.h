// One finding for each call in a region, from the trails that lead from it.
#pragma once

#include "checks/OnePerPlace.h"

#include "analysis/program/Program.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <set>
#include <string>

namespace scalelint {

// Reports the calls in the order of `trails`. Of the trails of a call the first that is `isTelling` is the finding, else the
// first: it is the shortest. `more`: how many other operations it reaches, told apart by `wordsOf`.
template <class Trail>
void reportByCall(const std::vector<const Trail *> &trails, llvm::function_ref<std::string(const Trail &)> wordsOf,
                  llvm::function_ref<bool(const Trail &)> isTelling,
                  llvm::function_ref<Finding(const Trail &, unsigned more)> findingOf, const FindingSink &sink) {
  std::map<program::Site, std::vector<const Trail *>> byCall;
  std::vector<program::Site> order;
  for (const Trail *trail : trails) {
    auto &ofCall = byCall[trail->primary];
    if (ofCall.empty())
      order.push_back(trail->primary);
    ofCall.push_back(trail);
  }
  OnePerPlace findings;
  for (const program::Site &site : order) {
    const auto &ofCall = byCall[site];
    std::set<std::string> distinct;
    for (const Trail *trail : ofCall)
      distinct.insert(wordsOf(*trail));
    auto first = llvm::find_if(ofCall, [&](const Trail *trail) { return isTelling(*trail); });
    findings.add(findingOf(first == ofCall.end() ? *ofCall.front() : **first, distinct.size() - 1));
  }
  findings.report(sink);
}

} // namespace scalelint
