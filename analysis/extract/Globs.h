// Globs and folders, as the configuration and UserCode read them. Knows nothing of Clang.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"

#include <string>
#include <vector>

namespace scalelint::extract {

// True for a glob that UserCode accepts.
bool isGlob(llvm::StringRef text);

// A glob that matches `path` alone.
std::string globOf(llvm::StringRef path);

// True when `path` is `folder` or lies below it.
bool isBelow(llvm::StringRef path, llvm::StringRef folder);

// `folder`, absolute, with dots and links resolved as those of sources are.
std::string realFolder(llvm::StringRef folder);

// Globs over paths below a folder (or absolute ones): a glob without a slash names a file or folder at
// any depth, and a folder takes all below it along. A glob that does not parse matches nothing.
class PathGlobs {
public:
  explicit PathGlobs(std::vector<std::string> globs = {});
  PathGlobs(PathGlobs &&) = default; // no copies: a pattern refers to its text
  PathGlobs &operator=(PathGlobs &&) = default;

  // Both are absolute, and `file` lies below `root`.
  bool match(llvm::StringRef file, llvm::StringRef root) const;

  const std::vector<std::string> &all() const { return texts; }

private:
  struct Glob {
    llvm::GlobPattern pattern;
    bool absolute = false; // compared with the whole path
    bool anywhere = false; // compared with each name on the path
  };
  std::vector<std::string> texts;
  std::vector<Glob> globs;
};

} // namespace scalelint::extract
