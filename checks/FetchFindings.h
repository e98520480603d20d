// What the checks on fetched data share: from executions to steps, and literals that a fix may edit.
#pragma once

#include "analysis/program/Lenses.h"
#include "checks/LoopFindings.h"

namespace scalelint {

// The calls from where an execution is reported to the library call, outermost first.
std::vector<Step> wayTo(const program::Program &program, const program::Execution &execution);

// Whether a piece is a whole string literal on one line, written letter for letter: no escapes, no prefix,
// no macro. Its bytes then stand one after the other behind the opening quote.
bool isPlainLiteral(const program::Text &text, size_t piece);

// A place in a plain literal, `offset` bytes into its text.
SourceRange rangeIn(const program::Program &program, const program::Text &text, size_t piece, size_t offset, size_t length);

// Whether the piece is written as an argument of the call that executes or prepares it, or of `primary`: then
// nothing else uses the literal, and no argument beside it gives its length.
bool isWrittenInPlace(const program::Program &program, const program::Text &text, size_t piece, program::Site primary);

// The dialect that the statement is surely written in; Any: not known.
sql::Dialect dialectOf(const program::Program &program, const program::Execution &execution);

} // namespace scalelint
