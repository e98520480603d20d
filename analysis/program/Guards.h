// What a call is guarded by.
#pragma once

#include "analysis/program/Values.h"

namespace scalelint::program {

// Is the call, or one of the calls that lead from `outermost` to it, only made when a cache has no answer?
//
//   auto it = names.find(code);
//   if (it == names.end())
//     names[code] = load(code);      // a cache: what is asked is what is filled
bool behindCache(const Program &program, const Frame *frame, CallId call, const Frame *outermost);

// Is the call, or one of the calls that lead from `outermost` to it, only made when a buffer is full?
//
//   rows.push_back(row);
//   if (rows.size() >= 1000)
//     flush();
bool behindFullBuffer(const Program &program, const Frame *frame, CallId call, const Frame *outermost);

} // namespace scalelint::program
