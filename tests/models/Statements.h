// What the rows of rule packs say of a linked program, statement by statement: one for each row, in
// the order of the calls of each function.
#pragma once

#include "tests/models/Facts.h"

#include <functional>

namespace scalelint::test {

struct RowStatement {
  Row row;
  Fact fact;           // `says` empty: the row is exercised, but no fact of its own
  program::Span place; // the name that is called, the method that is a root
};

void forEachStatement(const program::Program &program,
                      const std::function<void(const RowStatement &)> &visit);

} // namespace scalelint::test
