// What `scalelint --version` says.
#pragma once

#include "driver/Build.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::driver {

// `rules` is the folder of the packs that come along. No date and no path: the same build says the same everywhere.
void writeVersion(llvm::raw_ostream &out, const Build &build, llvm::StringRef rules);

} // namespace scalelint::driver
