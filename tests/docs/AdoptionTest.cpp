// The commands of docs/adoption.md do what the page says, in its order.
#include "tests/support/Service.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {

struct Block {
  std::string words, text; // of the fence; between it and the next
};

std::vector<Block> blocksOf(llvm::StringRef page) {
  std::vector<Block> blocks;
  while (true) {
    page = page.split("\n```").second;
    if (page.empty())
      return blocks;
    auto [words, rest] = page.split('\n');
    auto [text, behind] = rest.split("\n```");
    blocks.push_back({words.str(), text.str() + "\n"});
    page = behind;
  }
}

class Adoption : public testing::Test {
protected:
  test::Ran shell(const std::string &script) {
    std::string program = llvm::sys::path::parent_path(SCALELINT_PROGRAM).str();
    return test::run("bash", {"-euo", "pipefail", "-c",
                              "export PATH='" + program + "':$PATH GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org "
                              "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org; cd '" + service.file("") + "'\n" + script});
  }
  test::Service service{"order-service"};
};

} // namespace

TEST_F(Adoption, EveryCommandOfThePageWorks) {
  ASSERT_EQ(shell("git update-ref refs/remotes/origin/main HEAD").exit, 0);
  const std::vector<std::string> closing = {
      "13 findings: 12 warnings, 1 note in 6 files; 15 units",
      "0 new, 13 known, 0 gone",
      "13 on unchanged lines",
      "0 new, 13 known, 0 gone",
      "12 findings: 12 warnings in 5 files; 0 new, 12 known, 0 gone", // what is off is not gone
      "baseline '.scalelint-baseline.sarif': 12 findings",
  };
  size_t step = 0;
  for (const Block &block : blocksOf(test::contents(std::string(SCALELINT_SOURCE_DIR) + "/docs/adoption.md"))) {
    llvm::StringRef words = block.words;
    if (words.consume_front("yaml adoption/"))
      service.write(words.str(), block.text);
    if (words != "sh adoption")
      continue;
    test::Ran ran = shell(block.text);
    EXPECT_EQ(ran.exit, 0) << block.text << ran.output << ran.errors;
    ASSERT_LT(step, closing.size());
    EXPECT_NE(ran.output.find(closing[step]), std::string::npos) << closing[step] << "\n" << block.text << ran.output;
    ++step;
  }
  EXPECT_EQ(step, closing.size());
  EXPECT_NE(test::contents(service.file("today.html")).find("data-state=\"known\""), std::string::npos);
}

TEST_F(Adoption, ACommentOfThePageSilencesWithItsReason) {
  std::string routes = test::contents(service.file("src/report.cpp"));
  const std::string call = "writeLine(report, order, nameOf(tx, order.userId));";
  size_t at = routes.find(call);
  ASSERT_NE(at, std::string::npos);
  service.write("src/report.cpp",
                routes.insert(at + call.size(), " // NOLINT(scale-n-plus-one-query): there are three regions\n"));
  test::Ran ran = shell("scalelint check -q -p build --fail-on never --sarif out.sarif");
  EXPECT_NE(ran.output.find("12 findings: 11 warnings, 1 note in 5 files; 1 suppressed"), std::string::npos) << ran.output;
  EXPECT_EQ(ran.output.find("suppression-unused"), std::string::npos) << ran.output;
  EXPECT_NE(test::contents(service.file("out.sarif")).find("there are three regions"), std::string::npos);
}
