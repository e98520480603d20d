// Format strings cut into what is literal and what stands for an argument.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace scalelint::program {

struct FormatPart {
  std::string text;                 // literal; empty for a hole
  bool hole = false;
  std::optional<unsigned> argument; // of a hole: which argument, from 0; none: not by position
  bool altered = false;             // the argument is quoted or escaped before it is put in
};

// printf's. Beside C's letters there are q, Q, w and z, which SQL libraries add.
std::vector<FormatPart> percentParts(llvm::StringRef format);

// std::format's and {fmt}'s: {}, {0}, {:>8}, {name}.
std::vector<FormatPart> braceParts(llvm::StringRef format);

} // namespace scalelint::program
