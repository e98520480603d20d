// What a region keeps of every turn: the container outside of it that grows each time.
#pragma once

#include "analysis/program/Values.h"

namespace scalelint::program {

struct Kept {
  Site by;               // the call that grows it; none: nothing is kept on every turn
  std::string container; // "titles", "" when it has no short name
};

// Of the turns of a loop of the frame's function. Nothing, when the loop also stops at a size or a count.
Kept keptPerTurn(const Program &program, const Frame &frame, LoopId loop);

// Of the calls of a callback that runs once per element, seen in its frame.
Kept keptPerCall(const Program &program, const Frame &callback);

} // namespace scalelint::program
