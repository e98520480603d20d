// Findings for people: a message, the line it is about, and the path that proves it.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

enum class Color { Auto, Always, Never }; // --color

struct TextOptions {
  Color color = Color::Auto;
  unsigned width = 100;    // longest source line shown whole; 0: any
  unsigned rootsShown = 5; // of the request roots that reach a finding
};

// Whether to write colours to this stream. `Auto`: it is a terminal and NO_COLOR is unset or empty
// (https://no-color.org).
bool wantsColor(llvm::raw_ostream &, Color);

void writeText(llvm::raw_ostream &, const Report &, const SourceProvider &,
               const TextOptions & = {});

// The closing line alone: "3 findings: 2 warnings, 1 note in 2 files; 87 units".
std::string countsLine(const Report &);

// "3 findings", "1 finding"
std::string counted(size_t count, llvm::StringRef noun);

} // namespace scalelint::report
