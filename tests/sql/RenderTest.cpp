// The rendered text, its map back to the template, and what messages and grouping use.
#include "tests/sql/Facts.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

std::string renderedText(llvm::StringRef text, Dialect dialect = Dialect::Any) {
  return render(templateOf(text), dialect).text;
}

TEST(Render, HolesBecomeParametersOfTheGrammar) {
  EXPECT_EQ(renderedText("SELECT a FROM t WHERE b = {} AND c = {}"),
            "SELECT a FROM t WHERE b = $1 AND c = $2");
  EXPECT_EQ(renderedText("SELECT a FROM t WHERE b = '{}'"), "SELECT a FROM t WHERE b = '$1'");
  EXPECT_EQ(renderedText("SELECT a FROM {} WHERE b IN {}"), "SELECT a FROM hole$1 WHERE b IN ($2)");
  EXPECT_EQ(renderedText("SELECT a FROM t_{} WHERE b = $1"), "SELECT a FROM t_$2 WHERE b = $1");
}

TEST(Render, SpellingsBecomePostgreSQLs) {
  EXPECT_EQ(renderedText("SELECT `a` FROM `t` WHERE b = \"x'y\" LIMIT 5, 10", Dialect::MySQL),
            "SELECT \"a\" FROM \"t\" WHERE b = 'x''y' LIMIT 10 OFFSET 5");
  EXPECT_EQ(renderedText("INSERT INTO t SET a = ?, b = ? ON DUPLICATE KEY UPDATE b = ?"),
            "INSERT INTO t ( a, b ) VALUES ( $1, $2 ) ON CONFLICT DO UPDATE SET b = $3");
  EXPECT_EQ(renderedText("SELECT a FROM t WHERE b = :x AND c = :y AND d = :x"),
            "SELECT a FROM t WHERE b = $1 AND c = $2 AND d = $1");
}

TEST(Render, EveryByteLeadsBackToItsPiece) {
  Template text = templateOf("SELECT a FROM t -- c\n WHERE b = {} AND c IN ({*}) LIMIT ?, 10");
  Rendered rendered = render(text, Dialect::Any);
  ASSERT_EQ(rendered.text.size(), rendered.piece.size());
  ASSERT_EQ(rendered.text.size(), rendered.offset.size());
  for (size_t i = 0; i != rendered.text.size(); ++i) {
    ASSERT_LT(rendered.piece[i], text.size());
    const Piece &piece = text[rendered.piece[i]];
    EXPECT_LT(rendered.offset[i], piece.hole ? 1u : piece.text.size());
  }
  size_t hole = rendered.text.find("$1");
  EXPECT_EQ(rendered.piece[hole], 1u);
  size_t word = rendered.text.find("c IN");
  EXPECT_EQ(text[rendered.piece[word]].text.substr(rendered.offset[word], 4), "c IN");
}

TEST(Render, PlacesPointIntoTheTemplate) {
  Template text = templateOf("SELECT /* * */ u.* FROM {} u WHERE lower(u.name) = {}");
  Statement statement = parse(text, Dialect::Any);
  ASSERT_EQ(statement.stars.size(), 1u);
  const Star &star = statement.stars[0];
  EXPECT_EQ(text[star.piece].text.substr(star.offset - 2, 3), "u.*");
  EXPECT_EQ(star.qualifier, "u");
  ASSERT_EQ(statement.predicates.size(), 1u);
  const Place &at = statement.predicates[0].at;
  EXPECT_EQ(text[at.piece].text.substr(at.offset, 5), "lower");
}

TEST(Normalized, FoldsSpaceDropsCommentsAndNumbersHoles) {
  auto normalized = [](llvm::StringRef text) {
    return parse(templateOf(text), Dialect::Any).normalized;
  };
  EXPECT_EQ(normalized("SELECT  a,\n\tb -- x\nFROM t /* y */ WHERE c='{}' AND d={}"),
            "SELECT a, b FROM t WHERE c='$1' AND d=$2");
  EXPECT_EQ(normalized("select `A  b` from t where c = 'x  y'"),
            "select `A  b` from t where c = 'x  y'");
  EXPECT_EQ(normalized("SELECT 'open"), "SELECT 'open");
}

TEST(Fingerprint, IgnoresValuesAndSpellingsButNotColumns) {
  auto fingerprint = [](llvm::StringRef text) {
    return parse(templateOf(text), Dialect::Any).fingerprint;
  };
  EXPECT_FALSE(fingerprint("SELECT a FROM t WHERE b = 1").empty());
  EXPECT_EQ(fingerprint("SELECT a FROM t WHERE b = 1"),
            fingerprint("select a  from t where b = {}"));
  EXPECT_EQ(fingerprint("SELECT a FROM t WHERE b = ?"),
            fingerprint("SELECT `a` FROM `t` WHERE `b` = 'x'"));
  EXPECT_NE(fingerprint("SELECT a FROM t WHERE b = 1"), fingerprint("SELECT a FROM t WHERE c = 1"));
  EXPECT_EQ(fingerprint("PRAGMA x"), "");
}

TEST(Parts, EveryStatementOfATextIsThere) {
  Statement whole =
      parse(templateOf("BEGIN; UPDATE a SET x = {}; DELETE FROM b; COMMIT;"), Dialect::Any);
  EXPECT_TRUE(whole.multiple);
  EXPECT_EQ(whole.verb, Verb::Update);
  EXPECT_EQ(whole.target, "a");
  EXPECT_EQ(whole.tables, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(whole.parts.size(), 4u);
  EXPECT_EQ(whole.parts[0].verb, Verb::Begin);
  EXPECT_EQ(whole.parts[2].target, "b");
  EXPECT_EQ(whole.parts[3].verb, Verb::Commit);
}

TEST(Parts, ABrokenStatementDoesNotSpoilTheOthers) {
  Statement whole = parse(templateOf("FROB THE KNOB; SELECT a FROM t WHERE b = ';'"), Dialect::Any);
  ASSERT_EQ(whole.parts.size(), 2u);
  EXPECT_FALSE(whole.parts[0].parsed);
  EXPECT_TRUE(whole.parts[1].parsed);
  EXPECT_EQ(whole.verb, Verb::Select);
}

TEST(Parameters, AreCountedOnceEach) {
  auto count = [](llvm::StringRef text) {
    return parse(templateOf(text), Dialect::Any).parameters;
  };
  EXPECT_EQ(count("SELECT a FROM t WHERE b = ? AND c = ?"), 2u);
  EXPECT_EQ(count("SELECT a FROM t WHERE b = :x AND c = :x"), 1u);
  EXPECT_EQ(count("SELECT a FROM t WHERE b = $1 AND c = $1 AND d = $2"), 2u);
  EXPECT_EQ(count("SELECT a FROM t WHERE b = {}"), 0u);
}

} // namespace
} // namespace scalelint::sql
