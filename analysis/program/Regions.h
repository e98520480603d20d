// What runs while a lock or a transaction is held.
//
//   std::lock_guard guard(mutex_);  taken, in `refresh`
//   auto rates = fetch();           primary: the call written in the region
//   Rates fetch() { … client.Get("/rates"); }   the operation, seen in the frames of that way
#pragma once

#include "analysis/program/Holds.h"

namespace scalelint::program {

struct RegionTrail {
  Site primary;                       // the call written in the region
  const Frame *regionFrame = nullptr;
  const Acquisition *region = nullptr; // the last one taken of its kind
  const Acquisition *inner = nullptr;  // another one of the kind, taken on the way: it has a trail of its own
  std::vector<const Acquisition *> outer; // of the kind, taken before
  Operation operation;                // none when it is a sleep, …
  const Frame *frame = nullptr;       // … which is this call
  CallId call = None;
  Bound sleep;                        // how long it sleeps, where the call says
};

// The connection that an operation goes through: of a transaction object the one it was made on. No frame: not known.
Bound connectionOf(const Program &program, const Operation &operation);

class Regions {
public:
  Regions(const Program &program, const Statements &statements, const Roots &roots);

  // In a defined order: one for each call in a region and each operation or sleep that it reaches.
  std::vector<RegionTrail> trails;

  // Is the lock there for the connection of the operation alone: that is used under it only, and each who takes the
  // lock uses it?
  bool guardsOnlyConnection(const RegionTrail &trail) const;

private:
  bool isAlwaysUnder(const Function &function, const std::set<Identity> &lock, std::set<const Function *> &seen) const;
  bool holdsAt(const Function &function, CallId call, const std::set<Identity> &lock) const;

  const Program &program;
  Holds holds;
};

} // namespace scalelint::program
