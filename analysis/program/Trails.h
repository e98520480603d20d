// Under which circumstances does an operation run? Here: once per turn of which data-driven loop.
//
//   for (auto &user : users)        region: the loop, in `report`
//     show(user);                   primary: the call written in the region
//   void show(user) { load(user); } way: show › load
//   void load(user) { tx.exec(…); } operation: exec, seen in the frames of that way
//
// Every call in a region is explored through what it may enter (Exploration.h).
#pragma once

#include "analysis/program/Loops.h"
#include "analysis/program/Roots.h"

namespace scalelint::program {

struct LoopTrail {
  Site primary;              // the call written in the region
  const Frame *regionFrame = nullptr;
  LoopTurns turns;           // of the innermost loop
  Span loop;                 // its head, or the library call that runs the callback
  std::vector<std::string> outer; // drivers of the data-driven loops around it, across functions, innermost first
  Operation operation;
  bool varies = true;        // what the operation is asked changes from turn to turn
  bool behindCache = false;  // only runs when a cache has no answer

  unsigned depth() const { return 1 + outer.size(); }
};

// All operations that run once per turn of a data-driven loop, in a defined order: one trail for
// each call in a region and each operation that it reaches.
std::vector<LoopTrail> loopTrails(const Program &program, const Statements &statements, const Roots &roots);

} // namespace scalelint::program
