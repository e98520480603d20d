// The project's own generated pages, from and to disk.
#include "driver/Documentation.h"

#include "driver/report/Docs.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::driver {

static std::string below(llvm::StringRef folder, llvm::StringRef path) {
  llvm::SmallString<256> file(folder);
  llvm::sys::path::append(file, path);
  return std::string(file);
}

llvm::Expected<std::map<std::string, std::string>>
documentation(llvm::StringRef folder, const std::vector<const Check *> &checks) {
  auto read = [&](const std::string &path) {
    auto text = llvm::MemoryBuffer::getFile(below(folder, path));
    return text ? (*text)->getBuffer().str() : std::string();
  };
  return report::generatedDocs(read, checks);
}

llvm::Error writeDocumentation(llvm::StringRef folder, const std::vector<const Check *> &checks) {
  auto pages = documentation(folder, checks);
  if (!pages)
    return pages.takeError();
  for (const auto &[path, text] : *pages) {
    std::string file = below(folder, path);
    std::error_code error = llvm::sys::fs::create_directories(llvm::sys::path::parent_path(file));
    if (!error)
      llvm::raw_fd_ostream(file, error) << text;
    if (error)
      return llvm::createStringError(error, "cannot write " + file + ": " + error.message());
  }
  return llvm::Error::success();
}

} // namespace scalelint::driver
