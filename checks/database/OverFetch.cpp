// scale-over-fetch: a statement that asks for every column.
#include "checks/StatementTexts.h"

#include "analysis/sql/CreateIndex.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using namespace program;

namespace {
class StarReport {
public:
  StarReport(const Program &program, const FindingSink &sink)
      : program(program), statements(program.lenses().statements), sink(sink) {}

  void run() {
    visitTexts(program, [this](const Execution &execution) { return starOf(execution); },
               [this](const Execution &execution, Finding finding) { report(execution, std::move(finding)); });
  }

private:
  std::optional<unsigned> starOf(const Execution &execution) const {
    const sql::Statement &statement = statements.of(execution.operation).statement;
    bool describesTable = statement.bound == sql::RowBound::Limit && statement.limit == 0;
    if (!statement.parsed || statement.verb != sql::Verb::Select || statement.stars.empty() || describesTable)
      return std::nullopt;
    return statement.stars.front().piece;
  }

  void report(const Execution &execution, Finding finding) const {
    const StatementOf &statement = statements.of(execution.operation);
    const sql::Star &star = statement.statement.stars.front();
    finding.check = "scale-over-fetch";
    std::string tables = nameTables(star.tables);
    std::optional<std::vector<std::string>> columns = columnsOf(star);
    finding.message = "query reads every column" + (tables.empty() ? "" : " of " + tables) +
                      (columns ? ", " + std::to_string(columns->size()) + " of them" : "") +
                      "; name the columns that the code uses";
    finding.key = "every column of " + tables;
    finding.suggestion = columns ? "name the ones that are read out of: " + llvm::join(*columns, ", ")
                                 : "name the columns that are read, so that a new wide column costs nothing here";
    offerColumns(execution, statement, finding);
    sink(std::move(finding));
  }

  static std::string nameTables(const std::vector<std::string> &tables) {
    std::string names;
    for (const std::string &table : tables)
      if (table.find('{') == std::string::npos)
        names += (names.empty() ? "'" : " and '") + table + "'";
    return names;
  }

  // The columns of the star's one table, where the schema has them all.
  std::optional<std::vector<std::string>> columnsOf(const sql::Star &star) const {
    const sql::Table *table = star.tables.size() == 1 ? program.schema.find(star.tables[0]) : nullptr;
    if (!table || !table->allColumns || table->columns.empty())
      return std::nullopt;
    std::vector<std::string> names;
    for (const sql::Column &column : table->columns)
      names.push_back(column.name);
    return names;
  }

  // The columns in place of each star; all of them, in the order that the star has.
  void offerColumns(const Execution &execution, const StatementOf &statement, Finding &finding) const {
    Fix fix{"list the columns", {}};
    bool unqualified = statement.statement.from.size() == 1;
    for (const sql::Star &star : statement.statement.stars) {
      auto columns = columnsOf(star);
      if (!columns || !isPlainLiteral(statement.text, star.piece) || !(unqualified || !star.qualifier.empty()))
        return;
      bool ticks = dialectOf(program, execution) == sql::Dialect::MySQL;
      std::string list;
      for (const std::string &column : *columns) {
        if (!ticks && !sql::isPlainName(column))
          return;
        if (!list.empty())
          list += star.qualifier.empty() ? ", " : ", " + star.qualifier + ".";
        list += ticks ? "`" + column + "`" : column;
      }
      fix.replacements.push_back({rangeIn(program, statement.text, star.piece, star.offset, 1), list});
    }
    if (!fix.replacements.empty())
      finding.fixes.push_back(std::move(fix));
  }

  const Program &program;
  const Statements &statements;
  const FindingSink &sink;
};
} // namespace

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  StarReport(program, sink).run();
}

extern const Check OverFetch;
const Check OverFetch = {
    .id = "scale-over-fetch",
    .summary = "statement asks for every column",
    .doc = R"md(
## What it flags

`SELECT *` and `t.*` in a statement that the program executes or prepares, wherever the text is put together. Quiet:
`COUNT(*)`, `EXISTS (SELECT * …)`, a star over a subquery that lists its columns, `INSERT … SELECT *` and whatever else
leaves no row to the client, and texts that nobody executes.

## Why it hurts at scale

Every column that nobody reads is read from disk, sent and copied all the same. Index-only scans are lost, and the
column that is added next year, a picture or a document, makes each old query slow.

## Example

```cpp bad
#include <pqxx/pqxx>
pqxx::result newest(pqxx::work &tx) {
  return tx.exec("SELECT * FROM orders ORDER BY id DESC LIMIT 20");
}
```

```cpp good
#include <pqxx/pqxx>
pqxx::result newest(pqxx::work &tx) {
  return tx.exec("SELECT id, total FROM orders ORDER BY id DESC LIMIT 20");
}
```

## Fix

With a schema in the configuration, the star becomes the list of all columns, in its order; the author takes out what is
not read.

## Limits

Named columns that the code never reads are not reported. A column list that is only known at run time is not reported.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::VeryHigh,
    .profile = Profile::Default,
    .taxa = {cwe(1049)},
    .options = {},
    .run = run,
};

} // namespace scalelint
