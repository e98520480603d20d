// What a call is guarded by.
#pragma once

#include "analysis/program/Values.h"

#include <map>
#include <set>

namespace scalelint::program {

// Containers that are fields or globals: which a function asks for a key, and which it adds to. Found once a function.
class Fillings {
public:
  explicit Fillings(const Program &program) : program(program) {}

  const std::set<EntityId> &asked(const Function &function);
  // … itself, or by functions that it calls, up to `depth` calls away.
  const std::set<EntityId> &filled(const Function &function, unsigned depth);

private:
  const Program &program;
  std::map<const Function *, std::set<EntityId>> askedBy;
  std::map<std::pair<const Function *, unsigned>, std::set<EntityId>> filledBy;
};

class Guards {
public:
  explicit Guards(const Program &program) : program(program), fillings(program) {}

  // Is the call, or one of the calls that lead from `outermost` to it, only made when a cache has no answer?
  //
  //   auto it = names.find(code);
  //   if (it == names.end())
  //     names[code] = load(code);      // a cache: what is asked is what is filled, here or in helpers
  bool behindCache(const Frame *frame, CallId call, const Frame *outermost);

  // Is the call, or one of the calls that lead from `outermost` to it, only made when a buffer is full?
  //
  //   rows.push_back(row);
  //   if (rows.size() >= 1000)
  //     flush();
  bool behindFullBuffer(const Frame *frame, CallId call, const Frame *outermost);

private:
  const Program &program;
  Fillings fillings;
};

} // namespace scalelint::program
