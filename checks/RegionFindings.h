// What the checks on locks and transactions share: from trails to findings, one for each call in a region.
#pragma once

#include "analysis/program/Lenses.h"
#include "checks/Check.h"

namespace scalelint {

struct RegionCheck {
  const char *id;
  model::ScopeKind kind;
  const char *region;       // "lock", "transaction": for messages where what is held has no name
  const char *taken;        // of the flow's first step, before what is held: "locks"
  const char *held;         // after what is held: "is locked", "is open"
  const char *consequence;  // what to do, after the semicolon of the message
  const char *suggestion;
  bool (*concerns)(const program::Program &, const program::RegionTrail &);
  bool (*isMinor)(const program::Program &, const program::RegionTrail &); // true but a note
};

// Reports each call in a region of the kind that reaches an operation, or a sleep, that `check` concerns.
void reportRegions(const program::Program &program, const RegionCheck &check, const FindingSink &sink);

} // namespace scalelint
