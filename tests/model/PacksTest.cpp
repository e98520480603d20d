// The packs of rules/, the examples of its README, and folders of packs.
#include "tests/model/Support.h"

#include "analysis/model/Validate.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::model {
namespace {

TEST(Packs, OfThisRepositoryHaveNoProblems) {
  std::vector<std::string> problems;
  std::vector<RulePack> packs = loadRulePacks(SCALELINT_SOURCE_DIR "/rules", problems);
  for (const RulePack &pack : packs)
    for (const Remark &remark : validate(pack))
      if (remark.gravity == Gravity::Problem)
        problems.push_back(text(remark));
  EXPECT_EQ(llvm::join(problems, "\n"), "");
  EXPECT_FALSE(packs.empty());
}

struct Example {
  std::string heading; // the first word of the heading above
  unsigned line = 0;
  std::string text;
};

std::vector<Example> examplesOf(llvm::StringRef markdown) {
  std::vector<Example> examples;
  std::string heading;
  bool inside = false;
  unsigned number = 0;
  for (llvm::StringRef line : llvm::split(markdown, '\n')) {
    ++number;
    if (line.consume_front("## ")) {
      heading = line.take_until([](char c) { return c == ' ' || c == ','; }).str();
    } else if (line == "```yaml") {
      examples.push_back({heading, number, ""});
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside && !line.contains("[ … ]")) {
      examples.back().text += (line + "\n").str();
    }
  }
  return examples;
}

// Rows alone belong to the section of their heading; everything but a whole pack lacks the head.
std::string packFrom(const Example &example) {
  llvm::StringRef text = example.text;
  if (text.contains("library:"))
    return text.str();
  if (text.starts_with(" "))
    return (Head + example.heading + ":\n" + text).str();
  return (Head + text).str();
}

TEST(Packs, ExamplesOfTheReadmeLoad) {
  auto readme = llvm::MemoryBuffer::getFile(SCALELINT_SOURCE_DIR "/rules/README.md");
  ASSERT_TRUE(bool(readme));
  std::vector<Example> examples = examplesOf((*readme)->getBuffer());
  EXPECT_GE(examples.size(), 7u);
  for (const Example &example : examples) {
    std::string pack = packFrom(example);
    EXPECT_EQ(problemsOf(pack), "") << "example in line " << example.line << ":\n" << pack;
  }
}

class Folder : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("scalelint-packs", path));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(path); }

  void write(llvm::StringRef name, llvm::StringRef text) {
    std::error_code error;
    llvm::raw_fd_ostream((path + "/" + name).str(), error) << text;
    ASSERT_FALSE(error) << error.message();
  }

  llvm::SmallString<128> path;
};

TEST_F(Folder, IsReadInNameOrderAndOneBadPackDoesNotHideTheOthers) {
  write("b.yaml", "library: second\nreference: https://l.org\n");
  write("a.yaml", "library: first\nreference: https://l.org\n");
  write("broken.yaml", "library: third\n");
  write("notes.txt", "no pack");
  std::vector<std::string> problems;
  std::vector<RulePack> packs = loadRulePacks(path, problems);
  ASSERT_EQ(packs.size(), 2u);
  EXPECT_EQ(packs[0].library, "first");
  EXPECT_EQ(packs[1].library, "second");
  EXPECT_EQ(packs[1].file, (path + "/b.yaml").str());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0], (path + "/broken.yaml:1:1: a rule pack needs 'reference'").str());
}

TEST_F(Folder, WithoutPacksIsEmpty) {
  std::vector<std::string> problems;
  EXPECT_TRUE(loadRulePacks(path, problems).empty());
  EXPECT_TRUE(problems.empty());
}

TEST_F(Folder, ThatDoesNotExistIsAProblem) {
  std::vector<std::string> problems;
  EXPECT_TRUE(loadRulePacks((path + "/none").str(), problems).empty());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0], (path + "/none: cannot be listed: No such file or directory").str());
}

} // namespace
} // namespace scalelint::model
