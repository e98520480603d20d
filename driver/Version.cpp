// What `scalelint --version` says: three lines, the first as other programs have it.
#include "driver/Version.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

#include <map>

namespace scalelint::driver {
namespace {

struct PackDigest {
  size_t packs = 0;
  std::string digest;
};

// Of the names and bytes of all packs, in the order of their names: two machines with one digest know the same libraries.
PackDigest digestOf(llvm::StringRef folder) {
  std::map<std::string, std::string> packs;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error))
    if (llvm::StringRef name = llvm::sys::path::filename(it->path()); name.ends_with(".yaml"))
      if (auto text = llvm::MemoryBuffer::getFile(it->path()))
        packs[name.str()] = (*text)->getBuffer().str();
  std::string bytes;
  for (const auto &[name, text] : packs)
    for (llvm::StringRef part : {llvm::StringRef(name), llvm::StringRef(text)})
      (bytes += part).push_back('\0');
  auto hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(bytes));
  return {packs.size(), llvm::utohexstr(hash.high64, /*LowerCase=*/true, 16)};
}

} // namespace

void writeVersion(llvm::raw_ostream &out, const Build &build, llvm::StringRef rules) {
  llvm::StringRef commit = build.commit;
  out << "scalelint " SCALELINT_VERSION " (" << (commit.empty() ? "not built from git" : commit) << ")\n"
      << "LLVM " SCALELINT_CLANG_VERSION "\n";
  PackDigest packs = digestOf(rules);
  if (packs.packs == 0)
    out << "no rule packs\n";
  else
    out << packs.packs << (packs.packs == 1 ? " rule pack" : " rule packs") << ", digest " << packs.digest << '\n';
}

} // namespace scalelint::driver
