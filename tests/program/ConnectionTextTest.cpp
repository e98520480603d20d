#include "analysis/program/ConnectionText.h"

#include "gtest/gtest.h"

using namespace scalelint;
using program::keyIn;

// `{}` in the text is a hole.
static std::string read(llvm::StringRef text, llvm::StringRef key, model::Unit unit = model::Unit::Seconds) {
  sql::Template pieces;
  while (!text.empty()) {
    auto [literal, rest] = text.split("{}");
    if (!literal.empty())
      pieces.push_back({literal.str(), false, false});
    if (literal.size() < text.size())
      pieces.push_back({"", true, false});
    text = rest;
  }
  program::KeyInText found = keyIn(pieces, key, unit);
  if (!found.possible)
    return "absent";
  return found.value ? std::to_string(*found.value / (*found.value > 0 ? 1'000'000 : 1)) + " ms" : "unknown";
}

TEST(ConnectionText, ReadsConninfoKeys) {
  EXPECT_EQ(read("host=db connect_timeout=5", "connect_timeout"), "5000 ms");
  EXPECT_EQ(read("connect_timeout = '7' host=db", "connect_timeout"), "7000 ms");
  EXPECT_EQ(read("host=db connect_timeout=0", "connect_timeout"), "0 ms");
  EXPECT_EQ(read("host=db", "connect_timeout"), "absent");
  EXPECT_EQ(read("", "connect_timeout"), "absent");
}

TEST(ConnectionText, AKeyIsAWholeWordWithAValue) {
  EXPECT_EQ(read("my_connect_timeout=5", "connect_timeout"), "absent");
  EXPECT_EQ(read("dbname=connect_timeout", "connect_timeout"), "absent");
  EXPECT_EQ(read("connect_timeout_x=5", "connect_timeout"), "absent");
}

TEST(ConnectionText, ReadsOptionsInsideOptions) {
  using model::Unit;
  EXPECT_EQ(read("host=db options='-c statement_timeout=4000'", "statement_timeout", Unit::Milliseconds), "4000 ms");
  EXPECT_EQ(read("options='-cstatement_timeout=5s'", "statement_timeout", Unit::Milliseconds), "5000 ms");
  EXPECT_EQ(read("postgresql://db/x?options=-c%20statement_timeout%3D4000", "statement_timeout", Unit::Milliseconds),
            "4000 ms");
}

TEST(ConnectionText, ReadsUriQueries) {
  using model::Unit;
  EXPECT_EQ(read("mongodb://db/?w=1&socketTimeoutMS=8000&j=true", "socketTimeoutMS", Unit::Milliseconds), "8000 ms");
  EXPECT_EQ(read("mongodb://db/?sockettimeoutms=8000", "socketTimeoutMS", Unit::Milliseconds), "8000 ms");
}

TEST(ConnectionText, ReadsSessionVariables) {
  using model::Unit;
  EXPECT_EQ(read("SET statement_timeout = '5s'", "statement_timeout", Unit::Milliseconds), "5000 ms");
  EXPECT_EQ(read("SET LOCAL statement_timeout TO 250", "statement_timeout", Unit::Milliseconds), "250 ms");
}

TEST(ConnectionText, ANumberWithoutAMeasureIsNotKnownButZeroIs) {
  EXPECT_EQ(read("x=5", "x", model::Unit::None), "unknown");
  EXPECT_EQ(read("x=0", "x", model::Unit::None), "0 ms");
}

TEST(ConnectionText, AHoleThatIsAValueHidesNoKey) {
  EXPECT_EQ(read("host={} dbname={}", "connect_timeout"), "absent");
  EXPECT_EQ(read("host=db connect_timeout={}", "connect_timeout"), "unknown");
  EXPECT_EQ(read("postgresql://shop:{}@{}/{}", "connect_timeout"), "absent");
}

TEST(ConnectionText, AHoleElsewhereMayBeAnything) {
  EXPECT_EQ(read("{}", "connect_timeout"), "unknown");
  EXPECT_EQ(read("{} host=db", "connect_timeout"), "unknown");
  EXPECT_EQ(read("host=db {}", "connect_timeout"), "unknown");
  EXPECT_EQ(read("postgresql://db/shop{}", "connect_timeout"), "unknown");
  EXPECT_EQ(read("postgresql://db/shop?{}", "connect_timeout"), "unknown");
}
