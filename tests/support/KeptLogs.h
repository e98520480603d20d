// SARIF logs that a test leaves behind for the tests of tests/sarif, which give them to the
// programs of others.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <string>

namespace scalelint::test {

// Writes FOLDER/NAME.sarif below the folder that SCALELINT_KEEP_LOGS names; nothing when it names
// none.
inline void keepLog(const std::string &folder, const std::string &name, llvm::StringRef log) {
  const char *logs = std::getenv("SCALELINT_KEEP_LOGS");
  if (!logs)
    return;
  std::string path = std::string(logs) + "/" + folder;
  llvm::sys::fs::create_directories(path);
  std::error_code failed;
  llvm::raw_fd_ostream(path + "/" + name + ".sarif", failed) << log;
}

} // namespace scalelint::test
