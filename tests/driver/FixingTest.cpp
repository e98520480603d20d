// Which fixes are applied, and how they reach the disk.
#include "driver/Fixing.h"

#include "analysis/summary/SummaryStore.h"
#include "tests/support/Program.h"

#include <gtest/gtest.h>

namespace scalelint::driver {
namespace {

using test::contents;
namespace fs = llvm::sys::fs;

class FixingTest : public testing::Test {
protected:
  FixingTest() { report.root = folder.path(); }

  // A source as the analysis read it.
  std::string source(const std::string &name, const std::string &text, bool user = true) {
    std::string file = folder.write(name, text);
    unit.files.push_back({file, summary::contentHash(text), user});
    return file;
  }

  // A finding whose fix puts `text` before this line.
  Finding &finding(const std::string &file, unsigned line, const std::string &text, int rank = 50) {
    Finding finding;
    finding.check = "scale-x";
    finding.rank = rank;
    finding.primary = {file, line, 1, line, 1};
    finding.fixes = {{"insert " + llvm::StringRef(text).rtrim().str(), {{finding.primary, text}}}};
    report.findings.push_back(finding);
    return report.findings.back();
  }

  Fixing fixed() const {
    report::SourceProvider sources(report::readFromDisk());
    return fixAll(report, analysedFiles({unit}), sources);
  }

  std::vector<std::string> apply() const {
    Fixing fixing = fixed();
    EXPECT_EQ(llvm::toString(writeFixes(fixing, analysedFiles({unit}))), "");
    return fixing.refusals;
  }

  using Sentences = std::vector<std::string>;
  test::TemporaryFolder folder;
  summary::TUSummary unit;
  report::Report report;
};

TEST_F(FixingTest, AppliesTheFirstFixOfEveryFinding) {
  std::string a = source("a.cpp", "1\n2\n"), b = source("b.cpp", "1\n");
  finding(a, 1, "x\n");
  finding(a, 2, "y\n").fixes.push_back({"another", {{{a, 1, 1, 1, 2}, "never"}}});
  finding(b, 1, "z\n");
  EXPECT_EQ(apply(), Sentences{});
  EXPECT_EQ(contents(a), "x\n1\ny\n2\n");
  EXPECT_EQ(contents(b), "z\n1\n");
  EXPECT_EQ(fixesLine(fixed(), "applied"), "no fix to apply"); // both files are others now
}

TEST_F(FixingTest, CountsFixesAndFiles) {
  std::string a = source("a.cpp", "1\n2\n");
  finding(a, 1, "x\n");
  EXPECT_EQ(fixesLine(fixed(), "applied"), "applied 1 fix in 1 file");
  finding(source("b.cpp", "1\n"), 1, "y\n");
  EXPECT_EQ(fixesLine(fixed(), "would apply"), "would apply 2 fixes in 2 files");
}

TEST_F(FixingTest, OfOverlappingFixesTheWorseFindingsIsApplied) {
  std::string a = source("a.cpp", "1\n");
  finding(a, 1, "low ", 20);
  finding(a, 1, "high ", 80);
  EXPECT_EQ(apply(), Sentences{"a.cpp:1:1: the fix 'insert low' is not applied: overlaps 'insert high'"});
  EXPECT_EQ(contents(a), "high 1\n");
  EXPECT_EQ(report.findings[0].rank, 20);
}

TEST_F(FixingTest, TheLevelOfAFindingComesBeforeItsRank) {
  std::string a = source("a.cpp", "1\n");
  finding(a, 1, "note ", 90).level = Level::Note;
  finding(a, 1, "error ", 10).level = Level::Error;
  EXPECT_EQ(apply().size(), 1u);
  EXPECT_EQ(contents(a), "error 1\n");
}

TEST_F(FixingTest, AFileThatChangedSinceStaysAsItIs) {
  std::string a = source("a.cpp", "1\n2\n"), b = source("b.cpp", "1\n");
  finding(a, 1, "x\n");
  finding(a, 2, "y\n");
  Finding &both = finding(b, 1, "z\n");
  both.fixes[0].replacements.push_back({{a, 1, 1, 1, 1}, "z\n"});
  folder.write("a.cpp", "1\n2\n3\n");
  EXPECT_EQ(apply(), Sentences{"'a.cpp' has changed since it was analysed; 3 fixes not applied"});
  EXPECT_EQ(contents(a), "1\n2\n3\n");
  EXPECT_EQ(contents(b), "1\n"); // no half of a fix
}

TEST_F(FixingTest, AFileThatUnitsReadDifferentlyStaysAsItIs) {
  std::string a = source("a.h", "1\n");
  finding(a, 1, "x\n");
  summary::TUSummary other;
  other.files = {{a, summary::contentHash("0\n"), true}};
  report::SourceProvider sources(report::readFromDisk());
  EXPECT_EQ(fixAll(report, analysedFiles({unit, other}), sources).refusals,
            Sentences{"'a.h' has changed since it was analysed; 1 fix not applied"});
}

TEST_F(FixingTest, CodeOfOthersStaysAsItIs) {
  finding(source("vendor/a.h", "1\n", /*user=*/false), 1, "x\n");
  finding(folder.write("unread.h", "1\n"), 1, "x\n");
  EXPECT_EQ(apply(), (Sentences{"'unread.h' is not the project's own code; 1 fix not applied",
                                "'vendor/a.h' is not the project's own code; 1 fix not applied"}));
}

TEST_F(FixingTest, WhatDoesNotCompileStaysAsItIs) {
  finding(source("a.cpp", "1\n"), 1, "x\n");
  unit.diagnostics.push_back({{}, "'gone.h' file not found", /*fatal=*/true});
  EXPECT_EQ(apply(), Sentences{"'a.cpp' belongs to a unit that was not wholly analysed; 1 fix not applied"});
}

TEST_F(FixingTest, KeepsLineEnds) {
  std::string a = source("a.cpp", "1\r\n2\r\n");
  finding(a, 2, "x\ny\n");
  apply();
  EXPECT_EQ(contents(a), "1\r\nx\r\ny\r\n2\r\n");
}

TEST_F(FixingTest, KeepsPermissions) {
  std::string a = source("a.cpp", "1\n");
  fs::perms odd = static_cast<fs::perms>(0741);
  ASSERT_FALSE(fs::setPermissions(a, odd));
  finding(a, 1, "x\n");
  apply();
  EXPECT_EQ(contents(a), "x\n1\n");
  EXPECT_EQ(*fs::getPermissions(a), odd);
}

TEST_F(FixingTest, ALinkStaysOne) {
  std::string target = folder.write("real/a.cpp", "1\n"), link = folder / "a.cpp";
  ASSERT_FALSE(fs::create_link(target, link));
  unit.files.push_back({link, summary::contentHash("1\n"), true});
  finding(link, 1, "x\n");
  apply();
  EXPECT_TRUE(fs::is_symlink_file(link));
  EXPECT_EQ(contents(target), "x\n1\n");
}

TEST_F(FixingTest, OneFileUnderTwoNamesIsWrittenOnce) {
  std::string target = folder.write("real/a.cpp", "1\n"), link = folder / "a.cpp";
  ASSERT_FALSE(fs::create_link(target, link));
  for (const std::string &name : {link, target}) {
    unit.files.push_back({name, summary::contentHash("1\n"), true});
    finding(name, 1, "x\n");
  }
  EXPECT_NE(llvm::toString(writeFixes(fixed(), analysedFiles({unit}))).find("changes while it is fixed"),
            std::string::npos);
  EXPECT_EQ(contents(target), "x\n1\n");
}

TEST_F(FixingTest, PatchMakesTheSameOfTheDiff) {
  const std::string names[] = {"plain.cpp", "with blank.cpp", "gr\xC3\xB6\xC3\x9F" "e.cpp", "quo\"te.cpp", "back\\slash.cpp",
                               "new\nline.cpp", "tab\t.cpp"};
  for (const std::string &name : names) {
    std::string file = source("src/" + name, "1\r\n2\r\n3");
    finding(file, 1, "x\n");
    finding(file, 3, "y ");
  }
  Fixing fixing = fixed();
  report::SourceProvider sources(report::readFromDisk());
  std::string diff = folder.write("diff", report::unifiedDiff(fixing.files, sources, folder.path()));
  test::Ran ran = test::run("patch", {"--binary", "-p1", "-s", "-d", folder.path(), "-i", diff});
  EXPECT_EQ(ran.exit, 0) << ran.output << ran.errors << contents(diff);
  for (const std::string &name : names)
    EXPECT_EQ(contents(folder / ("src/" + name)), "x\r\n1\r\n2\r\ny 3") << name << ran.output;
}

} // namespace
} // namespace scalelint::driver
