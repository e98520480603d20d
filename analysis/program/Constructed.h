// What an object holds since it was made: the text in a string class or a statement object of the program.
#pragma once

#include "analysis/program/Program.h"

namespace scalelint::program {

struct Constructed {
  Bound value;         // seen in the frame of the construction; none: not known, or changed since
  bool openAbove = false; // … because only a caller of the outermost frame has the object
};

// What the constructor of `object` stored to `field`.
Constructed constructed(const Program &program, Bound object, EntityId field);

} // namespace scalelint::program
