// Comments that silence checks.
#include "analysis/extract/Suppressions.h"

#include "clang/Basic/LangOptions.h"
#include "gtest/gtest.h"

using namespace scalelint;

namespace {

summary::TUSummary read(const std::string &text) {
  clang::LangOptions language;
  language.CPlusPlus = language.LineComment = true;
  summary::TUSummary unit;
  extract::collectSuppressions(text, 3, language, unit);
  return unit;
}

using Checks = std::vector<std::string>;

} // namespace

TEST(Suppressions, CoverTheirOwnLine) {
  auto unit = read("int a;\nint b; // NOLINT\nint c; /* NOLINT */\n");
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 2u);
  EXPECT_EQ(unit.suppressions[0].lastLine, 2u);
  EXPECT_TRUE(unit.suppressions[0].checks.empty());
  EXPECT_EQ(unit.suppressions[0].file, 3u);
  EXPECT_EQ(unit.suppressions[0].span.column, 11u);
  EXPECT_EQ(unit.suppressions[1].firstLine, 3u);
}

TEST(Suppressions, NameGlobsAndAReason) {
  auto unit = read("int a; // NOLINT(scale-n-plus-one-query, scale-*-loop): three rows at most\n"
                   "int b; /* NOLINT(scale-*) - known */\n");
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].checks, (Checks{"scale-n-plus-one-query", "scale-*-loop"}));
  EXPECT_EQ(unit.suppressions[0].reason, "three rows at most");
  EXPECT_EQ(unit.suppressions[1].reason, "known");
}

TEST(Suppressions, NextLineCoversTheLineBelow) {
  auto unit = read("// NOLINTNEXTLINE(scale-a)\nint a;\n");
  ASSERT_EQ(unit.suppressions.size(), 1u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 2u);
}

TEST(Suppressions, RegionsNest) {
  auto unit = read("// NOLINTBEGIN(scale-a)\n// NOLINTBEGIN\nint a;\n// NOLINTEND\nint b;\n"
                   "// NOLINTEND(scale-a)\n");
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 1u);
  EXPECT_EQ(unit.suppressions[0].lastLine, 6u);
  EXPECT_EQ(unit.suppressions[1].firstLine, 2u);
  EXPECT_EQ(unit.suppressions[1].lastLine, 4u);
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Suppressions, ARegionWithoutItsOtherHalfIsADiagnosticAndCoversNothing) {
  auto open = read("// NOLINTBEGIN(scale-a)\nint a;\n");
  EXPECT_TRUE(open.suppressions.empty());
  ASSERT_EQ(open.diagnostics.size(), 1u);
  EXPECT_EQ(open.diagnostics[0].span.line, 1u);
  EXPECT_FALSE(open.diagnostics[0].fatal);
  auto mismatched = read("// NOLINTBEGIN(scale-a)\nint a;\n// NOLINTEND(scale-b)\n");
  EXPECT_TRUE(mismatched.suppressions.empty());
  EXPECT_EQ(mismatched.diagnostics.size(), 2u);
}

TEST(Suppressions, OnlyCommentsCount) {
  EXPECT_TRUE(read("const char *a = \"// NOLINT\";\nconst char *b = R\"(// NOLINT)\";\n").suppressions.empty());
  EXPECT_TRUE(read("int a; // NOLINTER, MYNOLINT\n").suppressions.empty());
  EXPECT_TRUE(read("int a; // NOLINT()\n").suppressions.empty()) << "an empty list names no check";
}

TEST(Suppressions, BlockCommentsCountFromTheMarkersLine) {
  auto unit = read("/* first\n   NOLINTNEXTLINE(scale-a) why\n*/ int a;\n");
  ASSERT_EQ(unit.suppressions.size(), 1u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 3u);
  EXPECT_EQ(unit.suppressions[0].reason, "why");
}

TEST(Suppressions, TextThatEndsInTheMiddleIsNoHarm) {
  EXPECT_EQ(read("int a; // NOLINT(scale-a").suppressions.size(), 1u);
  read("/* NOLINT");
  read("\"NOLINT");
}
