// A summary as text, for tests and for `scalelint extract --print`: one line a node, values inline.
#pragma once

#include "analysis/summary/Summary.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::summary {

void print(llvm::raw_ostream &out, const TUSummary &unit);
void print(llvm::raw_ostream &out, const TUSummary &unit, const Function &function);

// One value, nested operands and all: "After(sql, operator+=)", "Element(ids)".
std::string describe(const TUSummary &unit, const Function &function, ValueId value, unsigned depth = 6);

} // namespace scalelint::summary
