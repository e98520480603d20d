// scale-unbounded-fetch: rows taken into memory whose number nothing bounds.
#include "checks/FetchFindings.h"
#include "checks/OnePerPlace.h"

#include "checks/database/ListEndpoints.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint {

using namespace program;
using model::Does;

// What a fix bounds the rows by: large enough for a page, small enough for memory.
static const char *const FixedLimit = " LIMIT 1000";

namespace {
class FetchReport {
public:
  FetchReport(const Program &program, const CheckOptions &options, const FindingSink &sink)
      : program(program), statements(program.lenses().statements), endpoints(options), sink(sink) {}

  void run() {
    for (const Execution &execution : program.lenses().executions.all)
      if (concerns(execution) && reported.insert(execution.primary).second)
        findings.add(findingOf(execution));
    findings.report(sink);
  }

private:
  bool concerns(const Execution &execution) const {
    const model::OperationRow &row = *execution.operation.row;
    if (row.does == Does::HttpRequest)
      return row.access == model::Access::Read && row.rows != model::Rows::Streamed &&
             endpoints.asksForAll(statements.of(execution.operation).text.literal());
    if (row.does == Does::SqlPrepare || row.continuation)
      return false;
    bool inMemory = execution.taken == Taken::Materialised || execution.taken == Taken::Stored;
    return inMemory && (execution.extent == Extent::Unbounded || execution.extent == Extent::Grouped);
  }

  Finding findingOf(const Execution &execution) const {
    const Operation &operation = execution.operation;
    const StatementOf &statement = statements.of(operation);
    std::string what = statements.describe(operation);
    Finding finding;
    finding.check = "scale-unbounded-fetch";
    finding.primary = rangeOf(program, program.call(execution.primary).span);
    finding.function = execution.primary.function->displayName;
    finding.key = what;
    finding.flow = wayTo(program, execution);
    finding.rank = 50 + (statement.statement.filtered ? 0 : 5) + (execution.supplied() ? 5 : 0);
    describe(execution, what, finding);
    placeOnRequestPath(program, *execution.primary.function, finding);
    if (execution.extent == Extent::Grouped) {
      finding.level = Level::Note;
      finding.rank -= 20;
    }
    offerLimit(execution, statement, finding);
    return finding;
  }

  void describe(const Execution &execution, const std::string &what, Finding &finding) const {
    switch (execution.operation.row->does) {
    case Does::HttpRequest:
      finding.message = what + " asks for a whole list; ask for a page";
      finding.suggestion = "send a page size and a position (limit and cursor) and go on from page to page";
      return;
    case Does::CacheRead:
    case Does::CacheCommand:
      finding.message = what + " returns a whole collection, whatever its size; read it in pages";
      finding.suggestion = "read a range, or walk the collection with a cursor and a count (SCAN, SSCAN, HSCAN)";
      return;
    case Does::DocumentRead:
      finding.suggestion = "set a limit and page by the last key, or work on each document as it comes";
      break;
    default:
      finding.suggestion = "add ORDER BY a unique key and LIMIT, and pass the last key on for the next page (keyset "
                           "pagination); or stream the rows and keep none";
    }
    if (execution.extent == Extent::Grouped)
      finding.message = what + " has a row for each group and no limit; add a LIMIT";
    else if (execution.taken == Taken::Stored)
      finding.message = what + " has no bound and every row is kept" +
                        (execution.container.empty() ? "" : " in '" + execution.container + "'") +
                        "; add a limit and page by key";
    else
      finding.message = what + " takes all rows into memory and nothing bounds their number; add a LIMIT and page by key";
  }

  // ` LIMIT 1000` at the end of the text, where it reads as a limit and nobody else uses the literal.
  void offerLimit(const Execution &execution, const StatementOf &statement, Finding &finding) const {
    const Text &text = statement.text;
    if (execution.extent != Extent::Unbounded || text.pieces.empty() || dialectOf(program, execution) == sql::Dialect::Any)
      return;
    size_t last = text.pieces.size() - 1;
    if (!isPlainLiteral(text, last) || !isWrittenInPlace(program, text, last, execution.primary))
      return;
    if (statement.statement.locking || statement.statement.multiple)
      return;
    sql::Template limited = text.pieces;
    limited.back().text += FixedLimit;
    sql::Statement parsed = sql::parse(limited, dialectOf(program, execution));
    if (!parsed.parsed || parsed.openEnded || parsed.bound != sql::RowBound::Limit || parsed.limit != 1000)
      return;
    SourceRange end = rangeIn(program, text, last, text.pieces[last].text.size(), 0);
    finding.fixes.push_back({"take at most 1000 rows", {{end, FixedLimit}}});
  }

  const Program &program;
  const Statements &statements;
  ListEndpoints endpoints;
  const FindingSink &sink;
  std::set<Site> reported;
  OnePerPlace findings;
};
} // namespace

static void run(const Program &program, const CheckOptions &options, const FindingSink &sink) {
  FetchReport(program, options, sink).run();
}

extern const Check UnboundedFetch;
const Check UnboundedFetch = {
    .id = "scale-unbounded-fetch",
    .summary = "rows are taken into memory and nothing bounds their number",
    .doc = R"md(
## What it flags

A SELECT without LIMIT (or FETCH FIRST, TOP) whose rows all end in memory: the library materialises the result, or the
program walks over it and keeps every row. Also a find in a document store without a limit whose documents are kept,
cache commands that answer with a whole collection (`KEYS`, `SMEMBERS`, `HGETALL`, `LRANGE key 0 -1`), and a GET of a
list endpoint without a page parameter. A GROUP BY without LIMIT is a note.

Quiet: aggregates without GROUP BY, EXISTS, an equality on a whole unique key (from the configured schema; on `id` for a
table that the schema does not have), reads of the engine's own catalogue, server-side cursors, and streams of which not
every row is kept.

## Why it hurts at scale

A table grows, a test database does not. The day comes when one request reads a million rows, and the process and the
database hold them all at once.

## Example

```cpp bad
#include <pqxx/pqxx>
pqxx::result all(pqxx::work &tx) {
  return tx.exec("SELECT id, email FROM users");
}
```

```cpp good
#include <pqxx/pqxx>
#include <string>
pqxx::result page(pqxx::work &tx, const std::string &after) {
  return tx.exec_params("SELECT id, email FROM users WHERE id > $1 ORDER BY id LIMIT 500", after);
}
```

## Fix

`LIMIT 1000` at the end of a statement that is written in the call. It bounds the memory; paging on from the last key is
left to the author.

## Limits

A text that is not wholly known (a clause may follow at run time) is not reported. A row that is kept only under a
condition is not "every row". Without a schema only `id` (and SQLite's `rowid`) is known to be unique, so a lookup by
another unique column is reported: name the schema in the configuration. A list endpoint is told by its path alone: the
last segment is a plural word. An answer that a receiver takes in pieces is not reported, also where it keeps them.

## Options

- `page-parameters`: query parameters that ask for a page.
- `single-resources`: last path segments that look plural and are no list.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {cwe(770), cwe(1049)},
    .options = {{"page-parameters", ListEndpoints::DefaultPageParameters, "query parameters that ask for a page"},
                {"single-resources", ListEndpoints::DefaultSingleResources,
                 "last path segments that look plural and are no list"}},
    .run = run,
};

} // namespace scalelint
