// Summaries of earlier runs. A stored summary is used again when the command, the program, the idea of
// what user code is and the content of every file the unit read are what they were.
#pragma once

#include "analysis/summary/Summary.h"

#include "llvm/Support/Error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::driver {

class Cache {
public:
  // Makes the folder. An error when that is not possible: the caller goes on without a cache.
  static llvm::Expected<Cache> open(llvm::StringRef folder);

  // One that is there already, to read from. An error when it is not.
  static llvm::Expected<Cache> existing(llvm::StringRef folder);

  // The stored summary if it still holds. A damaged file or one of another version is none.
  std::optional<summary::TUSummary> find(llvm::StringRef key);

  // Every stored summary that still holds, the newest of each main file, in order of the main files.
  std::vector<summary::TUSummary> all();

  llvm::Error put(llvm::StringRef key, llvm::StringRef bytes);

  // Removes what no run has used for 30 days.
  void prune() const;

private:
  explicit Cache(std::string folder) : folder(std::move(folder)) {}
  std::optional<summary::TUSummary> read(llvm::StringRef path);
  std::string pathOf(llvm::StringRef key) const;
  std::optional<uint64_t> hashOf(const std::string &file);

  std::string folder;
  std::map<std::string, std::optional<uint64_t>> hashes; // each file is read once a run
};

} // namespace scalelint::driver
