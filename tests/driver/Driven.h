// A project on disk and the real program run over it, in this process.
#pragma once

#include "tests/support/TemporaryFolder.h"

#include "llvm/Support/JSON.h"

#include <string>
#include <vector>

namespace scalelint::test {

struct Outcome {
  int exit = -1;
  std::string out, err;
};

// Runs `scalelint ARGUMENTS…` with the checks and packs of this repository.
Outcome scalelint(std::vector<std::string> arguments);

// A project of a few sources under `src/` and its database in `build/`.
class ProjectFolder : public TemporaryFolder {
public:
  using Words = std::vector<std::string>;

  // A source and its command; `words` are the compiler and its options.
  void unit(const std::string &name, const std::string &text, Words words = {"c++", "-std=c++20"});

  // A command for a file that need not be there.
  void entry(const std::string &file, Words words = {"c++", "-std=c++20"});

  // Writes the database with its entries in this order, or in reverse.
  void writeDatabase(bool reversed = false) const;

  // `scalelint check` over it, without progress and colour, plus more arguments.
  Outcome check(Words more = {}) const;

private:
  std::vector<llvm::json::Value> entries;
};

// A loop that writes; the finding stands on line 5.
extern const char *const WriteInLoop;

std::string contentOf(const std::string &file);

} // namespace scalelint::test
