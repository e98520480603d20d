// What the program says of itself.
#include "tests/driver/Driven.h"

#include "driver/CommandTable.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

using namespace scalelint;

TEST(CommandLine, VersionSaysHonestlyThatTheBuildIsUnknown) {
  test::Outcome said = test::scalelint({"--version"});
  EXPECT_EQ(said.exit, 0);
  EXPECT_NE(said.out.find(" (not built from git)\nLLVM "), std::string::npos) << said.out;
}

TEST(CommandLine, DigestIsThatOfThePacks) {
  test::TemporaryFolder packs, same, other;
  for (const auto *folder : {&packs, &same})
    folder->write("acme.yaml", "library: acme\n");
  other.write("acme.yaml", "library: acme2\n");
  auto said = [](const test::TemporaryFolder &folder) {
    return test::scalelint({"--version", "--rules-folder", folder.path()}).out;
  };
  EXPECT_EQ(said(packs), said(same)) << "the folder's own name does not count";
  EXPECT_NE(said(packs), said(other));
  EXPECT_NE(said(packs).find("\n1 rule pack, digest "), std::string::npos) << said(packs);
}

TEST(CommandLine, TableKnowsWhatMayStandWhereAValueIsAskedFor) {
  driver::CommandRow table = driver::commandTable();
  auto *check = llvm::find_if(table.commands, [](const auto &row) { return row.name == "check"; }).base();
  auto values = [&](llvm::StringRef name) {
    for (const auto &option : check->options)
      if (llvm::is_contained(option.names, name))
        return option.values;
    ADD_FAILURE() << name.str();
    return driver::Values::None;
  };
  EXPECT_EQ(values("--build"), driver::Values::File);
  EXPECT_EQ(values("--cache"), driver::Values::Folder);
  EXPECT_EQ(values("--checks"), driver::Values::CheckGlobs);
  EXPECT_EQ(values("--diff"), driver::Values::Revision);
  EXPECT_EQ(values("--fail-on"), driver::Values::Choice);
  EXPECT_EQ(values("--jobs"), driver::Values::Word);
  EXPECT_EQ(values("--fix"), driver::Values::None);
}
