#include "driver/report/Fixes.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

static const std::string File = "/p/a.cpp";

// On one line: columns [begin, end).
static Replacement replace(unsigned line, unsigned begin, unsigned end, std::string text) {
  return {{File, line, begin, line, end}, std::move(text)};
}
static Replacement insert(unsigned line, unsigned column, std::string text) {
  return replace(line, column, column, std::move(text));
}

namespace {
struct Applied {
  std::string text; // empty when nothing was applied
  std::vector<std::string> refused;
  std::string diff;
};
} // namespace

static Applied apply(const std::string &contents, const std::vector<Fix> &fixes) {
  SourceProvider sources(readFromMemory({{File, contents}}));
  std::vector<const Fix *> pointers;
  for (const Fix &fix : fixes)
    pointers.push_back(&fix);
  FixedFiles fixed = applyFixes(pointers, sources);
  Applied result;
  if (fixed.contents.count(File))
    result.text = fixed.contents[File];
  for (const RefusedFix &refused : fixed.refused)
    result.refused.push_back(refused.fix->description + ": " + refused.reason);
  result.diff = unifiedDiff(fixed, sources, "/p");
  return result;
}

TEST(Fixes, ReplacementsOfOneFixApplyTogether) {
  Applied applied =
      apply("one\ntwo\n", {{"f", {replace(2, 1, 4, "2"), insert(1, 1, "<"), insert(1, 4, ">")}}});
  EXPECT_EQ(applied.text, "<one>\n2\n");
  EXPECT_TRUE(applied.refused.empty());
}

TEST(Fixes, AnOverlappingFixIsRefusedAsAWhole) {
  Applied applied = apply("abcdef\n", {{"first", {replace(1, 2, 4, "X")}},
                                       {"second", {replace(1, 3, 5, "Y"), insert(1, 7, "!")}}});
  EXPECT_EQ(applied.text, "aXdef\n");
  EXPECT_EQ(applied.refused, std::vector<std::string>{"second: overlaps 'first'"});
}

TEST(Fixes, TouchingRangesDoNotOverlap) {
  EXPECT_EQ(apply("abcd\n", {{"f", {replace(1, 1, 3, "1")}}, {"g", {replace(1, 3, 5, "2")}}}).text,
            "12\n");
  EXPECT_EQ(apply("abcd\n", {{"f", {replace(1, 2, 4, "X")}}, {"g", {insert(1, 2, "<")}}}).text,
            "a<Xd\n");
  EXPECT_EQ(apply("abcd\n", {{"f", {replace(1, 2, 4, "X")}}, {"g", {insert(1, 4, ">")}}}).text,
            "aX>d\n");
}

TEST(Fixes, InsertionsOfTwoFixesAtOnePlaceConflict) {
  Applied applied = apply("ab\n", {{"f", {insert(1, 2, "1")}}, {"g", {insert(1, 2, "2")}}});
  EXPECT_EQ(applied.text, "a1b\n");
  EXPECT_EQ(applied.refused, std::vector<std::string>{"g: overlaps 'f'"});
}

TEST(Fixes, InsertionsOfOneFixAtOnePlaceKeepTheirOrder) {
  EXPECT_EQ(apply("ab\n", {{"f", {insert(1, 2, "1"), insert(1, 2, "2")}}}).text, "a12b\n");
}

TEST(Fixes, EqualFixesApplyOnce) {
  Fix fix{"f", {insert(1, 2, "1")}};
  Applied applied = apply("ab\n", {fix, fix});
  EXPECT_EQ(applied.text, "a1b\n");
  EXPECT_TRUE(applied.refused.empty());
}

TEST(Fixes, TwoFixesShareTheIncludeTheyBothNeed) {
  Replacement include = insert(1, 1, "#include <chrono>\n");
  Applied applied = apply(
      "a\nb\n", {{"f", {include, replace(1, 1, 2, "A")}}, {"g", {include, replace(2, 1, 2, "B")}}});
  EXPECT_EQ(applied.text, "#include <chrono>\nA\nB\n");
  EXPECT_TRUE(applied.refused.empty());
}

TEST(Fixes, ASharedBracketIsNotAnInclude) {
  Applied applied = apply("f(x)\n", {{"f", {insert(1, 3, "("), insert(1, 4, ")")}},
                                     {"g", {insert(1, 1, "("), insert(1, 4, ")")}}});
  EXPECT_EQ(applied.text, "f((x))\n");
  EXPECT_EQ(applied.refused.size(), 1u);
}

TEST(Fixes, WhatDoesNotFitTheFileIsRefused) {
  EXPECT_EQ(apply("a\n", {{"f", {replace(1, 1, 9, "")}}}).refused[0],
            "f: a range lies outside '/p/a.cpp'");
  EXPECT_EQ(apply("é\n", {{"f", {replace(1, 1, 2, "")}}}).refused[0],
            "f: a range cuts through a character of '/p/a.cpp'");
  EXPECT_EQ(apply("abc\n", {{"f", {replace(1, 1, 4, ""), insert(1, 2, "x")}}}).refused[0],
            "f: its own replacements overlap");
  EXPECT_EQ(apply("abc\n", {{"f", {}}}).refused[0], "f: it changes nothing");
  Fix elsewhere{"f", {{{"/gone.cpp", 1, 1, 1, 1}, "x"}}};
  EXPECT_EQ(apply("abc\n", {elsewhere}).refused[0], "f: can't read '/gone.cpp'");
}

TEST(Diff, ShowsAnInsertedLineWithContext) {
  EXPECT_EQ(apply("1\n2\n3\n4\n5\n6\n7\n8\n", {{"f", {insert(5, 1, "new\n")}}}).diff,
            "--- a/a.cpp\n+++ b/a.cpp\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+new\n 5\n 6\n 7\n");
}

TEST(Diff, JoinsNearHunksAndParts) {
  std::string lines;
  for (int i = 1; i <= 30; ++i)
    lines += std::to_string(i) + "\n";
  EXPECT_EQ(
      apply(lines,
            {{"f", {replace(3, 1, 2, "x"), replace(10, 1, 3, "y\ny"), replace(25, 1, 3, "z")}}})
          .diff,
      "--- a/a.cpp\n+++ b/a.cpp\n"
      "@@ -1,13 +1,14 @@\n 1\n 2\n-3\n+x\n 4\n 5\n 6\n 7\n 8\n 9\n-10\n+y\n+y\n 11\n 12\n 13\n"
      "@@ -22,7 +23,7 @@\n 22\n 23\n 24\n-25\n+z\n 26\n 27\n 28\n");
}

TEST(Diff, DeletesAWholeLine) {
  Fix fix{"f", {{{File, 2, 1, 3, 1}, ""}}};
  EXPECT_EQ(apply("1\n2\n3\n", {fix}).diff,
            "--- a/a.cpp\n+++ b/a.cpp\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
}

TEST(Diff, KnowsAFileWithoutAFinalLineEnd) {
  EXPECT_EQ(
      apply("1\n2", {{"f", {replace(2, 1, 2, "x\n")}}}).diff,
      "--- a/a.cpp\n+++ b/a.cpp\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+x\n");
}

TEST(Diff, AppendsToAFileAndFillsAnEmptyOne) {
  EXPECT_EQ(apply("1\n", {{"f", {insert(2, 1, "2\n")}}}).diff,
            "--- a/a.cpp\n+++ b/a.cpp\n@@ -1,1 +1,2 @@\n 1\n+2\n");
  EXPECT_EQ(apply("", {{"f", {insert(1, 1, "1\n")}}}).diff,
            "--- a/a.cpp\n+++ b/a.cpp\n@@ -0,0 +1,1 @@\n+1\n");
}
