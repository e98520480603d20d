#include "driver/report/Markdown.h"

#include "gtest/gtest.h"

using namespace scalelint::report;

static std::string render(llvm::StringRef markdown, MarkdownStyle style = {}, bool colors = false) {
  std::string out;
  llvm::raw_string_ostream os(out);
  os.enable_colors(colors);
  renderMarkdown(os, markdown, style);
  return out;
}

TEST(Markdown, HeadingsStandOutAndParagraphsAreWrapped) {
  EXPECT_EQ(render("## Why\n\none two three\nfour five\n\nsix\n## Next\ntext", {16, 2}),
            "Why\n  one two three\n  four five\n\n  six\n\nNext\n  text\n");
}

TEST(Markdown, ListsHangAndContinue) {
  EXPECT_EQ(render("- one two three\n  four\n- five\n  - inner\n1. first\n", {14, 0}),
            "- one two\n  three four\n- five\n  - inner\n1. first\n");
}

TEST(Markdown, CodeKeepsItsLines) {
  EXPECT_EQ(render("before\n```cpp bad\nfor (x : y)\n\n  go(x);\n```\nafter\n"),
            "  before\n    for (x : y)\n\n      go(x);\n\n  after\n");
}

TEST(Markdown, TablesAreAligned) {
  EXPECT_EQ(render("| a | long |\n|---|---|\n| `wide` | b |\n", {80, 0}),
            "a       long\n`wide`  b\n");
}

TEST(Markdown, InlineMarksAreRead) {
  EXPECT_EQ(render("a **bold** `code x`-word [text](https://e.org/a) a*b a[i] **open", {0, 0}),
            "a bold `code x`-word text (https://e.org/a) a*b a[i] **open\n");
  EXPECT_EQ(render("`c` d", {0, 0}, true), "\x1b[0;36mc\x1b[0m d\n");
}

TEST(Markdown, FirstParagraphIsOneLine) {
  EXPECT_EQ(firstParagraph("## Head\n\nA `b`\nc.\n\nNot this.\n"), "A `b` c.");
  EXPECT_EQ(firstParagraph(""), "");
}
