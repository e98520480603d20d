// Which tables of a statement the indexes of a schema lead to, and what is missing for the others.
#include "analysis/sql/AccessPaths.h"
#include "analysis/sql/CreateIndex.h"
#include "tests/sql/AccessRows.h"

#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

Schema schemaOf(Dialect dialect) {
  std::vector<SchemaProblem> problems;
  Schema schema = readSchema({{"schema.sql", test::Ddl}}, dialect, problems);
  schema.small.insert("kinds");
  return schema;
}

// "orders(user_id) join" for each gap
std::string gapsIn(llvm::StringRef text, Dialect dialect) {
  Schema schema = schemaOf(dialect);
  Statement statement = parse({{text.str(), false, false}}, dialect);
  static const char *const Kinds[] = {"predicate", "join", "sort"};
  static const char *const Services[] = {"", " unfit", " partial", " full"};
  std::vector<std::string> gaps;
  for (const Gap &gap : gapsOf(statement, schema))
    gaps.push_back(gap.table->name + "(" + llvm::join(gap.columns, ", ") + ") " + Kinds[static_cast<int>(gap.kind)] +
                   Services[static_cast<int>(gap.service)]);
  return llvm::join(gaps, "; ");
}

TEST(AccessPaths, TellWhatIsReadWhole) {
  for (const test::AccessRow &row : test::AccessRows)
    EXPECT_EQ(gapsIn(row.sql, Dialect::PostgreSQL), row.gaps) << row.sql;
}

TEST(AccessPaths, ThePrefixOfAPatternIsForTheDialectToUse) {
  const char *const text = "SELECT id FROM users WHERE email LIKE 'a%'";
  EXPECT_EQ(gapsIn(text, Dialect::MySQL), "");
  EXPECT_EQ(gapsIn(text, Dialect::SQLite), "users(email) predicate unfit");
}

TEST(AccessPaths, WhatMayGoOnIsNotJudged) {
  Schema schema = schemaOf(Dialect::PostgreSQL);
  Template open = {{"SELECT id FROM users WHERE score = 1 ", false, false}, {"", true, false}};
  EXPECT_TRUE(gapsOf(parse(open, Dialect::PostgreSQL), schema).empty());
}

std::string indexFor(llvm::StringRef text, Dialect dialect) {
  Schema schema = schemaOf(dialect);
  Statement statement = parse({{text.str(), false, false}}, dialect);
  std::vector<Gap> gaps = gapsOf(statement, schema);
  return gaps.empty() ? "no gap" : createIndex(gaps.front(), schema);
}

TEST(AccessPaths, TheMissingIndexIsWrittenInTheDialect) {
  EXPECT_EQ(indexFor("SELECT id FROM users WHERE created > $1 AND name = 'x'", Dialect::PostgreSQL),
            "CREATE INDEX users_name_created_idx ON users (name, created)");
  EXPECT_EQ(indexFor("SELECT id FROM users WHERE email LIKE 'a%'", Dialect::PostgreSQL),
            "CREATE INDEX users_email_idx ON users (email text_pattern_ops)");
  EXPECT_EQ(indexFor("SELECT id FROM users WHERE email LIKE 'a%'", Dialect::SQLite),
            "CREATE INDEX users_email_idx ON users (email COLLATE NOCASE)");
  EXPECT_EQ(indexFor("SELECT id FROM users WHERE upper(name) = ?", Dialect::MySQL),
            "CREATE INDEX users_upper_name_idx ON users ((upper(name)))");
  EXPECT_EQ(indexFor("SELECT id FROM orders WHERE state = 'x'", Dialect::MySQL),
            "CREATE INDEX orders_state_idx ON orders (state(191))");
  EXPECT_EQ(indexFor("SELECT id FROM orders WHERE coalesce(state, $1) = 'x'", Dialect::PostgreSQL), "")
      << "its value is not known";
}

TEST(AccessPaths, ReferencesNeedAnIndexOnTheirOwnSide) {
  Schema schema = schemaOf(Dialect::PostgreSQL);
  EXPECT_TRUE(unindexedReferences(*schema.find("users"), Dialect::PostgreSQL).empty()) << "it leads users_team";
  auto found = unindexedReferences(*schema.find("orders"), Dialect::PostgreSQL);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front()->columns.front(), "user_id");
  EXPECT_TRUE(unindexedReferences(*schema.find("orders"), Dialect::MySQL).empty());
}

TEST(AccessPaths, AReferenceOverSeveralColumnsTakesThemInAnyOrder) {
  std::vector<SchemaProblem> problems;
  Schema schema = readSchema({{"s", "CREATE TABLE t (a int, b int, c int, FOREIGN KEY (a, b) REFERENCES u (x, y), "
                                    "FOREIGN KEY (b, c) REFERENCES u (x, y)); CREATE INDEX i ON t (b, a)"}},
                             Dialect::PostgreSQL, problems);
  auto found = unindexedReferences(*schema.find("t"), Dialect::PostgreSQL);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front()->columns.back(), "c");
}

} // namespace
} // namespace scalelint::sql
