// scale-over-fetch: a statement that asks for every column.
#include "checks/FetchFindings.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace scalelint {

using namespace program;
using model::Does;

namespace {
class StarReport {
public:
  StarReport(const Program &program, const FindingSink &sink)
      : program(program), statements(program.lenses().statements), sink(sink) {}

  void run() {
    for (const Execution &execution : program.lenses().executions.all)
      if (concerns(execution))
        collect(execution);
    for (const SourceRange &place : order)
      sink(findingOf(place, byPlace[place]));
  }

private:
  bool concerns(const Execution &execution) const {
    switch (execution.operation.row->does) {
    case Does::SqlExecute:
    case Does::SqlPrepare:
    case Does::SqlFetchRow:
      break;
    default:
      return false;
    }
    const sql::Statement &statement = statements.of(execution.operation).statement;
    bool describesTable = statement.bound == sql::RowBound::Limit && statement.limit == 0;
    return statement.parsed && statement.verb == sql::Verb::Select && !statement.stars.empty() && !describesTable;
  }

  // The text, where it has a place; else the call.
  SourceRange placeOf(const Execution &execution) const {
    const StatementOf &statement = statements.of(execution.operation);
    Span literal = statement.text.origins[statement.statement.stars.front().piece].span;
    return rangeOf(program, literal.valid() ? literal : program.call(execution.primary).span);
  }

  void collect(const Execution &execution) {
    SourceRange place = placeOf(execution);
    auto &executions = byPlace[place];
    if (executions.empty())
      order.push_back(place);
    executions.push_back(&execution);
  }

  Finding findingOf(const SourceRange &place, const std::vector<const Execution *> &executions) const {
    const Roots &roots = program.lenses().roots;
    // The one that a request reaches says most.
    auto onPath = llvm::find_if(executions, [&](const Execution *execution) {
      return roots.onRequestPath(*execution->primary.function);
    });
    const Execution &execution = onPath == executions.end() ? *executions.front() : **onPath;
    const StatementOf &statement = statements.of(execution.operation);
    const sql::Star &star = statement.statement.stars.front();
    const Frame *written = statement.text.origins[star.piece].frame;
    Finding finding;
    finding.check = "scale-over-fetch";
    finding.primary = place;
    finding.function = (written ? *written->function : *execution.primary.function).displayName;
    std::string tables = nameTables(star.tables);
    std::optional<std::vector<std::string>> columns = columnsOf(star);
    finding.message = "query reads every column" + (tables.empty() ? "" : " of " + tables) +
                      (columns ? ", " + std::to_string(columns->size()) + " of them" : "") +
                      "; name the columns that the code uses";
    finding.key = "every column of " + tables;
    finding.suggestion = columns ? "name the ones that are read out of: " + llvm::join(*columns, ", ")
                                 : "name the columns that are read, so that a new wide column costs nothing here";
    finding.flow = wayTo(program, execution);
    placeOnRequestPath(program, *execution.primary.function, finding);
    for (const Execution *other : executions)
      for (uint32_t root : roots.rootsOf(*other->primary.function))
        if (!llvm::is_contained(finding.roots, roots.all[root].name))
          finding.roots.push_back(roots.all[root].name);
    llvm::sort(finding.roots);
    offerColumns(execution, statement, finding);
    return finding;
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
    return table->columns;
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
        if (!ticks && !isPlainName(column))
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

  // Needs no quotes in any dialect.
  static bool isPlainName(llvm::StringRef name) {
    return !name.empty() && !llvm::isDigit(name[0]) && !sql::isKeyword(name) &&
           llvm::all_of(name, [](char c) { return llvm::isLower(c) || llvm::isDigit(c) || c == '_'; });
  }

  const Program &program;
  const Statements &statements;
  const FindingSink &sink;
  std::map<SourceRange, std::vector<const Execution *>> byPlace;
  std::vector<SourceRange> order;
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
