// What a function is given by whoever entered it.
//
//   load(store, key)                          its arguments
//   std::thread(load, store, key)             what a callback row says the library call hands on
//   std::bind_front(load, store)(key)         what was bound, then the arguments
//   std::invoke(&Store::load, store, key)     of a method the first is its object
#pragma once

#include "analysis/program/Program.h"

namespace scalelint::program {

// The value of a parameter; no frame when the caller or what it gives is not known.
Bound argument(const Program &program, const Frame &frame, uint32_t parameter);

// The object that a method runs on, or that a constructor makes.
Bound object(const Program &program, const Frame &frame);

} // namespace scalelint::program
