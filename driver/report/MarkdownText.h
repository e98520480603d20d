// Text of any origin as a part of Markdown that others render.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace scalelint::report {

// Shown as it is, on one line, by a renderer of GitHub's Markdown; also inside of a table.
std::string markdownText(llvm::StringRef);

// A URI as the target of a link.
std::string markdownTarget(llvm::StringRef);

} // namespace scalelint::report
