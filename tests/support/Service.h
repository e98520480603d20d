// A service of testdata in a folder of the test's own.
#pragma once

#include "tests/support/Fixture.h"
#include "tests/support/Git.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

namespace scalelint::test {

// Every file below the folder, sorted.
inline std::vector<std::string> filesBelow(const std::string &folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error), end; it != end && !error;
       it.increment(error))
    if (llvm::sys::fs::is_regular_file(it->path()))
      files.push_back(it->path());
  llvm::sort(files);
  return files;
}

// A copy of a service with its compile database, in a folder of its own.
class Service {
public:
  explicit Service(const std::string &name)
      : source(std::string(SCALELINT_SOURCE_DIR) + "/testdata/services/" + name) {
    for (const std::string &file : filesBelow(source))
      folder.write(llvm::StringRef(file).drop_front(source.size() + 1), contents(file));
    Ran cmake =
        test::run("cmake", {"-S", folder.path(), "-B", build(), "-DCMAKE_CXX_COMPILER=clang++-19"});
    EXPECT_EQ(cmake.exit, 0) << cmake.output;
    makeRepository(folder.path());
  }

  Ran run(std::vector<std::string> arguments) const { return test::run(SCALELINT_PROGRAM, std::move(arguments)); }

  // `scalelint check` on it.
  Ran check(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"check", "-p", build(), "--quiet", "--color", "never"});
    return run(std::move(arguments));
  }

  std::string file(const std::string &name) const { return folder / name; }
  std::string build() const { return folder / "build"; }
  void write(const std::string &name, llvm::StringRef text) const { folder.write(name, text); }

  // Its own sources, by path below it.
  std::vector<std::string> sources() const {
    std::vector<std::string> names;
    for (const std::string &each : filesBelow(source))
      if (llvm::StringRef(each).ends_with(".cpp"))
        names.push_back(each.substr(source.size() + 1));
    return names;
  }

  // What its sources say is to be found.
  Fixture expectations() const {
    Fixture all;
    for (const std::string &file : filesBelow(source)) {
      std::string name = llvm::sys::path::filename(file).str();
      if (!llvm::StringRef(name).ends_with(".cpp") && !llvm::StringRef(name).ends_with(".h"))
        continue;
      for (const Part &part : all.parts)
        EXPECT_NE(part.name, name) << "two files of one name can't be told apart";
      Fixture one = parseFixture(name, contents(file));
      llvm::append_range(all.parts, one.parts);
      llvm::append_range(all.expectations, one.expectations);
    }
    return all;
  }

private:
  std::string source;
  TemporaryFolder folder;
};

} // namespace scalelint::test
