// What the program writes for the sites that run it: the same bytes whoever asks, and nothing but what was asked for.
#include "tests/support/Service.h"

#include "llvm/Support/JSON.h"

#include <cstdlib>

using namespace scalelint;
using test::contents;
using test::Ran;
using test::Service;

namespace {

class Outputs : public testing::Test {
protected:
  struct Written {
    std::string log, summary, gitlab, junit;
    bool operator==(const Written &) const = default;
  };

  static void SetUpTestSuite() {
    service = std::make_unique<Service>("order-service");
    written = write({"-j2", "--no-cache"});
  }
  static void TearDownTestSuite() { service.reset(); }

  static Written write(std::vector<std::string> arguments) {
    std::string summary = service->file("summary.md"), gitlab = service->file("gitlab.json"),
                junit = service->file("junit.xml");
    service->write("summary.md", "# of an earlier command\n");
    setenv("GITHUB_STEP_SUMMARY", summary.c_str(), 1);
    arguments.insert(arguments.end(), {"--github", "--gitlab", gitlab, "--junit", junit});
    Ran ran = service->check(arguments);
    unsetenv("GITHUB_STEP_SUMMARY");
    EXPECT_EQ(ran.exit, 1) << ran.errors;
    return {ran.output, contents(summary), contents(gitlab), contents(junit)};
  }

  static size_t count(llvm::StringRef text, llvm::StringRef part) { return text.count(part); }

  static inline std::unique_ptr<Service> service;
  static inline Written written;
};

} // namespace

TEST_F(Outputs, AreTheSameForAnyNumberOfWorkers) {
  EXPECT_TRUE(write({"-j1"}) == written);
  EXPECT_TRUE(write({"-j2"}) == written);
}

TEST_F(Outputs, TellOfTheSameFindings) {
  std::string text = service->check({}).output;
  size_t notes = count(text, ": note: "), findings = count(text, ": warning: ") + notes;
  ASSERT_GT(findings, 5u);
  llvm::json::Value quality = llvm::cantFail(llvm::json::parse(written.gitlab));
  EXPECT_EQ(quality.getAsArray()->size(), findings);
  EXPECT_EQ(count(written.junit, "<failure "), findings - notes);
  EXPECT_EQ(count(written.junit, "<skipped "), notes);
  constexpr size_t shown = 10; // annotations of a level in a step
  ASSERT_GT(findings - notes, shown);
  EXPECT_EQ(count(written.log, "\n::warning file=src/"), shown);
  EXPECT_EQ(count(written.log, "\n::notice file=src/"), notes);
  EXPECT_NE(written.log.find("::" + std::to_string(findings - notes - shown) + " warnings of the lowest rank are not annotated"),
            std::string::npos)
      << written.log;
  EXPECT_EQ(count(written.summary, "\n- **"), findings);
  EXPECT_EQ(written.log.find("::stop-commands::"), 0u);
  EXPECT_NE(written.log.find(text), std::string::npos);
}

TEST_F(Outputs, TheJobSummaryIsAddedTo) { EXPECT_EQ(written.summary.find("# of an earlier command\n## scalelint\n"), 0u); }

TEST_F(Outputs, AJobSummaryThatCannotBeWrittenIsSaid) {
  setenv("GITHUB_STEP_SUMMARY", "/nowhere/summary.md", 1);
  Ran ran = service->check({"--github"});
  unsetenv("GITHUB_STEP_SUMMARY");
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.errors.find("cannot write the job summary /nowhere/summary.md: "), std::string::npos) << ran.errors;
}

TEST_F(Outputs, AnnotationsDoNotMixWithADiff) { EXPECT_EQ(service->check({"--github", "--fix-dry-run"}).exit, 2); }
