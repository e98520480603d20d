// What the checks on loops share: from trails to findings, one for each call in a region.
#pragma once

#include "analysis/program/Lenses.h"
#include "checks/Check.h"

namespace scalelint {

SourceRange rangeOf(const program::Program &program, const program::Span &span);

// Names the request roots that reach `function`; outside of all of them the level drops to note.
void placeOnRequestPath(const program::Program &program, const program::Function &function, Finding &finding);

struct LoopCheck {
  const char *id;
  const char *consequence;  // what to do, after the semicolon of the message
  const char *suggestion;
  bool reads;               // the degree says N+1: one to get the data, one more for each of it
  bool (*concerns)(const program::Program &, const program::LoopTrail &);
};

// Reports each call in a data-driven loop that reaches an operation which `check` concerns.
void reportLoops(const program::Program &program, const LoopCheck &check, const FindingSink &sink);

} // namespace scalelint
