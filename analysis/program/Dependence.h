// Does one operation need the answer of another?
#pragma once

#include "analysis/program/Operations.h"

namespace scalelint::program {

// May what `from` answers flow into what `to` asks, or does `to` see what `from` wrote? Both are seen in frames that
// share their root. The object that both work on (connection, handle, transaction) is not an answer. Where analysis
// does not know, they depend.
bool needs(const Program &program, const Statements &statements, const Operation &to, const Operation &from);

} // namespace scalelint::program
