// From a compile database's command to one that is safe to parse. Compile databases are untrusted:
// nothing they name is executed or loaded, and nothing is written. So options are kept by an allow
// list (what changes the meaning of the source), and all others fall away without a word.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
}

namespace scalelint::extract {

// A translation unit with its command, as the compile database has it.
struct Unit {
  std::string directory;              // absolute: where the command runs
  std::string file;                   // absolute, or relative to `directory`
  std::vector<std::string> arguments; // the compiler first
};

struct Command {
  std::vector<std::string> arguments; // for Clang's driver: its name first, the source file last
  std::vector<std::string> refused;   // sentences on what was left out though it may change the parse
};

enum class TargetOptions { Kept, Dropped };

// `trusted` are the folders whose `@response` files are read (project and build folder, absolute).
// `resourceDir` is the folder of Clang's built-in headers.
Command sanitise(const Unit &unit, llvm::ArrayRef<std::string> trusted, llvm::StringRef resourceDir,
                 llvm::vfs::FileSystem &files, TargetOptions target = TargetOptions::Kept);

} // namespace scalelint::extract
