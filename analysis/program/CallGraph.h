// Who a call may enter: direct callees, every override, stored callbacks, and closures that library
// calls run (rule packs say how).
#pragma once

#include "analysis/program/Program.h"

namespace scalelint::program {

// Functions that `call` may enter, seen from `frame`, in a defined order.
std::vector<Target> targets(const Program &program, const Frame &frame, CallId call);

// Fills Function::callers of every function, without contexts.
void connectCallers(Program &program);

} // namespace scalelint::program
