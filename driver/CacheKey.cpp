// What a stored summary depends on.
#include "driver/CacheKey.h"

#include "analysis/summary/SummaryStore.h"

#include "clang/Basic/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using llvm::StringRef;

namespace scalelint::driver {

std::string cacheKey(const extract::Unit &unit, const extract::Command &command,
                     const extract::UserCode &user, llvm::ArrayRef<std::string> matchers) {
  // Each part ends in a null byte and each list in another, so that no two inputs look the same.
  std::string text;
  auto add = [&](StringRef part) { (text += part).push_back('\0'); };
  auto addAll = [&](llvm::ArrayRef<std::string> parts) {
    for (const auto &part : parts)
      add(part);
    text.push_back('\0');
  };
  add(summary::toolVersion());
  add(clang::getClangFullVersion());
  add(unit.directory);
  addAll(command.arguments);
  addAll(command.refused);
  addAll(user.folders());
  addAll(user.globs());
  addAll(matchers);
  auto hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(text));
  return llvm::utohexstr(hash.high64, /*LowerCase=*/true, 16) +
         llvm::utohexstr(hash.low64, /*LowerCase=*/true, 16);
}

} // namespace scalelint::driver
