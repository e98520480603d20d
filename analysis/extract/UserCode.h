// Which files belong to the project: their functions get summaries, all other code is known by name.
#pragma once

#include "analysis/extract/Globs.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace clang {
class FileID;
class SourceManager;
} // namespace clang

namespace scalelint::extract {

class UserCode {
public:
  // `roots` are folders, absolute. `excluded` are globs below a root (see PathGlobs);
  // one that does not parse excludes nothing, the configuration reports it.
  explicit UserCode(std::vector<std::string> roots, std::vector<std::string> excluded = {});

  // `path` is absolute, dots and links resolved.
  bool contains(llvm::StringRef path) const;

  // The main file always is; a header found through a system include folder never is.
  bool contains(const clang::SourceManager &sources, clang::FileID id) const;

  // Absolute path of a file, dots and links resolved; empty for built-in and pasted text.
  std::string path(const clang::SourceManager &sources, clang::FileID id) const;

  const std::vector<std::string> &folders() const { return roots; }
  const std::vector<std::string> &globs() const { return excluded.all(); }

private:
  std::vector<std::string> roots;
  PathGlobs excluded;
  mutable llvm::StringMap<std::string> resolved; // per name as opened: real paths cost system calls
};

} // namespace scalelint::extract
