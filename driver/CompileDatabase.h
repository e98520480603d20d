// compile_commands.json → the units to analyse, in an order that does not depend on the file's.
#pragma once

#include "analysis/extract/Command.h"
#include "checks/Finding.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace scalelint::driver {

struct CompileDatabase {
  std::string file;                        // absolute
  std::string folder;                      // of `file`: the build folder
  std::vector<extract::Unit> units;        // C and C++, absolute files, sorted by file, one per file
  unsigned duplicates = 0;                 // further commands for a file: the first one counts
  std::vector<Notification> notifications; // entries that make no sense
};

// Where `build` (a folder or the file itself) has its database. Without `build`: the nearest one in the
// working directory, its `build` folder, or above it. An error says what to do.
llvm::Expected<std::string> findCompileDatabase(llvm::StringRef build);

// An error is a file that is no database: not there, not JSON (with line and column), empty. A single
// entry that makes no sense (no file, no command) is a notification.
llvm::Expected<CompileDatabase> readCompileDatabase(llvm::StringRef file);

// The same over its text. Relative folders start from the database's.
llvm::Expected<CompileDatabase> parseCompileDatabase(llvm::StringRef text, llvm::StringRef file);

} // namespace scalelint::driver
