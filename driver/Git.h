// Runs git so that nothing of the repository runs with it.
//
// The analysed project is untrusted, and its `.git/config` and `.gitattributes` can name programs: external diffs, text
// conversions, clean filters, file system monitors, hooks, pagers, and for objects that a partial clone lacks any remote's
// transport. So only commands are run that read the object database and the index (no `git diff`, which reads the working
// tree through filters), what such programs hang on is switched off, and no protocol is allowed. Other tools' variables
// (`GIT_DIR` in a hook) don't get through either.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace scalelint::driver {

class Git {
public:
  // For the repository whose work tree is `top`. An error when there is no git.
  static llvm::Expected<Git> find(llvm::StringRef top);

  struct Outcome {
    int exit = -1;
    std::string out, err;
  };

  // No shell is between; `input` is what it reads. An error when it could not be run or took minutes.
  llvm::Expected<Outcome> run(llvm::ArrayRef<std::string> arguments, llvm::StringRef input = "") const;

  // What it prints. An error, with the first line of its complaint, when it fails.
  llvm::Expected<std::string> read(llvm::ArrayRef<std::string> arguments, llvm::StringRef input = "") const;

private:
  Git(std::string program, std::string top) : program(std::move(program)), top(std::move(top)) {}
  std::string program, top;
};

} // namespace scalelint::driver
