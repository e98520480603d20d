// Every fix of every finding in every fixture: applied in memory, the fixture still compiles without a diagnostic, the
// finding is gone and no check finds anything new. Whoever applies it from the SARIF log or with
// clang-apply-replacements gets the same bytes.
#include "checks/Check.h"
#include "driver/report/Fixes.h"
#include "tests/support/FixtureLog.h"
#include "tests/support/Program.h"
#include "tests/support/SarifFixes.h"

#include "clang/Tooling/ReplacementsYaml.h"
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

// Copies of a fixture on disk, each fixed by clang-apply-replacements.
class Replaced {
public:
  void add(const test::Fixture &fixture, const Fix &fix) {
    report::SourceProvider sources(report::readFromMemory(test::filesOf(fixture)));
    std::string name = std::to_string(copies++);
    for (const test::Part &part : fixture.parts)
      folder.write(name + "/" + part.name, part.text);
    clang::tooling::TranslationUnitReplacements replacements;
    for (const Replacement &replacement : fix.replacements) {
      report::Stretch bytes = sources.file(replacement.range.file)->stretch(replacement.range).value();
      std::string file = folder / (name + "/" + llvm::sys::path::filename(replacement.range.file).str());
      replacements.Replacements.emplace_back(file, bytes.begin, bytes.end - bytes.begin, replacement.text);
    }
    std::string text;
    llvm::raw_string_ostream out(text);
    llvm::yaml::Output yaml(out);
    yaml << replacements;
    folder.write("replacements/" + name + ".yaml", text);
  }

  void apply() const {
    if (!copies)
      return;
    test::Ran ran = test::run("clang-apply-replacements-19", {folder / "replacements"});
    EXPECT_EQ(ran.exit, 0) << ran.output << ran.errors;
  }

  // The fixture as copy `number` holds it.
  test::Fixture fixture(const test::Fixture &before, size_t number) const {
    test::Fixture after = before;
    for (test::Part &part : after.parts)
      part.text = test::contents(folder / (std::to_string(number) + "/" + part.name));
    return after;
  }

private:
  test::TemporaryFolder folder;
  size_t copies = 0;
};

// Findings by what they are, wherever they stand.
std::multiset<std::string> namesOf(const std::vector<Finding> &findings) {
  std::multiset<std::string> names;
  for (const Finding &finding : findings)
    names.insert(finding.check + " in " + finding.function + ": " + finding.key);
  return names;
}

// Of `left` what is not in `right`.
std::vector<std::string> without(const std::multiset<std::string> &left, const std::multiset<std::string> &right) {
  std::vector<std::string> result;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(result));
  return result;
}

TEST_P(RoundTrip, LeavesCodeThatCompilesAndLacksTheFinding) {
  auto fixture = test::checkFixture(GetParam());
  ASSERT_TRUE(bool(fixture)) << llvm::toString(fixture.takeError());
  auto findings = test::allFindingsOf(*fixture);
  ASSERT_TRUE(bool(findings)) << llvm::toString(findings.takeError());
  Replaced replaced;
  for (const Finding &finding : *findings)
    for (const Fix &fix : finding.fixes)
      replaced.add(*fixture, fix);
  replaced.apply();
  size_t number = 0;
  for (const Finding &finding : *findings) {
    if (finding.fixes.empty())
      continue;
    std::string log = test::logOf(*fixture, *findCheck(finding.check), {finding});
    for (const Fix &fix : finding.fixes) {
      SCOPED_TRACE(llvm::sys::path::filename(finding.primary.file).str() + ":" + std::to_string(finding.primary.line) +
                   ": " + fix.description);
      test::Fixture after = fixed(*fixture, fix);
      for (test::By by : {test::By::Offset, test::By::Column})
        expectSameFiles(fixedFromLog(*fixture, log, &fix - finding.fixes.data(), by), after);
      expectSameFiles(replaced.fixture(*fixture, number++), after);
      auto left = test::allFindingsOf(after);
      if (!left) {
        ADD_FAILURE() << llvm::toString(left.takeError());
        continue;
      }
      std::multiset<std::string> others = namesOf(*findings);
      others.erase(others.find(*namesOf({finding}).begin()));
      EXPECT_EQ(without(namesOf(*left), others), std::vector<std::string>()) << "what the fix leaves or brings";
    }
  }
}
} // namespace

INSTANTIATE_TEST_SUITE_P(Fixes, RoundTrip, testing::ValuesIn(test::implementedFixtures()),
                         [](const auto &info) { return test::testName(info.param); });
