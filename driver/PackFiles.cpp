// Rule packs on disk.
#include "driver/PackFiles.h"

#include "analysis/model/Reader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace fs = llvm::sys::fs;
using llvm::StringRef;

namespace scalelint::driver {

std::vector<model::RulePack> readPacks(llvm::ArrayRef<std::string> paths, std::vector<std::string> &problems) {
  std::vector<model::RulePack> packs;
  for (const auto &path : paths) {
    if (fs::is_directory(path)) {
      llvm::append_range(packs, model::loadRulePacks(path, problems));
      continue;
    }
    auto text = llvm::MemoryBuffer::getFile(path);
    if (!text) {
      problems.push_back(path + ": can't be read: " + text.getError().message());
      continue;
    }
    auto pack = model::parseRulePack((*text)->getBuffer(), path);
    if (pack)
      packs.push_back(std::move(*pack));
    else
      problems.push_back(llvm::toString(pack.takeError()));
  }
  return packs;
}

std::vector<model::RulePack> readPacks(StringRef comeAlong, llvm::ArrayRef<std::string> own,
                                       std::vector<std::string> &problems,
                                       std::vector<std::string> &comeAlongProblems) {
  std::vector<model::RulePack> packs = readPacks(own, problems);
  llvm::append_range(packs, model::loadRulePacks(comeAlong, comeAlongProblems));
  return packs;
}

std::string rulesFolder(StringRef asked) {
  if (!asked.empty())
    return asked.str();
  llvm::SmallString<256> beside(fs::getMainExecutable(nullptr, nullptr));
  beside = llvm::sys::path::parent_path(llvm::sys::path::parent_path(beside));
  llvm::sys::path::append(beside, "share", "scalelint", "rules");
  return fs::is_directory(beside) ? std::string(beside) : SCALELINT_RULES_DIR;
}

} // namespace scalelint::driver
