// Every fix of every finding in every fixture: applied in memory, the fixture still compiles without a
// diagnostic, and the finding is gone.
#include "tests/support/Fixture.h"

#include "checks/Check.h"
#include "driver/report/Fixes.h"

#include "llvm/Support/Path.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {
class RoundTrip : public testing::TestWithParam<std::string> {};

// The fixture with the fix applied; parts that it does not touch stay as they are.
test::Fixture fixed(const test::Fixture &fixture, const Fix &fix) {
  std::map<std::string, std::string> files;
  for (const test::Part &part : fixture.parts)
    files["/fixture/" + part.name] = part.text;
  report::SourceProvider sources(report::readFromMemory(files));
  report::FixedFiles result = report::applyFixes({&fix}, sources);
  for (const report::RefusedFix &refused : result.refused)
    ADD_FAILURE() << "'" << fix.description << "' is refused: " << refused.reason;
  test::Fixture after = fixture;
  for (test::Part &part : after.parts)
    if (auto text = result.contents.find("/fixture/" + part.name); text != result.contents.end())
      part.text = text->second;
  return after;
}

size_t alike(const std::vector<Finding> &findings, const Finding &finding) {
  return std::count_if(findings.begin(), findings.end(), [&](const Finding &other) {
    return other.function == finding.function && other.key == finding.key;
  });
}

TEST_P(RoundTrip, LeavesCodeThatCompilesAndLacksTheFinding) {
  auto fixture = test::checkFixture(GetParam());
  ASSERT_TRUE(bool(fixture)) << llvm::toString(fixture.takeError());
  std::string check = GetParam().substr(0, GetParam().find('/'));
  auto findings = test::findingsOf(*fixture, check);
  ASSERT_TRUE(bool(findings)) << llvm::toString(findings.takeError());
  for (const Finding &finding : *findings)
    for (const Fix &fix : finding.fixes) {
      SCOPED_TRACE(llvm::sys::path::filename(finding.primary.file).str() + ":" + std::to_string(finding.primary.line) +
                   ": " + fix.description);
      test::Fixture after = fixed(*fixture, fix);
      auto left = test::findingsOf(after, check);
      if (!left) {
        ADD_FAILURE() << llvm::toString(left.takeError());
        continue;
      }
      EXPECT_EQ(alike(*left, finding), alike(*findings, finding) - 1);
    }
}
} // namespace

INSTANTIATE_TEST_SUITE_P(Fixes, RoundTrip, testing::ValuesIn(test::implementedFixtures()),
                         [](const auto &info) { return test::testName(info.param); });
