// Comments that silence checks.
#include "analysis/extract/Suppressions.h"

#include "clang/Basic/LangOptions.h"
#include "gtest/gtest.h"

using namespace scalelint;

namespace {

summary::TUSummary read(const std::string &text, extract::LeftOut isLeftOut = [](uint32_t) { return false; }) {
  clang::LangOptions language;
  language.CPlusPlus = language.LineComment = true;
  summary::TUSummary unit;
  extract::collectSuppressions(text, 3, language, unit, isLeftOut);
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

TEST(Suppressions, ARegionWithoutItsOtherHalfCoversNothing) {
  auto open = read("// NOLINTBEGIN(scale-a)\nint a;\n");
  ASSERT_EQ(open.suppressions.size(), 1u);
  EXPECT_EQ(open.suppressions[0].firstLine, 1u);
  EXPECT_EQ(open.suppressions[0].lastLine, 0u);
  EXPECT_FALSE(open.suppressions[0].covers(1));
  EXPECT_FALSE(open.suppressions[0].covers(2));
  auto mismatched = read("// NOLINTBEGIN(scale-a)\nint a;\n// NOLINTEND(scale-b)\n");
  ASSERT_EQ(mismatched.suppressions.size(), 2u);
  EXPECT_EQ(mismatched.suppressions[1].firstLine, 0u);
  EXPECT_EQ(mismatched.suppressions[1].lastLine, 3u);
  EXPECT_FALSE(mismatched.suppressions[1].covers(2));
}

TEST(Suppressions, AReasonStandsBehindTheListInAnyOfItsForms) {
  for (const char *text : {"NOLINT(scale-a): the list is short", "NOLINT(scale-a) - the list is short",
                           "NOLINT(scale-a) -- the list is short", "NOLINT(scale-a) \xE2\x80\x94 the list is short",
                           "NOLINT(scale-a) \xE2\x80\x93 the list is short", "NOLINT(scale-a) the list is short",
                           "NOLINT(scale-a) // the list is short", "NOLINT(scale-a); the list is short",
                           "NOLINT: the list is short", "NOLINT the list is short"}) {
    auto line = read("int a; // " + std::string(text) + "\r\n"), block = read("int a; /* " + std::string(text) + " */\n");
    ASSERT_EQ(line.suppressions.size(), 1u) << text;
    EXPECT_EQ(line.suppressions[0].reason, "the list is short") << text;
    ASSERT_EQ(block.suppressions.size(), 1u) << text;
    EXPECT_EQ(block.suppressions[0].reason, "the list is short") << text;
  }
}

TEST(Suppressions, MarksAloneAreNoReason) {
  for (const char *text : {"NOLINT(scale-a)", "NOLINT(scale-a):", "NOLINT(scale-a) --", "NOLINT(scale-a) \xE2\x80\x94 ",
                           "NOLINT(scale-a) ...", "NOLINT(scale-a) //"}) {
    auto unit = read("int a; // " + std::string(text) + "\n");
    ASSERT_EQ(unit.suppressions.size(), 1u) << text;
    EXPECT_EQ(unit.suppressions[0].reason, "") << text;
  }
}

TEST(Suppressions, AReasonEndsAtTheNextMarkerAndIsSharedOnALine) {
  auto apart = read("int a; // NOLINT(scale-a): short. NOLINT(other-b): ours\n");
  ASSERT_EQ(apart.suppressions.size(), 2u);
  EXPECT_EQ(apart.suppressions[0].reason, "short.");
  EXPECT_EQ(apart.suppressions[1].reason, "ours");
  auto shared = read("int a; // NOLINT(scale-a) NOLINT(other-b): short\n");
  EXPECT_EQ(shared.suppressions.front().reason, "short");
  auto lines = read("/* NOLINT(scale-a)\n   NOLINT(scale-b): short */ int a;\n");
  ASSERT_EQ(lines.suppressions.size(), 2u);
  EXPECT_EQ(lines.suppressions[0].reason, "") << "the reason stands on another line";
}

TEST(Suppressions, ThoseInCodeThatIsLeftOutAreLeftOut) {
  auto between = [](uint32_t first, uint32_t last) { return [=](uint32_t line) { return line >= first && line <= last; }; };
  const char *line = "#if 0\nint a; // NOLINT(scale-a)\n#endif\nint b; // NOLINT(scale-b)\n";
  auto one = read(line, between(2, 2));
  ASSERT_EQ(one.suppressions.size(), 1u);
  EXPECT_EQ(one.suppressions[0].firstLine, 4u);
  const char *region = "// NOLINTBEGIN(scale-a)\nint a;\n#if 0\n// NOLINTEND(scale-a)\n#endif\n";
  EXPECT_EQ(read(region, between(4, 4)).suppressions.size(), 1u) << "half of it is read";
  EXPECT_TRUE(read(region, between(1, 4)).suppressions.empty());
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
