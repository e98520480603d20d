// Which lines of a text changed.
#include "driver/LineDiff.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {

// One letter a line; the lines that changed, as letters.
std::string changed(const std::string &before, const std::string &after, const std::string &lineEnd = "\n") {
  auto text = [&](const std::string &letters, const std::string &end) {
    std::string lines;
    for (char letter : letters)
      lines += letter + end;
    return report::SourceText(lines);
  };
  std::vector<bool> lines = driver::changedLines(text(before, "\n"), text(after, lineEnd));
  std::string result;
  for (size_t i = 0; i < after.size(); ++i)
    if (lines[i])
      result += after[i];
  return result;
}

} // namespace

TEST(LineDiff, EqualTextsHaveNoChange) {
  EXPECT_EQ(changed("abc", "abc"), "");
  EXPECT_EQ(changed("", ""), "");
}

TEST(LineDiff, NewAndEditedLinesChange) {
  EXPECT_EQ(changed("abc", "axc"), "x");
  EXPECT_EQ(changed("abc", "abxyc"), "xy");
  EXPECT_EQ(changed("abc", "xabc"), "x");
  EXPECT_EQ(changed("abc", "abcx"), "x");
  EXPECT_EQ(changed("", "ab"), "ab");
}

TEST(LineDiff, WhereLinesWentAwayTheNeighboursChange) {
  EXPECT_EQ(changed("abcd", "acd"), "ac");
  EXPECT_EQ(changed("abcd", "bcd"), "b");
  EXPECT_EQ(changed("abcd", "axd"), "x") << "an edit that shortens is an edit";
}

TEST(LineDiff, RepeatedLinesAreComparedAmongEachOther) {
  EXPECT_EQ(changed("}}}}", "}}x}}"), "x");
  EXPECT_EQ(changed("a}b}c}", "a}x}b}c}"), "x}");
  EXPECT_EQ(changed("{}{}{}", "{}{}y{}"), "y");
}

TEST(LineDiff, AMovedLineIsNewWhereItStandsNow) { EXPECT_EQ(changed("abcdef", "bcdeaf"), "ba"); }

TEST(LineDiff, LineEndsDoNotMatter) { EXPECT_EQ(changed("abc", "axc", "\r\n"), "x"); }

TEST(LineDiff, LargeTextsWithoutAnAnchorCountAsChanged) {
  std::string before, after;
  for (unsigned i = 0; i < 6000; ++i) {
    before += i % 2 ? '}' : '{';
    after += i % 3 ? '{' : '}';
  }
  EXPECT_GT(changed(before, after).size(), 5000u);
}

// Each stretch has one anchor, at its end: the worst that nesting can be.
TEST(LineDiff, ATextMadeToBeSlowEnds) {
  std::string before, after;
  for (unsigned i = 0; i < 200'000; ++i) {
    before += std::to_string(i % 1000) + "\n" + std::to_string(i) + "\n";
    after += std::to_string(i) + "\n" + std::to_string(i % 997) + "\n";
  }
  EXPECT_FALSE(driver::changedLines(report::SourceText(before), report::SourceText(after)).empty());
}
