// Every fix of every finding in every fixture: applied in memory, the fixture still compiles without a
// diagnostic, and the finding is gone. Whoever applies it from the SARIF log gets the same bytes.
#include "checks/Check.h"
#include "driver/report/Fixes.h"
#include "tests/support/FixtureLog.h"
#include "tests/support/SarifFixes.h"

#include "llvm/Support/Path.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {
class RoundTrip : public testing::TestWithParam<std::string> {};

// The fixture with the fix applied; parts that it does not touch stay as they are.
test::Fixture fixed(const test::Fixture &fixture, const Fix &fix) {
  report::SourceProvider sources(report::readFromMemory(test::filesOf(fixture)));
  report::FixedFiles result = report::applyFixes({&fix}, sources);
  for (const report::RefusedFix &refused : result.refused)
    ADD_FAILURE() << "'" << fix.description << "' is refused: " << refused.reason;
  test::Fixture after = fixture;
  for (test::Part &part : after.parts)
    if (auto text = result.contents.find("/fixture/" + part.name); text != result.contents.end())
      part.text = text->second;
  return after;
}

// The fixture with the fix that stands at this place in the log's only result, applied as a reader of the log would.
test::Fixture fixedFromLog(const test::Fixture &fixture, const std::string &text, size_t fix, test::By by) {
  llvm::json::Value log = llvm::cantFail(llvm::json::parse(text));
  const llvm::json::Object &run = *log.getAsObject()->getArray("runs")->front().getAsObject();
  const llvm::json::Object &result = *run.getArray("results")->front().getAsObject();
  test::Fixture after = fixture;
  auto partOf = [&](llvm::StringRef name) {
    return llvm::find_if(after.parts, [&](const test::Part &each) { return each.name == name; });
  };
  std::map<std::string, std::set<test::LoggedEdit>> edits;
  test::addEdits(
      *(*result.getArray("fixes"))[fix].getAsObject(), by,
      [&](const std::string &uri) { return partOf(uri) == after.parts.end() ? "" : partOf(uri)->text; }, edits);
  for (const auto &[uri, ofThis] : edits) {
    auto part = partOf(uri);
    if (part == after.parts.end())
      ADD_FAILURE() << "no file " << uri;
    else
      part->text = test::withEdits(part->text, ofThis);
  }
  return after;
}

void expectSameFiles(const test::Fixture &left, const test::Fixture &right) {
  EXPECT_EQ(test::filesOf(left), test::filesOf(right));
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
  for (const Finding &finding : *findings) {
    std::string log = test::logOf(*fixture, *findCheck(check), {finding});
    for (const Fix &fix : finding.fixes) {
      SCOPED_TRACE(llvm::sys::path::filename(finding.primary.file).str() + ":" + std::to_string(finding.primary.line) +
                   ": " + fix.description);
      test::Fixture after = fixed(*fixture, fix);
      for (test::By by : {test::By::Offset, test::By::Column})
        expectSameFiles(fixedFromLog(*fixture, log, &fix - finding.fixes.data(), by), after);
      auto left = test::findingsOf(after, check);
      if (!left) {
        ADD_FAILURE() << llvm::toString(left.takeError());
        continue;
      }
      EXPECT_EQ(alike(*left, finding), alike(*findings, finding) - 1);
    }
  }
}
} // namespace

INSTANTIATE_TEST_SUITE_P(Fixes, RoundTrip, testing::ValuesIn(test::implementedFixtures()),
                         [](const auto &info) { return test::testName(info.param); });
