// Which files belong to the project.
#include "analysis/extract/UserCode.h"

#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace path = llvm::sys::path;

namespace scalelint::extract {

static std::string realFolder(llvm::StringRef folder) {
  llvm::SmallString<256> real;
  if (!llvm::sys::fs::real_path(folder, real))
    return std::string(real);
  real = folder; // a folder of a virtual file system
  path::remove_dots(real, /*remove_dot_dot=*/true);
  return std::string(real);
}

UserCode::UserCode(std::vector<std::string> folders, std::vector<std::string> globs)
    : texts(std::move(globs)) {
  for (const auto &folder : folders)
    roots.push_back(realFolder(folder));
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
    excluded.push_back({std::move(*pattern), path::is_absolute(glob), anywhere});
  }
}

bool UserCode::excludes(llvm::StringRef file, llvm::StringRef root) const {
  llvm::StringRef below = file.drop_front(root.size()).ltrim('/');
  for (const Glob &glob : excluded) {
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

bool UserCode::contains(llvm::StringRef file) const {
  for (const auto &root : roots)
    if (isBelow(file, root))
      return !excludes(file, root);
  return false;
}

bool UserCode::contains(const clang::SourceManager &sources, clang::FileID id) const {
  if (id == sources.getMainFileID())
    return true;
  bool invalid = false;
  const auto &entry = sources.getSLocEntry(id, &invalid);
  if (invalid || !entry.isFile())
    return false;
  if (clang::SrcMgr::isSystem(entry.getFile().getFileCharacteristic()))
    return false;
  std::string file = path(sources, id);
  return !file.empty() && contains(file);
}

std::string UserCode::path(const clang::SourceManager &sources, clang::FileID id) const {
  auto entry = sources.getFileEntryRefForID(id);
  if (!entry)
    return {};
  auto &files = sources.getFileManager();
  llvm::SmallString<256> name(entry->getName());
  files.makeAbsolutePath(name);
  auto [it, inserted] = resolved.try_emplace(name);
  if (!inserted)
    return it->second;
  llvm::SmallString<256> real;
  if (files.getVirtualFileSystem().getRealPath(name, real)) {
    real = name;
    path::remove_dots(real, /*remove_dot_dot=*/true);
  }
  return it->second = std::string(real);
}

} // namespace scalelint::extract
