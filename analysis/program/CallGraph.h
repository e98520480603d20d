// Who a call may enter: direct callees, every override, stored callbacks, and closures that library
// calls run (rule packs say how).
#pragma once

#include "analysis/program/Program.h"

namespace scalelint::program {

// Functions that `call` may enter, seen from `frame`, in a defined order.
std::vector<Target> targets(const Program &program, const Frame &frame, CallId call);

// A call that enters a function before the caller goes on.
struct Entered {
  CallId call = None;
  const Function *function = nullptr;
};

// The functions that each function enters, by function id; what runs on another thread or later is left out.
std::vector<std::vector<Entered>> synchronousCalls(const Program &program);

// The circle of functions that each function is in, by function id: functions that reach each other have one number.
std::vector<uint32_t> circles(const std::vector<std::vector<Entered>> &entries);

// Fills Function::callers of every function, without contexts.
void connectCallers(Program &program);

} // namespace scalelint::program
