// Which code is the project's own.
#include "driver/Project.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

class Project : public testing::Test {
protected:
  driver::CompileDatabase database(std::vector<std::string> files) {
    driver::CompileDatabase result;
    result.folder = folder / "build";
    result.file = folder / "build/compile_commands.json";
    for (const std::string &file : files)
      result.units.push_back({folder.path(), folder.write(file, ""), {"c++"}});
    return result;
  }

  std::string root(const driver::CompileDatabase &database, driver::UnitOptions options = {}) {
    return driver::sourceRoot(options, {}, database);
  }

  std::vector<std::string> selected(const driver::CompileDatabase &database,
                                    std::vector<std::string> paths,
                                    const driver::Configuration &configuration = {}) {
    auto user = driver::userCode(folder.path(), configuration, database);
    auto units = driver::selectUnits(database, user, paths);
    if (!units)
      return {llvm::toString(units.takeError())};
    std::vector<std::string> result;
    for (const extract::Unit &unit : *units)
      result.push_back(llvm::StringRef(unit.file).drop_front(folder.path().size() + 1).str());
    return result;
  }

  using Names = std::vector<std::string>;
  TemporaryFolder folder;
};

TEST_F(Project, TheRootIsTheDeepestFolderOfAllUnits) {
  EXPECT_EQ(root(database({"app/orders/a.cpp", "app/users/b.cpp"})), folder / "app");
}

TEST_F(Project, TheRootOfASrcFolderIsItsParent) {
  EXPECT_EQ(root(database({"app/src/a.cpp", "app/src/b.cpp"})), folder / "app");
}

TEST_F(Project, TheRootIsWhatCMakeOrTheCommandLineNames) {
  auto units = database({"app/src/a.cpp"});
  folder.write("build/CMakeCache.txt",
               "CMAKE_BUILD_TYPE:STRING=\nCMAKE_HOME_DIRECTORY:INTERNAL=" + folder.path() + "\n");
  EXPECT_EQ(root(units), folder.path());
  driver::UnitOptions options;
  options.sourceRoot = folder / "app";
  EXPECT_EQ(root(units, options), folder / "app");
}

TEST_F(Project, ACMakeCacheOfSomewhereElseIsNotBelieved) {
  auto units = database({"app/orders/a.cpp"});
  folder.write("build/CMakeCache.txt", "CMAKE_HOME_DIRECTORY:INTERNAL=/nowhere\n");
  EXPECT_EQ(root(units), folder / "app/orders");
}

TEST_F(Project, GeneratedAndOthersCodeIsLeftOut) {
  EXPECT_EQ(selected(database({"src/a.cpp", "build/gen/b.cpp", "third_party/c.cpp"}), {}),
            Names{"src/a.cpp"});
}

TEST_F(Project, AFileThatIsNamedIsAnalysedThoughExcluded) {
  auto units = database({"src/a.cpp", "third_party/c.cpp"});
  EXPECT_EQ(selected(units, {folder / "third_party/c.cpp"}), Names{"third_party/c.cpp"});
}

TEST_F(Project, APathThatSelectsNothingIsAnError) {
  auto units = database({"src/a.cpp"});
  EXPECT_EQ(selected(units, {folder / "gone"}),
            Names{"no such file or folder: '" + (folder / "gone") + "'"});
  folder.write("src/a.h", "");
  EXPECT_EQ(selected(units, {folder / "src/a.h"}),
            Names{"'" + (folder / "src/a.h") + "' selects no unit of " + units.file +
                  "; headers are analysed with the units that include them"});
}

TEST_F(Project, WithoutUserCodeIsAnError) {
  Names error = selected(database({"third_party/c.cpp"}), {});
  ASSERT_EQ(error.size(), 1u);
  EXPECT_NE(error[0].find("none of its 1 units is user code below"), std::string::npos) << error[0];
}

} // namespace
} // namespace scalelint::test
