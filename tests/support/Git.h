// Repositories that a test makes.
#pragma once

#include "tests/support/Program.h"

#include <string>
#include <vector>

namespace scalelint::test {

// Runs git in the folder, as nobody in particular; what it prints, without the last line end.
inline std::string git(const std::string &folder, std::vector<std::string> arguments) {
  std::vector<std::string> all = {"-C", folder,
                                  "-c", "user.name=tester",
                                  "-c", "user.email=tester@example.org",
                                  "-c", "init.defaultBranch=main",
                                  "-c", "commit.gpgsign=false"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return llvm::StringRef(run("git", all).output).rtrim("\n").str();
}

// Puts everything in the folder under version control, with one commit.
inline void makeRepository(const std::string &folder) {
  git(folder, {"init", "-q"});
  git(folder, {"remote", "add", "origin", "https://example.org/shop.git"});
  git(folder, {"add", "-A"});
  git(folder, {"commit", "-q", "-m", "Start"});
}

} // namespace scalelint::test
