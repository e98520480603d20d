// What stands at one place is one finding: each instance of a template, and each class that inherits a constructor,
// has a function of its own in the program, and all of them were written once.
#pragma once

#include "checks/Check.h"

#include <map>

namespace scalelint {

bool isWorse(const Finding &one, const Finding &other);

class OnePerPlace {
public:
  // Of several at one place the worst stays, with the roots of all.
  void add(Finding finding);
  // In the order in which their places were first added.
  void report(const FindingSink &sink);

private:
  std::vector<Finding> findings;
  std::map<SourceRange, size_t> byPlace;
};

} // namespace scalelint
