// Whether a database transaction is open.
#pragma once

#include "analysis/program/Operations.h"

namespace scalelint::program {

// Is a transaction open when `call` happens: begun before it in its function, or around every call of the
// function? Not known counts as no.
bool inTransaction(const Program &program, const Statements &statements, const Function &function, CallId call);

} // namespace scalelint::program
