// What a request waits for: the longest sequence of blocking remote operations on its way.
#pragma once

#include "analysis/program/Roots.h"

namespace scalelint::program {

// One operation of a chain, as seen in the frames that lead to it from the root.
struct Link {
  Operation operation;
  std::vector<uint32_t> needs; // links before it whose answers may flow into what it asks, ascending
};

struct Chain {
  uint32_t root = None;        // index into Roots::all
  unsigned length = 0;         // operations one after another; `links` may be shorter when there are very many
  std::vector<Link> links;
};

// The chain of every request root that waits for anything, in the order of the roots.
std::vector<Chain> chains(const Program &program, const Statements &statements, const Roots &roots);

} // namespace scalelint::program
