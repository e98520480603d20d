// Files that are no YAML, or YAML that packs do not use: a sentence with a place, never a crash.
#include "tests/model/Support.h"

#include "llvm/ADT/StringExtras.h"

#include <random>

namespace scalelint::model {
namespace {

TEST(YamlErrors, NothingToRead) {
  for (llvm::StringRef text : {"", "\n\n", "# only a comment\n", "---\n", "~\n", "---\n...\n"})
    EXPECT_EQ(problemsOf(text), "p.yaml:1:1: no content; a rule pack begins with 'library'")
        << text.str();
}

TEST(YamlErrors, PackIsNoMap) {
  EXPECT_EQ(problemsOf("- call: f\n"),
            "p.yaml:1:1: a rule pack is a map that begins with 'library'");
  EXPECT_EQ(problemsOf("libpqxx\n"), "p.yaml:1:1: a rule pack is a map that begins with 'library'");
}

TEST(YamlErrors, NotUtf8) {
  EXPECT_EQ(problemsOf("library: l\nreference: https://\xE9\n"), "p.yaml:2:20: text is not UTF-8");
  EXPECT_EQ(problemsOf(llvm::StringRef("l\0i\0b\0", 6)),
            "p.yaml:1:2: control character with code 0");
  EXPECT_EQ(problemsOf("\xFF\xFEl"), "p.yaml:1:1: text is not UTF-8");
}

TEST(YamlErrors, TabsInTheIndentation) {
  EXPECT_EQ(problemsOf("library: l\nmarks:\n\t- call: f\n  \t  is: log\n"),
            "p.yaml:3:1: tab in the indentation; indent with spaces\n"
            "p.yaml:4:3: tab in the indentation; indent with spaces");
}

TEST(YamlErrors, TabsElsewhereAreFine) {
  EXPECT_EQ(problemsOf("library: l\t# comment\n\t\nreference: https://l.org\n"), "");
}

TEST(YamlErrors, SyntaxErrorsKeepTheirPlace) {
  EXPECT_EQ(problemsOf("library: l\nmarks: [{call: f\n"),
            "p.yaml:3:1: not YAML: end of map flow not found");
  EXPECT_EQ(problemsOf("library: a: b\n"), "p.yaml:1:11: not YAML: illegal map value");
  EXPECT_EQ(problemsOf("library: \"l\nreference: x\n"),
            "p.yaml:1:1: a rule pack needs 'reference'\n"
            "p.yaml:1:10: quote is not closed");
  EXPECT_EQ(problemsOf("library: *l\n"),
            "p.yaml:1:10: not YAML: the referenced anchor is not defined");
}

TEST(YamlErrors, WordsOfSeveralLinesStayInOneLine) {
  EXPECT_EQ(problemsOf((Head + "marks: [{call: f, is: \"lo\\ng\"}]\n").str()),
            "p.yaml:3:23: unknown mark 'lo\\ng'; did you mean 'log'?");
}

TEST(YamlErrors, TagsSecondDocumentsAndOddKeys) {
  EXPECT_EQ(problemsOf("library: !!str l\nreference: https://l.org\n"),
            "p.yaml:1:10: tag 'tag:yaml.org,2002:str' has no meaning here");
  EXPECT_EQ(problemsOf("library: l\nreference: https://l.org\n---\nlibrary: m\n"),
            "p.yaml:4:1: second document in one file");
  EXPECT_EQ(problemsOf("library: l\nreference: https://l.org\n[a, b]: c\n"),
            "p.yaml:3:1: key is not a word");
  EXPECT_EQ(problemsOf("library: l\nreference: https://l.org\n~: c\n"),
            "p.yaml:3:1: key is not a word");
  EXPECT_EQ(problemsOf("library: l\nreference: https://l.org\n<<: {marks: 1}\n"),
            "p.yaml:3:1: unknown key '<<' in a rule pack");
}

TEST(YamlErrors, DeepNesting) {
  EXPECT_EQ(problemsOf("library: " + std::string(40, '[') + std::string(40, ']')),
            "p.yaml:1:41: nested deeper than 32 levels");
  std::string problems = problemsOf("library: " + std::string(100'000, '['));
  EXPECT_TRUE(llvm::StringRef(problems).contains("nested deeper than 32 levels")) << problems;
  std::string blocks;
  for (unsigned depth = 0; depth < 3000; ++depth)
    blocks += std::string(depth, ' ') + "a:\n";
  problems = problemsOf(blocks);
  EXPECT_TRUE(llvm::StringRef(problems).contains("nested deeper than 32 levels")) << problems;
}

TEST(YamlErrors, AliasesThatMultiply) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (unsigned level = 1; level < 20; ++level) {
    std::string below = "*a" + std::to_string(level - 1);
    std::string name = "a" + std::to_string(level);
    bomb += name + ": &" + name + " [" + below;
    for (unsigned copy = 1; copy < 10; ++copy)
      bomb += ", " + below;
    bomb += "]\n";
  }
  std::string problems = problemsOf(bomb);
  EXPECT_TRUE(llvm::StringRef(problems).contains("more than 100000 values")) << problems;
}

TEST(YamlErrors, AliasInsideItsOwnAnchor) {
  std::string problems = problemsOf("library: &a [*a]\n");
  EXPECT_TRUE(llvm::StringRef(problems).contains("alias stands inside the value it names"))
      << problems;
}

// A fixed seed: the same ten thousand broken packs in every run.
TEST(YamlErrors, DamagedPacksNeverCrash) {
  const std::string good = (Head + "operations:\n  - call: a::b\n    does: sql.execute\n"
                                   "    text: {argument: 0}\n    when: [{argument: 1, is: \"x\"}]\n"
                                   "scopes:\n  - begin: &c {call: f}\n    end: [*c]\n"
                                   "    kind: lock\n")
                               .str();
  ASSERT_EQ(problemsOf(good), "");
  constexpr llvm::StringLiteral Pieces = "{}[]:,-&*!|>'\"%@`#?~ \n\t\\<0a\x80";
  std::mt19937 random(1);
  for (unsigned turn = 0; turn < 10'000; ++turn) {
    std::string text = good;
    for (unsigned change = 0; change <= turn % 3; ++change) {
      size_t place = random() % text.size();
      char piece = Pieces[random() % Pieces.size()];
      if (random() % 2 == 0)
        text[place] = piece;
      else
        text.insert(place, 1, piece);
    }
    std::string problems = problemsOf(text);
    for (llvm::StringRef line : llvm::split(problems, '\n'))
      EXPECT_TRUE(line.empty() || line.starts_with("p.yaml:")) << text;
  }
}

} // namespace
} // namespace scalelint::model
