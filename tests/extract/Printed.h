// What the extractor says of a source text, in the words of summary::print.
#pragma once

#include "analysis/summary/Summary.h"

#include <string>
#include <vector>

namespace scalelint::test {

// The summary of `source`, which must compile, as C++20.
summary::TUSummary extracted(const std::string &source);

// Its functions, one line a node. Without line numbers, without the common indentation of the
// bodies' first level.
std::string printed(const std::string &source);

// A row of a table of tests.
struct PrintCase {
  const char *name;
  const char *source;
  const char *expected; // starts with a line break, for looks
};

} // namespace scalelint::test
