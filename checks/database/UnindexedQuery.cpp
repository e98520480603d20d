// scale-unindexed-query: rows that are looked up without an index, by the project's own schema.
#include "checks/StatementTexts.h"

#include "analysis/sql/CreateIndex.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using namespace program;
using sql::Gap;

namespace {
class UnindexedReport {
public:
  UnindexedReport(const Program &program, const FindingSink &sink)
      : program(program), schema(program.schema), statements(program.lenses().statements), sink(sink) {}

  void run() {
    if (schema.tables.empty())
      return;
    visitTexts<Gap>(
        program, [this](const Execution &execution) { return gapsOf(execution); },
        [this](const Execution &execution, const Gap &gap, Finding finding) { report(execution, gap, std::move(finding)); });
    for (const sql::Table &table : schema.tables)
      if (!schema.isSmall(table))
        for (const sql::ForeignKey *key : sql::unindexedReferences(table, schema.dialect))
          report(table, *key);
  }

private:
  std::vector<Gap> gapsOf(const Execution &execution) const {
    std::vector<Gap> gaps = sql::gapsOf(statements.of(execution.operation).statement, schema);
    // A function around a column that has an index is the function's fault.
    llvm::erase_if(gaps, [](const Gap &gap) {
      return gap.service == sql::Service::Unfit &&
             llvm::all_of(gap.predicates, [](const sql::Predicate *each) { return !each->function.empty(); });
    });
    return gaps;
  }

  void report(const Execution &execution, const Gap &gap, Finding finding) const {
    finding.check = "scale-unindexed-query";
    finding.rank += gap.kind == Gap::Kind::Predicate ? 10 : 5;
    finding.message = messageOf(gap, verbOf(execution));
    finding.key = gap.table->name + " by " + llvm::join(gap.columns, ", ");
    std::string index = sql::createIndex(gap, schema);
    finding.suggestion = index.empty() ? "give the table an index that begins with what it is looked up by" : index + ";";
    finding.related.push_back(definitionOf(program, *gap.table));
    sink(std::move(finding));
  }

  std::string verbOf(const Execution &execution) const {
    switch (statements.of(execution.operation).statement.verb) {
    case sql::Verb::Insert:
      return "insert";
    case sql::Verb::Update:
      return "update";
    case sql::Verb::Delete:
      return "delete";
    case sql::Verb::Merge:
      return "merge";
    default:
      return "query";
    }
  }

  static std::string messageOf(const Gap &gap, const std::string &verb) {
    std::string table = "'" + gap.table->name + "'";
    std::vector<std::string> quoted;
    for (const std::string &column : gap.columns)
      quoted.push_back("'" + column + "'");
    std::string columns = llvm::join(quoted, " and ");
    switch (gap.kind) {
    case Gap::Kind::Sort:
      return verb + " takes the first rows of " + table + " by " + columns +
             " and no index has that order; it sorts the whole table";
    case Gap::Kind::Join:
      return verb + " joins " + table + " by " + columns + " and " + lackOf(gap) + "; it reads the whole table";
    case Gap::Kind::Predicate:
      break;
    }
    return verb + " looks up rows of " + table + " by " + columns + " and " + lackOf(gap) + "; it reads the whole table";
  }

  static const char *lackOf(const Gap &gap) {
    switch (gap.service) {
    case sql::Service::Unfit:
      return "the index on it does not serve such a condition";
    case sql::Service::Partial:
      return "the index on it leaves out rows";
    default:
      return "no index begins with that";
    }
  }

  void report(const sql::Table &table, const sql::ForeignKey &key) const {
    Finding finding;
    finding.check = "scale-unindexed-query";
    finding.primary = rangeOf(program, key.at);
    std::string columns = llvm::join(key.columns, ", ");
    finding.message = "foreign key '" + columns + "' of '" + table.name + "' has no index; a delete in '" + key.table +
                      "' reads the whole table for each row";
    finding.key = "foreign key " + table.name + " (" + columns + ")";
    finding.rank = 40;
    std::string index = sql::createIndex(table, key.columns);
    finding.suggestion = index.empty() ? "give the table an index that begins with these columns" : index + ";";
    sink(std::move(finding));
  }

  const Program &program;
  const sql::Schema &schema;
  const Statements &statements;
  const FindingSink &sink;
};
} // namespace

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  UnindexedReport(program, sink).run();
}

extern const Check UnindexedQuery;
const Check UnindexedQuery = {
    .id = "scale-unindexed-query",
    .summary = "rows are looked up without an index",
    .doc = R"md(
## What it flags

A statement that looks up, joins or takes the first rows of a table by columns that no usable index of the project's
schema begins with; and a foreign key without an index on the referring side, at its line of the DDL. The schema comes
from the configuration (`schema.files`: DDL or migrations).

An index is usable by its leading column: for a range, equality and lists when it is a B-tree; for equality alone when it
is a hash; for patterns when its operator class has them. A partial index counts when the statement's conditions imply its
own, an index over an expression when the statement has the same expression. An `OR` needs one for every arm. Rows that an
index leads to may be filtered further, sorted, and drive what is joined with them.

Quiet: tables that `tables.small` names, tables that the schema does not have, views, and conditions that an index would
not help with: `<>`, `IS NULL`, a boolean column.

## Why it hurts at scale

The engine reads the whole table for each call. On a developer's machine that takes a millisecond; with ten million rows
it takes seconds, evicts everybody else's pages from memory, and an update locks rows for as long.

## Example

```sql schema
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total int);
```

```cpp bad
#include <pqxx/pqxx>
pqxx::result ordersOf(pqxx::work &tx, long customer) {
  return tx.exec_params("SELECT id, total FROM orders WHERE customer_id = $1 ORDER BY id LIMIT 50", customer);
}
```

```cpp good
#include <pqxx/pqxx>
pqxx::result order(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT id, total FROM orders WHERE id = $1", id);
}
```

## Fix

The suggestion is the `CREATE INDEX` statement in the schema's dialect: equalities first, then one range.

## Limits

What is in the tables is not known: a table of a hundred rows needs no index (name it in `tables.small`), and neither does
a column with three values, for which an index is asked all the same. An order is only looked at where a `LIMIT` takes its
first rows of one table and nothing is looked up. A text that may go on at run time is not judged. A foreign key is not
reported for MySQL, which makes the index itself, nor where the dialect is not known.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {cwe(1067)},
    .options = {},
    .run = run,
};

} // namespace scalelint
