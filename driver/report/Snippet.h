// A source line with the range that matters underlined, as compilers show it.
#pragma once

#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>

namespace scalelint::report {

struct SnippetStyle {
  unsigned gutter = 5;  // width of the line number
  unsigned width = 100; // of the shown text; longer lines are cut around the range. 0: never cut
  llvm::raw_ostream::Colors underline = llvm::raw_ostream::MAGENTA;
};

// A source line as it is shown, cut where a range begins and ends.
struct ShownRange {
  std::string before, marked, after;
  std::string indent;    // blanks as wide as `before`
  std::string underline; // "^~~~"; empty when the range has no column
};

// The first line of a range; at most `width` wide (0: any), then cut around the range. nullopt when
// the line does not exist.
std::optional<ShownRange> shownRange(const SourceText &, const SourceRange &, unsigned width);

// Writes nothing when the line does not exist. A range over several lines shows its first.
void writeSnippet(llvm::raw_ostream &, const SourceText &, const SourceRange &,
                  const SnippetStyle &);

// A source line as it is shown: tabs expanded, what a terminal can't show replaced.
std::string shownLine(llvm::StringRef);

// Text that can't upset a terminal: control characters escaped, malformed UTF-8 replaced.
std::string printable(llvm::StringRef);

} // namespace scalelint::report
