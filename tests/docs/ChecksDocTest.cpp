// The documentation of the checks is true: its examples are found or not as they claim, and the
// generated pages are those of the checks as they are.
#include "checks/Check.h"
#include "driver/Documentation.h"
#include "driver/report/Docs.h"
#include "tests/support/Fixture.h"
#include "tests/support/Program.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

#include <gtest/gtest.h>

using namespace scalelint;
using llvm::StringRef;

namespace {

const std::string Root = SCALELINT_SOURCE_DIR;

// With the schema that the page shows before it.
std::string withSchema(const Check &check, const std::string &code) {
  std::vector<std::string> schema = test::fencedBlocks(check.doc, "sql schema");
  if (schema.empty())
    return code;
  return "// config: schema: {dialect: postgresql, files: [schema.sql]}\n//--- schema.sql\n" + schema.front() +
         "//--- example.cpp\n" + code;
}

std::vector<std::string> messages(const Check &check, const std::string &code) {
  auto findings = test::findingsOf(test::parseFixture("example.cpp", withSchema(check, code)), check.id);
  if (!findings) {
    ADD_FAILURE() << llvm::toString(findings.takeError()) << "\n" << code;
    return {};
  }
  std::vector<std::string> result;
  for (const Finding &finding : *findings)
    result.push_back(std::to_string(finding.primary.line) + ": " + finding.message);
  return result;
}

class DocOf : public testing::TestWithParam<const Check *> {};

std::string testName(const testing::TestParamInfo<const Check *> &info) {
  std::string name = info.param->id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

} // namespace

TEST_P(DocOf, BadExampleIsFoundAndGoodOneIsNot) {
  const Check &check = *GetParam();
  std::vector<std::string> bad = test::fencedBlocks(check.doc, "cpp bad"),
                           good = test::fencedBlocks(check.doc, "cpp good");
  EXPECT_FALSE(bad.empty()) << "no `cpp bad` block";
  EXPECT_FALSE(good.empty()) << "no `cpp good` block";
  for (const std::string &code : bad)
    EXPECT_FALSE(messages(check, code).empty()) << "nothing is found in\n" << code;
  for (const std::string &code : good)
    EXPECT_TRUE(messages(check, code).empty())
        << llvm::join(messages(check, code), "\n") << "\nin\n"
        << code;
}

TEST_P(DocOf, HeadingsStandInTheirOrder) {
  StringRef doc = GetParam()->doc;
  size_t at = 0;
  for (StringRef heading :
       {"What it flags", "Why it hurts at scale", "Example", "Fix", "Limits", "Options"}) {
    size_t found = doc.find(("\n## " + heading + "\n").str(), at);
    ASSERT_NE(found, StringRef::npos) << "'## " << heading.str() << "' is missing or too early";
    EXPECT_FALSE(report::sectionOf(*GetParam(), heading).empty()) << heading.str();
    at = found + 1;
  }
}

INSTANTIATE_TEST_SUITE_P(Checks, DocOf, testing::ValuesIn(allChecks()), testName);

TEST(GeneratedDocs, AreThoseOfTheChecksAsTheyAre) {
  auto pages = driver::documentation(Root, allChecks());
  ASSERT_TRUE(bool(pages)) << llvm::toString(pages.takeError());
  for (const auto &[path, text] : *pages) {
    EXPECT_TRUE(test::contents(Root + "/" + path) == text)
        << path << " is stale; run scripts/write-docs.sh";
  }
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(Root + "/docs/checks", error), end; it != end && !error;
       it.increment(error))
    EXPECT_TRUE(pages->count(StringRef(it->path()).drop_front(Root.size() + 1).str()))
        << it->path() << " is no check's page";
}
