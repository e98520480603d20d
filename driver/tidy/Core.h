// What the clang-tidy module asks of the analysis. The module is built anew for each LLVM, the analysis once, into a
// library that keeps its own LLVM to itself: only types of the standard library and of analysis/summary cross this
// border, and no exception does.
#pragma once

#include "analysis/summary/Summary.h"
#include "checks/Finding.h"

#include <map>
#include <string>
#include <vector>

#define SCALELINT_CORE __attribute__((visibility("default")))

namespace scalelint::tidy {

// A check as clang-tidy lists and configures it.
struct CheckEntry {
  std::string id;
  std::vector<std::pair<std::string, std::string>> options; // names with their defaults
};

// What clang-tidy was told.
struct Setup {
  std::string mainFile;                       // absolute
  std::map<std::string, std::string> options; // CheckOptions: `scale.*` and those of the checks
  std::vector<std::string> checks;            // ids of those that run
};

// What the extraction of the unit needs to know.
struct Plan {
  std::vector<std::string> folders, excluded; // of user code
  std::vector<std::string> matchers;          // of rule packs
  std::vector<std::string> problems;          // with the options, the configuration, the rule packs
};

struct Outcome {
  std::vector<Finding> findings;
  std::vector<std::string> problems;
};

SCALELINT_CORE std::vector<CheckEntry> checks() noexcept;
SCALELINT_CORE Plan plan(const Setup &setup) noexcept;
// Findings of the unit by itself, or, with `scale.Summaries`, of the whole program with this unit as it is now.
SCALELINT_CORE Outcome analyse(const Setup &setup, const summary::TUSummary &unit) noexcept;

} // namespace scalelint::tidy
