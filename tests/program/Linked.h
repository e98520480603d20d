// Programs linked from texts, with all rule packs.
#pragma once

#include "analysis/program/Program.h"

#include <memory>
#include <string>
#include <vector>

namespace scalelint::test {

struct SourceText {
  std::string name, text;
};

// Every text whose name ends in .cpp is a unit; all must compile.
std::unique_ptr<program::Program> linked(const std::vector<SourceText> &sources);

// Functions of this qualified name that have a body.
std::vector<const program::Function *> functionsNamed(const program::Program &program,
                                                      const std::string &name);

// The only one; a missing or a second one fails the test.
const program::Function &functionNamed(const program::Program &program, const std::string &name);

// Names of the functions that the calls of `function` may enter, in order, with the file of each:
// "a.cpp: load".
std::vector<std::string> entered(const program::Program &program,
                                 const program::Function &function);

} // namespace scalelint::test
