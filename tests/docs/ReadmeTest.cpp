// What the README shows works as shown.
#include "tests/support/Program.h"

#include <gtest/gtest.h>

using namespace scalelint;

static std::string block(const std::string &words) {
  auto blocks =
      test::fencedBlocks(test::contents(std::string(SCALELINT_SOURCE_DIR) + "/README.md"), words);
  EXPECT_EQ(blocks.size(), 1u) << words;
  return blocks.empty() ? std::string() : blocks.front();
}

TEST(Readme, WorkedExampleOfARulePackHolds) {
  test::TemporaryFolder project;
  project.write("kv.h", block("cpp readme/kv.h"));
  std::string source = project.write("greetings.cpp", block("cpp readme/greetings.cpp"));
  std::string pack = project.write("acme-kv.yaml", block("yaml readme/acme-kv.yaml"));
  project.write("compile_commands.json",
                R"([{"directory": ")" + project.path() + R"(", "file": ")" + source +
                    R"(", "command": "clang++ -std=c++20 -c greetings.cpp"}])");
  test::Ran valid = test::run(SCALELINT_PROGRAM, {"rules", "validate", pack});
  EXPECT_EQ(valid.exit, 0) << valid.output;
  test::Ran found = test::run(SCALELINT_PROGRAM, {"check", "-p", project.path(), "--rules", pack,
                                                  "--quiet", "--color", "never"});
  EXPECT_EQ(found.exit, 1);
  std::string shown = block("text readme");
  EXPECT_FALSE(shown.empty());
  EXPECT_NE(found.output.find(shown), std::string::npos)
      << "run scripts/write-docs.sh\n" << found.output;
}
