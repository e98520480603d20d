// Loops that take one element after another out of a container until it is empty.
//
//   while (!pending.empty()) { … pending.pop(); }
//   while (auto id = takeFrom(pending)) …         a function of the program asks and takes
//
// A container that is a field is left out: others may fill it meanwhile, as the queue of a worker.
#pragma once

#include "analysis/program/Values.h"

namespace scalelint::program {

// The container, as a value of the loop's frame; no frame when the loop drains none. `asked` are the calls of the
// condition, `done` those of the body; without a condition the body has to ask, and must not wait.
Bound drained(const Program &program, const Frame &frame, const std::vector<CallId> &asked,
              const std::vector<CallId> &done, bool forEver);

} // namespace scalelint::program
