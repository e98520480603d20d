// Summaries of earlier runs. A stored summary is used again when the command, the program, the idea of
// what user code is and the content of every file the unit read are what they were.
#pragma once

#include "analysis/extract/Command.h"
#include "analysis/extract/UserCode.h"
#include "analysis/summary/Summary.h"

#include "llvm/Support/Error.h"

#include <map>
#include <optional>
#include <string>

namespace scalelint::driver {

// What a unit's summary depends on besides the files it reads, as a file name.
std::string cacheKey(const extract::Unit &unit, const extract::Command &command,
                     const extract::UserCode &user, llvm::ArrayRef<std::string> matchers);

class Cache {
public:
  // Makes the folder. An error when that is not possible: the caller goes on without a cache.
  static llvm::Expected<Cache> open(llvm::StringRef folder);

  // The stored summary if it still holds. A damaged file or one of another version is none.
  std::optional<summary::TUSummary> find(llvm::StringRef key);

  llvm::Error put(llvm::StringRef key, llvm::StringRef bytes);

  // Removes what no run has used for 30 days.
  void prune() const;

private:
  explicit Cache(std::string folder) : folder(std::move(folder)) {}
  std::string pathOf(llvm::StringRef key) const;
  std::optional<uint64_t> hashOf(const std::string &file);

  std::string folder;
  std::map<std::string, std::optional<uint64_t>> hashes; // each file is read once a run
};

} // namespace scalelint::driver
