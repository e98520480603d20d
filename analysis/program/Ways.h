// Ways through a function: what happens on them one after another.
#pragma once

#include "analysis/program/Roots.h"
#include "analysis/program/WayWalk.h"

namespace scalelint::program {

// Finds the longest ways through functions.
class Ways {
public:
  Ways(const Program &program, const Statements &statements, const Roots &roots);
  ~Ways();

  // The longest way from the function's start to its return, however it returns.
  Way through(const Function &function);

private:
  class Search;
  std::unique_ptr<Search> search;
  const Program &program;
};

// Does a request wait for this operation, as one of its own? Half operations, transaction bookkeeping and
// connections do not count.
bool isWaitedFor(const Statements &statements, const Operation &operation);

} // namespace scalelint::program
