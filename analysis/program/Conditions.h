// What a condition says when it holds, so that two conditions that exclude each other are known.
#pragma once

#include "analysis/program/Values.h"

#include <string>
#include <vector>

namespace scalelint::program {

// Something that does not change between two places equals a constant, or does not.
struct Fact {
  std::string subject;  // equal texts are equal values within one function
  std::string constant;
  bool equal = true;
  friend auto operator<=>(const Fact &, const Fact &) = default;
};

// What is known where the condition holds, or where it does not. Empty: nothing that could be compared.
std::vector<Fact> factsOf(const Program &program, const Function &function, ValueId condition, bool holds);

bool contradicts(const Fact &one, const Fact &other);

// Constants that the callers pass decide that the frame's function does not come to this call:
//
//   void put(Task task, bool now = false) {
//     if (now)
//       return task();   // cut off for put(task)
bool isCutOff(const Program &program, const Frame &frame, CallId call);

} // namespace scalelint::program
