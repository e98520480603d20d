// `scalelint completions SHELL`: what completes the command line in a shell, from the table of the command line.
#pragma once

#include "driver/CommandTable.h"
#include "driver/Options.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::driver {

// `checks` are the ids that `--checks` and `explain` take.
void writeCompletions(llvm::raw_ostream &out, Shell shell, const CommandRow &program,
                      llvm::ArrayRef<std::string> checks);

} // namespace scalelint::driver
