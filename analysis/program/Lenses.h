// The views of a program that checks look through.
#pragma once

#include "analysis/program/Chains.h"
#include "analysis/program/Executions.h"
#include "analysis/program/Regions.h"
#include "analysis/program/Settings.h"
#include "analysis/program/Trails.h"

namespace scalelint::program {

struct Lenses {
  Statements statements;
  Roots roots;
  std::vector<LoopTrail> loopTrails;
  std::vector<Chain> chains;
  Executions executions;
  Settings settings;

  Lenses(const Program &program, const std::vector<DeclaredRoot> &declaredRoots)
      : statements(program), roots(program, declaredRoots),
        loopTrails(program::loopTrails(program, statements, roots)),
        chains(program::chains(program, statements, roots)), executions(program, statements),
        settings(program, statements), program(program) {}

  // Made when a check first asks: it takes longer than all others together.
  const Regions &regions() const {
    if (!made)
      made = std::make_unique<Regions>(program, statements, roots);
    return *made;
  }

private:
  const Program &program;
  mutable std::unique_ptr<Regions> made;
};

} // namespace scalelint::program
