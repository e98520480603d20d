// Globs and folders.
#include "analysis/extract/Globs.h"

#include "llvm/Support/GlobPattern.h"

namespace scalelint::extract {

bool isBelow(llvm::StringRef path, llvm::StringRef folder) {
  while (folder.size() > 1 && folder.ends_with("/"))
    folder = folder.drop_back();
  if (folder == "/")
    return path.starts_with("/");
  return path.consume_front(folder) && (path.empty() || path.starts_with("/"));
}

bool isGlob(llvm::StringRef text) {
  auto pattern = llvm::GlobPattern::create(text);
  if (pattern)
    return true;
  llvm::consumeError(pattern.takeError());
  return false;
}

std::string globOf(llvm::StringRef path) {
  std::string glob;
  for (char c : path) {
    if (llvm::StringRef("*?[]{}\\").contains(c))
      glob.push_back('\\');
    glob.push_back(c);
  }
  return glob;
}

} // namespace scalelint::extract
