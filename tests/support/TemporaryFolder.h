// A folder of a test's own, gone with the test.
#pragma once

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <set>
#include <string>

namespace scalelint::test {

class TemporaryFolder {
public:
  TemporaryFolder() {
    llvm::SmallString<128> name, real;
    llvm::sys::fs::createUniqueDirectory("scalelint-test", name);
    llvm::sys::fs::real_path(name, real);
    folder = std::string(real);
  }
  ~TemporaryFolder() { llvm::sys::fs::remove_directories(folder); }
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  const std::string &path() const { return folder; }
  std::string operator/(llvm::StringRef name) const { return (folder + "/" + name).str(); }

  // Writes a file and the folders on its way; returns its path.
  std::string write(llvm::StringRef name, llvm::StringRef text) const {
    std::string file = *this / name;
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(file));
    std::error_code error;
    llvm::raw_fd_ostream(file, error) << text;
    return file;
  }

  // Everything in it, by path.
  std::set<std::string> contents() const {
    std::set<std::string> found;
    std::error_code error;
    for (llvm::sys::fs::recursive_directory_iterator it(folder, error), end; it != end && !error;
         it.increment(error))
      found.insert(it->path());
    return found;
  }

private:
  std::string folder;
};

} // namespace scalelint::test
