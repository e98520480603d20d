// scale-broken-statement: statements that can't run, by PostgreSQL's grammar and the project's schema.
#include "checks/StatementTexts.h"

#include "analysis/model/Reader.h"
#include "analysis/sql/Flaws.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint {

using namespace program;
using sql::Flaw;

namespace {
class BrokenReport {
public:
  BrokenReport(const Program &program, const FindingSink &sink)
      : program(program), statements(program.lenses().statements), sink(sink) {
    for (const Execution &execution : program.lenses().executions.all)
      if (isOfStatement(execution))
        collectMade(statements.of(execution.operation).statement);
  }

  void run() {
    visitTexts<Flaw>(
        program, [this](const Execution &execution) { return flawsOf(execution); },
        [this](const Execution &, const Flaw &flaw, Finding finding) { report(flaw, std::move(finding)); });
  }

private:
  // Tables that the program makes itself.
  void collectMade(const sql::Statement &statement) {
    if (statement.verb == sql::Verb::Ddl)
      for (const std::string &table : statement.tables)
        made.insert(llvm::StringRef(table).lower());
    for (const sql::Statement &part : statement.parts)
      collectMade(part);
  }

  std::vector<Flaw> flawsOf(const Execution &execution) const {
    const StatementOf &statement = statements.of(execution.operation);
    if (hasSyntaxError(execution, statement))
      return {{Flaw::Kind::Syntax, statement.statement.error, nullptr, {}}};
    return sql::flawsOf(statement.statement, program.schema, made);
  }

  // Only a text that is known to the last letter, in the dialect whose parser is at hand.
  bool hasSyntaxError(const Execution &execution, const StatementOf &statement) const {
    return !statement.statement.parsed && !statement.statement.error.empty() && statement.text.known() &&
           !llvm::StringRef(statement.text.literal()).trim().empty() &&
           dialectOf(program, execution) == sql::Dialect::PostgreSQL;
  }

  void report(const Flaw &flaw, Finding finding) const {
    finding.check = "scale-broken-statement";
    finding.rank = 80;
    finding.level = Level::Warning; // wherever it stands, it can't run
    switch (flaw.kind) {
    case Flaw::Kind::Syntax:
      finding.message = "statement does not parse: " + flaw.name;
      finding.key = "syntax";
      break;
    case Flaw::Kind::Table:
      finding.message = "statement names table '" + flaw.name + "', which the schema does not have" +
                        model::hint(flaw.name, namesFor(flaw));
      finding.key = "table " + flaw.name;
      break;
    case Flaw::Kind::Column:
      finding.message = "statement names column '" + flaw.name + "', which '" + flaw.table->name + "' does not have" +
                        model::hint(flaw.name, namesFor(flaw));
      finding.key = "column " + flaw.table->name + "." + flaw.name;
      finding.related.push_back(definitionOf(program, *flaw.table));
      break;
    }
    sink(std::move(finding));
  }

  llvm::SmallVector<llvm::StringRef> namesFor(const Flaw &flaw) const {
    llvm::SmallVector<llvm::StringRef> names;
    if (flaw.table)
      for (const sql::Column &column : flaw.table->columns)
        names.push_back(column.name);
    else
      for (const sql::Table &table : program.schema.tables)
        names.push_back(table.name);
    return names;
  }

  const Program &program;
  const Statements &statements;
  const FindingSink &sink;
  std::set<std::string> made; // in lower case
};
} // namespace

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  BrokenReport(program, sink).run();
}

extern const Check BrokenStatement;
const Check BrokenStatement = {
    .id = "scale-broken-statement",
    .summary = "statement can't run",
    .doc = R"md(
## What it flags

A statement that does not parse, and one that names a table or a column which the project's schema lacks, with the nearest
name that is there. The schema comes from the configuration (`schema.files`); tables that the program itself creates count
as known.

## Why it hurts at scale

It fails each time that it runs, most often on a path that no test takes: in the error handler, in the nightly clean-up,
after the migration that renamed the column and before the release that knows of it.

## Example

```sql schema
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total int);
```

```cpp bad
#include <pqxx/pqxx>
pqxx::result order(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT total FROM orders WHERE order_id = $1", id);
}
```

```cpp good
#include <pqxx/pqxx>
pqxx::result order(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT total FROM orders WHERE id = $1", id);
}
```

## Fix

None by machine: what was meant is the author's to say.

## Limits

Syntax is judged for PostgreSQL alone, and for texts that are known to the last letter. Columns are looked at in conditions
and in what is written, not in the list that is read. A name with a part that only run time knows is not judged, and
neither are the columns of views and of tables made by a query.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {},
    .options = {},
    .run = run,
};

} // namespace scalelint
