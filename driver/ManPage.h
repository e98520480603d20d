// `scalelint man-page`: the manual page in mdoc(7), from the table of the command line.
#pragma once

#include "driver/Build.h"
#include "driver/CommandTable.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::driver {

void writeManPage(llvm::raw_ostream &out, const CommandRow &program, const Build &build);

} // namespace scalelint::driver
