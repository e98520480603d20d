// Does one operation need the answer of another?
#pragma once

#include "analysis/program/Operations.h"

namespace scalelint::program {

// May what `from` answers flow into what `to` asks? Both are seen in frames that share their root. The object that
// both work on (connection, handle, transaction) is not an answer. Where analysis does not know, they depend.
bool needs(const Program &program, const Operation &to, const Operation &from);

} // namespace scalelint::program
