// C++ as it reads, not as it is laid out: what stays the same when a formatter or a comment touches
// the code.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace scalelint::report {

// The tokens of a stretch of code. Comments and white space are left out, but for one blank between
// words; literals that stand side by side are one, and white space in them is one blank. Of a
// lambda only the head is kept: what its body does is not what its place in the stretch says. Any
// bytes are taken, whether they are C++ or not.
std::string codeText(llvm::StringRef code);

} // namespace scalelint::report
