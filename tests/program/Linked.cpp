#include "tests/program/Linked.h"

#include "analysis/program/CallGraph.h"
#include "tests/support/Fixture.h"

#include "llvm/Support/Path.h"

#include <gtest/gtest.h>

namespace scalelint::test {

std::unique_ptr<program::Program> linked(const std::vector<SourceText> &sources) {
  Fixture fixture;
  for (const SourceText &source : sources)
    fixture.parts.push_back({source.name, source.text});
  auto program = programOf(fixture);
  if (program)
    return std::move(*program);
  ADD_FAILURE() << llvm::toString(program.takeError());
  return program::link({}, {});
}

std::vector<const program::Function *> functionsNamed(const program::Program &program,
                                                      const std::string &name) {
  std::vector<const program::Function *> result;
  for (const auto &function : program.functions)
    if (program.entities[function->entity].name == name)
      result.push_back(function.get());
  return result;
}

const program::Function &functionNamed(const program::Program &program, const std::string &name) {
  static const program::Function none;
  auto found = functionsNamed(program, name);
  EXPECT_EQ(found.size(), 1u) << name;
  return found.empty() ? none : *found.front();
}

std::vector<std::string> entered(const program::Program &program,
                                 const program::Function &function) {
  std::vector<std::string> result;
  for (program::CallId call = 0; call < function.calls.size(); ++call)
    for (const program::Target &target : program::targets(program, *program.frame(function), call))
      result.push_back(llvm::sys::path::filename(program.path(target.function->span.file)).str() +
                       ": " + target.function->displayName);
  return result;
}

} // namespace scalelint::test
