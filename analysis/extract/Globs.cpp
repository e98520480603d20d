// Globs and folders.
#include "analysis/extract/Globs.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace path = llvm::sys::path;

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

std::string realFolder(llvm::StringRef folder) {
  llvm::SmallString<256> real;
  if (!llvm::sys::fs::real_path(folder, real))
    return std::string(real);
  real = folder; // a folder of a virtual file system
  path::remove_dots(real, /*remove_dot_dot=*/true);
  return std::string(real);
}

PathGlobs::PathGlobs(std::vector<std::string> all) : texts(std::move(all)) {
  for (llvm::StringRef glob : texts) {
    glob = glob.rtrim('/');
    glob.consume_front("./");
    // "**/x" is to match "x" too, so it is compared like a bare name, or from any folder down.
    bool anywhere = glob.consume_front("**/") || !glob.contains('/');
    while (glob.consume_back("/**"))
      ;
    auto pattern = llvm::GlobPattern::create(glob);
    if (!pattern) {
      llvm::consumeError(pattern.takeError());
      continue;
    }
    globs.push_back({std::move(*pattern), path::is_absolute(glob), anywhere});
  }
}

bool PathGlobs::match(llvm::StringRef file, llvm::StringRef root) const {
  llvm::StringRef below = file.drop_front(root.size()).ltrim('/');
  for (const Glob &glob : globs) {
    if (glob.absolute) {
      for (llvm::StringRef at = file; at.size() > 1; at = path::parent_path(at))
        if (glob.pattern.match(at))
          return true;
      continue;
    }
    for (llvm::StringRef at = below; !at.empty(); at = path::parent_path(at)) {
      if (glob.pattern.match(at))
        return true;
      if (!glob.anywhere)
        continue;
      for (llvm::StringRef rest = at; rest.contains('/');) {
        rest = rest.split('/').second;
        if (glob.pattern.match(rest))
          return true;
      }
    }
  }
  return false;
}

} // namespace scalelint::extract
