// Globs and folders, as the configuration and UserCode read them. Knows nothing of Clang.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace scalelint::extract {

// True for a glob that UserCode accepts.
bool isGlob(llvm::StringRef text);

// A glob that matches `path` alone.
std::string globOf(llvm::StringRef path);

// True when `path` is `folder` or lies below it.
bool isBelow(llvm::StringRef path, llvm::StringRef folder);

} // namespace scalelint::extract
