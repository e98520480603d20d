// How long an operation can keep its caller waiting.
#pragma once

#include "analysis/program/Operations.h"

#include <chrono>
#include <optional>

namespace scalelint {

// From the deadlines of the client that the operation goes through, set or the library's default; nullopt: for ever, or
// not known. Where several clients may be behind it, the longest.
std::optional<std::chrono::nanoseconds> boundOf(const program::Program &program, const program::Operation &operation);

// Is it known that nothing ends the wait: no deadline is set on the client, and the library has none of its own?
bool waitsForEver(const program::Program &program, const program::Operation &operation);

} // namespace scalelint
