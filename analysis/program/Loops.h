// Which loops turn once per datum. The catalogue's word: a data-driven loop.
#pragma once

#include "analysis/program/Operations.h"

namespace scalelint::program {

enum class Turns : uint8_t {
  DataDriven,  // rows, a container of unknown size, input, a count that is not constant
  Constant,    // a known number of turns
  LeavesFirst, // always left in its first turn
  Chunks,      // steps over more than one datum at a time
  Other,       // retry, polling, worker and paging loops: nothing says that data drives it
};

struct LoopTurns {
  Turns turns = Turns::Other;
  std::string driver;           // what drives it, for messages: "element of 'ids'", "row of 'users'"
  std::optional<int64_t> upTo;  // rows of a query with a constant LIMIT
  bool needsVariation = false;  // only the use of the loop's variable shows that each turn differs
};

// Judges loop `loop` of the frame's function.
LoopTurns turnsOf(const Program &program, const Statements &statements, const Frame &frame, LoopId loop);

// Judges a library call that runs a callback once per element (Mode::PerElement).
LoopTurns turnsOf(const Program &program, const Statements &statements, const Frame &frame, CallId call,
                  const model::CallbackRow &row);

// Every way from the start of `node` leaves what surrounds it: by break, continue, return or throw.
bool leaves(const Function &f, NodeId node);
// … the loop, or the function.
bool leavesLoop(const Function &f, NodeId node);

// After this call every way through the loop's body leaves the loop: it runs at most once.
bool leavesAfter(const Function &function, CallId call, LoopId loop);

} // namespace scalelint::program
