// Findings by their primary location.
#include "checks/OnePerPlace.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

namespace scalelint {

bool isWorse(const Finding &one, const Finding &other) {
  return std::tuple(one.level, one.rank) > std::tuple(other.level, other.rank);
}

void OnePerPlace::add(Finding finding) {
  auto [it, inserted] = byPlace.try_emplace(finding.primary, findings.size());
  if (inserted) {
    findings.push_back(std::move(finding));
    return;
  }
  Finding &known = findings[it->second];
  if (isWorse(finding, known))
    std::swap(known, finding);
  llvm::append_range(known.roots, finding.roots);
  llvm::sort(known.roots);
  known.roots.erase(std::unique(known.roots.begin(), known.roots.end()), known.roots.end());
}

void OnePerPlace::report(const FindingSink &sink) {
  for (Finding &finding : findings)
    sink(std::move(finding));
}

} // namespace scalelint
