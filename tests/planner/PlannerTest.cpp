// The verdicts of the index rules against PostgreSQL's planner, over generated rows with statistics and nothing disabled.
//
// They agree on a statement when for each of its tables
// - a gap: the planner reads the table whole, and no more once the index that the gap asks for is there;
// - no gap: the planner finds its rows by an index, or would not use one on what the statement asks for either.
#include "analysis/sql/CreateIndex.h"
#include "tests/planner/Server.h"
#include "tests/sql/AccessRows.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

using namespace scalelint;
using sql::Dialect;

namespace {

const char *const Data = R"(
INSERT INTO teams SELECT i, 'team ' || i FROM generate_series(1, 20000) i;
INSERT INTO users SELECT i, 'u' || i || '@example.org', CASE WHEN i % 2 > 0 THEN 'name ' || i END, i % 20000 + 1,
  i % 2 = 0, now() - i * interval '1 minute', i % 50000, md5(i::text) FROM generate_series(1, 100000) i;
INSERT INTO orders SELECT i, i % 100000 + 1, CASE i % 5000 WHEN 0 THEN 'open' WHEN 1 THEN 'x' ELSE 's' || i % 1000 END,
  now() - i * interval '1 minute', i % 90000, md5(i::text) FROM generate_series(1, 200000) i;
INSERT INTO kinds SELECT i, 's' || i FROM generate_series(1, 10) i;
ANALYZE;
)";

class Planner : public testing::Test {
protected:
  static void SetUpTestSuite() {
    server = std::make_unique<test::Server>();
    for (const char *text : {"CREATE EXTENSION pg_trgm", test::Ddl, Data, "SET plan_cache_mode = force_generic_plan",
                             "SET max_parallel_workers_per_gather = 0"})
      if (server->problem.empty())
        server->ask(text);
    std::vector<sql::SchemaProblem> problems;
    schema = sql::readSchema({{"schema.sql", test::Ddl}}, Dialect::PostgreSQL, problems);
    schema.small.insert("kinds");
  }
  static void TearDownTestSuite() { server.reset(); }
  void SetUp() override { ASSERT_EQ(server->problem, ""); }

  // The tables that the plan reads whole.
  std::set<std::string> readWhole(const std::string &statement) {
    server->ask("PREPARE asked AS " + statement);
    if (!server->problem.empty())
      return {};
    std::string arguments;
    test::Result count = server->ask("SELECT cardinality(parameter_types) FROM pg_prepared_statements");
    for (int i = std::atoi(PQgetvalue(count.get(), 0, 0)); i > 0; --i)
      arguments += arguments.empty() ? "NULL" : ", NULL";
    test::Result plan =
        server->ask("EXPLAIN (FORMAT JSON) EXECUTE asked" + (arguments.empty() ? "" : "(" + arguments + ")"));
    server->ask("DEALLOCATE asked");
    std::set<std::string> tables;
    if (server->problem.empty()) {
      llvm::json::Value value = llvm::cantFail(llvm::json::parse(PQgetvalue(plan.get(), 0, 0)));
      collect(*value.getAsArray()->front().getAsObject()->getObject("Plan"), tables);
    }
    return tables;
  }

  static void collect(const llvm::json::Object &node, std::set<std::string> &tables) {
    if (node.getString("Node Type") == "Seq Scan")
      tables.insert(node.getString("Relation Name")->str());
    if (const llvm::json::Array *plans = node.getArray("Plans"))
      for (const llvm::json::Value &plan : *plans)
        collect(*plan.getAsObject(), tables);
  }

  std::set<std::string> readWholeWith(const std::string &index, const std::string &statement) {
    server->ask("BEGIN; " + index + "; ANALYZE");
    std::set<std::string> tables = readWhole(statement);
    server->ask("ROLLBACK");
    return tables;
  }

  // "" when both agree.
  std::string disagreement(const std::string &text) {
    sql::Statement statement = sql::parse({{text, false, false}}, Dialect::PostgreSQL);
    std::vector<sql::Gap> gaps = sql::gapsOf(statement, schema);
    std::set<std::string> whole = readWhole(text);
    for (const sql::Gap &gap : gaps) {
      if (!whole.count(gap.table->name))
        return "the planner finds the rows of " + gap.table->name + " by an index";
      std::string index = sql::createIndex(gap, schema);
      if (index.empty())
        return "no index is offered for " + gap.table->name;
      if (readWholeWith(index, text).count(gap.table->name))
        return "the planner does not use " + index;
      whole.erase(gap.table->name);
    }
    for (const std::string &table : whole)
      for (const sql::Predicate &predicate : statement.predicates) {
        const sql::Table *known = schema.find(table);
        if (schema.isSmall(*known) || predicate.column.table != table || predicate.other)
          continue;
        std::string index = "CREATE INDEX ON " + table + " ((" + predicate.expression + "))";
        if (!readWholeWith(index, text).count(table))
          return "the planner would use " + index;
      }
    return "";
  }

  static inline std::unique_ptr<test::Server> server;
  static inline sql::Schema schema;
};

} // namespace

// docs/limits.md names those that differ.
TEST_F(Planner, AgreesWithTheIndexRules) {
  unsigned asked = 0;
  std::vector<std::string> differ;
  for (const test::AccessRow &row : test::AccessRows) {
    std::string text = row.sql;
    if (text == "SELECT id FROM" || llvm::StringRef(text).contains("unknown"))
      continue;
    ++asked;
    std::string difference = disagreement(text);
    ASSERT_EQ(server->problem, "") << text;
    if (!difference.empty())
      differ.push_back(text + ": " + difference);
  }
  std::printf("%u statements, %zu differ\n", asked, differ.size());
  EXPECT_GE(asked, 60u);
  EXPECT_LE(differ.size() * 20, asked) << llvm::join(differ, "\n");
  for (const std::string &each : differ)
    std::printf("%s\n", each.c_str());
}
