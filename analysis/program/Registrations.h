// Routes as a program registers them: calls that a rule pack knows, and comparisons of a request's target.
#pragma once

#include "analysis/program/Roots.h"

namespace scalelint::program {

// A root for each handler of each registration. A registration inside a function of the project that
// takes path or handler as a parameter is one for each call of that function.
std::vector<Root> registeredRoots(const Program &program);

// `if (request.target() == "/orders")`: the function that compares serves the request.
std::vector<Root> comparedRoots(const Program &program);

// A URL without scheme and host; a text without a scheme as it is.
Text pathOfUrl(const Text &url);

} // namespace scalelint::program
