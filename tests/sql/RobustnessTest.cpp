// Texts that are cut off, huge, deep or no SQL at all must come back as an answer.
#include "tests/sql/Facts.h"

#include "llvm/ADT/StringRef.h"

#include <gtest/gtest.h>

#include <chrono>

namespace scalelint::sql {
namespace {

std::string repeat(llvm::StringRef text, size_t times) {
  std::string out;
  for (size_t i = 0; i != times; ++i)
    out += text;
  return out;
}

Statement parseText(std::string text, Dialect dialect = Dialect::Any) {
  return parse({{std::move(text), false, false}}, dialect);
}

TEST(Robustness, AnEmptyTextIsUnknown) {
  for (const char *text : {"", "   \n", ";", "-- comment", "/* open"}) {
    Statement statement = parseText(text);
    EXPECT_FALSE(statement.parsed) << text;
    EXPECT_EQ(statement.verb, Verb::Unknown) << text;
  }
  EXPECT_EQ(parse({}, Dialect::Any).verb, Verb::Unknown);
}

TEST(Robustness, AnUnterminatedQuoteStillHasItsFirstWords) {
  for (const char *text : {"SELECT a FROM t WHERE b = 'x", "SELECT a FROM t WHERE b = \"x",
                           "SELECT a FROM t WHERE `b"}) {
    Statement statement = parseText(text);
    EXPECT_FALSE(statement.parsed) << text;
    EXPECT_NE(statement.error.find("unterminated"), std::string::npos) << statement.error;
    EXPECT_EQ(statement.verb, Verb::Select) << text;
    EXPECT_EQ(statement.tables, std::vector<std::string>{"t"}) << text;
    EXPECT_TRUE(statement.openEnded) << text;
  }
}

TEST(Robustness, NoSqlAtAllIsUnknown) {
  for (const char *text :
       {"Hello, world", "{\"json\": [1, 2]}", "GET /v1/users HTTP/1.1", ")))", "\\\\", "%s"})
    EXPECT_EQ(parseText(text).verb, Verb::Unknown) << text;
}

TEST(Robustness, BrokenStatementsKeepTheirVerbAndTables) {
  Statement statement = parseText("UPDATE accounts SET WHERE");
  EXPECT_FALSE(statement.parsed);
  EXPECT_EQ(statement.verb, Verb::Update);
  EXPECT_EQ(statement.target, "accounts");
  statement = parseText("SELECT extract(year FROM d) FROM s.t JOIN u ON WHERE");
  EXPECT_FALSE(statement.parsed);
  EXPECT_EQ(statement.tables, (std::vector<std::string>{"s.t", "u"}));
}

TEST(Robustness, ZeroBytesAndInvalidUtf8AreWhiteSpaceAndText) {
  Statement statement = parseText(std::string("SELECT a\0FROM t\0WHERE b = 1", 27));
  EXPECT_TRUE(statement.parsed) << statement.error;
  EXPECT_EQ(statement.tables, std::vector<std::string>{"t"});
  EXPECT_TRUE(parseText("SELECT '\xff\xe4\xc3' FROM t").parsed);
  EXPECT_EQ(parseText("SELECT gr\xc3\xb6\xc3\x9f"
                      "e FROM t")
                .columns,
            std::vector<std::string>{"gr\xc3\xb6\xc3\x9f"
                                     "e"});
}

// The parser's tree is walked by recursion, so everything that nests has to be counted beforehand.
TEST(Robustness, WhateverNestsTooDeeplyIsRefused) {
  constexpr size_t deep = 10'000;
  const std::string texts[] = {
      "SELECT " + repeat("(", deep) + "1" + repeat(")", deep),
      "SELECT " + repeat("(", deep),
      repeat("SELECT * FROM (", deep) + "SELECT 1" + repeat(") x", deep),
      "SELECT " + repeat("f(", deep) + "1" + repeat(")", deep),
      "SELECT " + repeat("CASE WHEN a THEN ", deep) + "1" + repeat(" END", deep),
      "SELECT 1" + repeat(" + 1", deep),
      "SELECT 'a'" + repeat(" || 'a'", deep),
      "SELECT a" + repeat("::text", deep),
      "SELECT a" + repeat(" AT TIME ZONE 'x'", deep),
      "SELECT a" + repeat(" OPERATOR(+) a", deep),
      "SELECT " + repeat("NOT ", deep) + "a",
      "SELECT " + repeat("- ", deep) + "a",
      "SELECT " + repeat("ARRAY[", deep) + "1" + repeat("]", deep),
      "SELECT 1" + repeat(" UNION ALL SELECT 1", deep),
      "SELECT 1 FROM a" + repeat(" JOIN b ON true", deep),
  };
  for (const std::string &text : texts) {
    Statement statement = parseText(text);
    EXPECT_FALSE(statement.parsed) << text.substr(0, 40);
    EXPECT_EQ(statement.error, "nested too deeply") << text.substr(0, 40);
    EXPECT_EQ(statement.verb, Verb::Select) << text.substr(0, 40);
  }
}

TEST(Robustness, LongListsAreFlatAndParse) {
  Statement statement =
      parseText("SELECT a FROM t WHERE id IN (" + repeat("123456, ", 25'000) + "1)");
  EXPECT_TRUE(statement.parsed) << statement.error;
  EXPECT_EQ(statement.predicates.size(), 1u);
  EXPECT_TRUE(parseText("SELECT a FROM t WHERE b = 1" + repeat(" OR b = 1", 5'000)).parsed);
  EXPECT_TRUE(parseText("INSERT INTO t VALUES (1, 'x')" + repeat(", (2, 'y')", 5'000)).parsed);
}

TEST(Robustness, ManyHolesAndJunkEndInTime) {
  Template text{{"SELECT ", false, false}};
  for (int i = 0; i != 2'000; ++i) {
    text.push_back({"", true, i % 2 == 0});
    text.push_back({i % 3 ? " " : " )( ", false, false});
  }
  auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(parse(text, Dialect::Any).parsed);
  EXPECT_EQ(parseText(repeat("\xff{[\"'`", 30'000)).verb, Verb::Unknown);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(Robustness, EveryPrefixOfAStatementHasAnAnswer) {
  const std::string text = "WITH x AS (SELECT `a`, \"b\" FROM [c d] WHERE e = 'f''g' AND h IN (?, "
                           "$1, :i)) INSERT INTO j "
                           "(k) VALUES ($$l$$) ON DUPLICATE KEY UPDATE m = VALUES(k) LIMIT 1, 2";
  for (Dialect dialect : {Dialect::Any, Dialect::PostgreSQL, Dialect::MySQL, Dialect::SQLite})
    for (size_t size = 0; size <= text.size(); ++size) {
      Statement whole = parseText(text.substr(0, size), dialect);
      Statement holed = parse({{text.substr(0, size), false, false},
                               {"", true, false},
                               {text.substr(size), false, false}},
                              dialect);
      EXPECT_TRUE(whole.parsed || !whole.error.empty());
      EXPECT_TRUE(holed.parsed || !holed.error.empty());
    }
}

TEST(Robustness, TheSameTextGivesTheSameAnswer) {
  for (const char *text : {"SELECT * FROM t WHERE a = {} AND b IN ({*}) {}",
                           "INSERT INTO {} ({}) VALUES {*}", "{} x {} y {}"}) {
    Statement first = parse(templateOf(text), Dialect::Any);
    for (int i = 0; i != 20; ++i) {
      Statement again = parse(templateOf(text), Dialect::Any);
      EXPECT_EQ(factsOf(first), factsOf(again));
      EXPECT_EQ(first.normalized, again.normalized);
      EXPECT_EQ(first.fingerprint, again.fingerprint);
    }
  }
}

} // namespace
} // namespace scalelint::sql
