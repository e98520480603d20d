#include "driver/report/Source.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

TEST(Source, LinesEndAsClangCountsThem) {
  SourceText text("a\nb\r\nc\rd\n");
  ASSERT_EQ(text.lineCount(), 5u);
  EXPECT_EQ(text.line(1), "a");
  EXPECT_EQ(text.line(2), "b");
  EXPECT_EQ(text.line(3), "c");
  EXPECT_EQ(text.line(4), "d");
  EXPECT_EQ(text.line(5), "");
  EXPECT_EQ(text.line(6), "");
  EXPECT_EQ(text.line(0), "");
}

TEST(Source, OffsetsOutsideTheFileAreUnknown) {
  SourceText text("ab\nc");
  EXPECT_EQ(text.offset(1, 1), 0u);
  EXPECT_EQ(text.offset(1, 3), 2u);
  EXPECT_EQ(text.offset(1, 4), std::nullopt);
  EXPECT_EQ(text.offset(2, 2), 4u);
  EXPECT_EQ(text.offset(3, 1), std::nullopt);
  EXPECT_EQ(text.offset(0, 1), std::nullopt);
  EXPECT_EQ(text.offset(1, 0), std::nullopt);
  EXPECT_FALSE(text.stretch({"f", 2, 1, 1, 1}));
}

TEST(Source, PositionsCountInUtf16CodeUnits) {
  SourceText text("x\né𝄞y\n"); // 2 and 4 bytes, 1 and 2 units
  size_t y = *text.offset(2, 7);
  EXPECT_EQ(text.utf16Column(y), 4u);
  EXPECT_EQ(text.utf16Offset(y), 5u);
  EXPECT_EQ(text.lineOf(y), 2u);
}

TEST(Source, AByteOrderMarkCountsInBytesOnly) {
  SourceText text("\xEF\xBB\xBF"
                  "ab\ncd");
  EXPECT_EQ(text.line(1), "ab");
  EXPECT_EQ(text.utf16Column(*text.offset(1, 4)), 1u);
  EXPECT_EQ(text.utf16Offset(*text.offset(1, 5)), 1u);
  EXPECT_EQ(text.utf16Offset(*text.offset(2, 1)), 3u);
  EXPECT_EQ(text.slice(*text.stretch({"f", 1, 1, 1, 6})), "ab");
}

TEST(Source, MalformedPartsBecomeOneCharacterEach) {
  EXPECT_EQ(toUtf16("a\xE2\x82z\xFF"), u"a\uFFFDz\uFFFD");
}

TEST(Source, AnOffsetInsideACharacterIsKnown) {
  SourceText text("é");
  EXPECT_TRUE(text.atCharacter(0));
  EXPECT_FALSE(text.atCharacter(1));
  EXPECT_TRUE(text.atCharacter(2));
  EXPECT_FALSE(text.atCharacter(3));
}

TEST(Source, EachFileIsReadOnce) {
  int reads = 0;
  SourceProvider sources([&](const std::string &path) -> std::optional<std::string> {
    ++reads;
    if (path == "/missing")
      return std::nullopt;
    return "text";
  });
  EXPECT_EQ(sources.file("/a"), sources.file("/a"));
  EXPECT_EQ(sources.file("/missing"), nullptr);
  EXPECT_EQ(sources.file("/missing"), nullptr);
  EXPECT_EQ(reads, 2);
}
