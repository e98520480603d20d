// Which files belong to the project: their functions get summaries, all other code is known by name.
#pragma once

#include "analysis/extract/Globs.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"

#include <string>
#include <vector>

namespace clang {
class FileID;
class SourceManager;
} // namespace clang

namespace scalelint::extract {

class UserCode {
public:
  // `roots` are folders, absolute. `excluded` are globs over paths below a root (or absolute ones): a
  // glob without a slash names a file or folder at any depth, and a folder takes all below it along.
  // A glob that does not parse excludes nothing; the configuration reports it.
  explicit UserCode(std::vector<std::string> roots, std::vector<std::string> excluded = {});

  // `path` is absolute, dots and links resolved.
  bool contains(llvm::StringRef path) const;

  // The main file always is; a header found through a system include folder never is.
  bool contains(const clang::SourceManager &sources, clang::FileID id) const;

  // Absolute path of a file, dots and links resolved; empty for built-in and pasted text.
  std::string path(const clang::SourceManager &sources, clang::FileID id) const;

  const std::vector<std::string> &folders() const { return roots; }
  const std::vector<std::string> &globs() const { return texts; }

private:
  bool excludes(llvm::StringRef path, llvm::StringRef root) const;

  struct Glob {
    llvm::GlobPattern pattern;
    bool absolute = false; // compared with the whole path
    bool anywhere = false; // compared with each name on the path
  };
  std::vector<std::string> roots;
  std::vector<std::string> texts;
  std::vector<Glob> excluded;
  mutable llvm::StringMap<std::string> resolved; // per name as opened: real paths cost system calls
};

} // namespace scalelint::extract
