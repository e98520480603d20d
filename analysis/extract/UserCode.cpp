// Which files belong to the project.
#include "analysis/extract/UserCode.h"

#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace path = llvm::sys::path;

namespace scalelint::extract {

UserCode::UserCode(std::vector<std::string> folders, std::vector<std::string> globs)
    : excluded(std::move(globs)) {
  for (const auto &folder : folders)
    roots.push_back(realFolder(folder));
}

bool UserCode::contains(llvm::StringRef file) const {
  for (const auto &root : roots)
    if (isBelow(file, root))
      return !excluded.match(file, root);
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
