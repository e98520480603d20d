// scale-non-sargable-predicate: conditions and orders that no plain index can answer, however many there are.
#include "checks/StatementTexts.h"

#include "analysis/sql/AccessPaths.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint {

using namespace program;
using sql::Predicate;
using sql::Service;

namespace {
struct Hazard {
  sql::Place at;
  std::string message, key, suggestion;
  bool isNote = false;
};

// The hazards of one statement.
class Conditions {
public:
  Conditions(const sql::Statement &statement, const sql::Schema &schema) : statement(statement), schema(schema) {
    if (!statement.parsed || statement.multiple)
      return;
    for (const Predicate &predicate : statement.predicates)
      judge(predicate);
    alternatives();
    offset();
    randomOrder();
  }

  std::vector<Hazard> found;

private:
  const sql::Statement &statement;
  const sql::Schema &schema;

  static std::string quoted(const std::string &name) { return "'" + name + "'"; }

  // Of the schema; null when it has none or does not know it.
  const sql::Table *tableOf(const sql::ColumnRef &column) const { return schema.find(column.table); }

  bool isExempt(const sql::ColumnRef &column) const {
    const sql::Table *table = tableOf(column);
    return sql::isCatalogue(column.table) || (table && (schema.isSmall(*table) || table->isView));
  }

  void judge(const Predicate &predicate) {
    if (isExempt(predicate.column) || predicate.column.column.empty())
      return;
    if (predicate.op == Predicate::Op::In && predicate.negated && predicate.subquery)
      return add(predicate.at, "condition 'NOT IN (subquery)' on " + quoted(predicate.column.column) +
                                   " is checked row by row, and holds for none once the subquery has a NULL",
                 "not in", "write it as 'NOT EXISTS (SELECT 1 … WHERE …)'", false);
    bool isPattern = predicate.op == Predicate::Op::Like && predicate.leadingWildcard;
    bool isComputed = !predicate.function.empty() && !predicate.other &&
                      (predicate.op == Predicate::Op::Equals || predicate.op == Predicate::Op::In ||
                       predicate.op == Predicate::Op::Range || predicate.op == Predicate::Op::Like);
    if ((!isPattern && !isComputed) || predicate.negated || !predicate.conjunct || isFoundOtherwise(predicate))
      return;
    const sql::Table *table = tableOf(predicate.column);
    Service service = table ? sql::serviceFor(predicate, statement, schema) : Service::Unfit;
    if (service != Service::Unfit) // none: scale-unindexed-query says so
      return;
    if (isPattern)
      return add(predicate.at, "pattern on " + quoted(predicate.column.column) +
                                   " begins with a wildcard, so no order of values helps; it reads the whole table",
                 "pattern " + predicate.column.column,
                 "search by a trigram or full-text index, or by the beginning of the value", !table);
    add(predicate.at, "condition computes " + quoted(predicate.expression) +
                          " of each row, which no index on the column answers; it reads the whole table",
        "computed " + predicate.expression,
        "compare the bare column (a range for a date), or index the expression: CREATE INDEX … (" + predicate.expression +
            ")",
        !table);
  }

  // Does another condition lead to few rows of the same table, so that this one only filters them?
  bool isFoundOtherwise(const Predicate &predicate) const {
    if (tableOf(predicate.column))
      return sql::isFilter(predicate, statement, schema);
    return llvm::any_of(statement.predicates, [&](const Predicate &other) {
      bool isLookup = other.op == Predicate::Op::Equals || other.op == Predicate::Op::In;
      return &other != &predicate && other.column.use == predicate.column.use && other.query == predicate.query &&
             isLookup && other.conjunct && !other.negated && !other.other && other.function.empty(); // it may have its index
    });
  }

  // OR across columns: unless one column stands in each arm, every arm needs an index of its own.
  void alternatives() {
    std::set<unsigned> seen;
    for (const Predicate &first : statement.predicates)
      if (first.disjunction && seen.insert(first.disjunction).second)
        alternatives(first);
  }

  void alternatives(const Predicate &first) {
    std::vector<const Predicate *> arms;
    for (const Predicate &predicate : statement.predicates)
      if (predicate.disjunction == first.disjunction)
        arms.push_back(&predicate);
    auto armsWith = [&](const std::string &expression) {
      std::set<unsigned> with;
      for (const Predicate *each : arms)
        if (each->expression == expression)
          with.insert(each->arm);
      return with.size();
    };
    bool isComparison = llvm::all_of(arms, [](const Predicate *each) {
      return !each->negated && (each->op == Predicate::Op::Equals || each->op == Predicate::Op::In ||
                                each->op == Predicate::Op::Range || each->op == Predicate::Op::Like);
    });
    if (!isComparison || armsWith(first.expression) == first.arms || !tableOf(first.column) || isExempt(first.column) ||
        llvm::any_of(arms, [&](const Predicate *each) { return each->column.use != first.column.use; }) ||
        isFoundOtherwise(first))
      return;
    Service worst = Service::Full;
    for (unsigned arm = 0; arm < first.arms; ++arm) {
      Service best = Service::None;
      for (const Predicate *each : arms)
        if (each->arm == arm)
          best = std::max(best, sql::serviceFor(*each, statement, schema));
      worst = std::min(worst, best);
    }
    if (worst == Service::None) // scale-unindexed-query says so
      return;
    bool eachHasIndex = worst == Service::Full;
    add(first.at, "'OR' across columns of " + quoted(first.column.table) +
                      (eachHasIndex ? " needs one index for each, and their results merged"
                                    : " has an arm without a usable index; it reads the whole table"),
        "or " + first.expression, "ask once for each arm and join the answers with UNION ALL", eachHasIndex);
  }

  void offset() {
    if (!statement.offset || !(statement.offsetHole || statement.offsetParameter))
      return;
    if (!statement.from.empty() && isExempt({statement.from.front(), ""}))
      return;
    add({}, "paging by OFFSET reads and drops all rows before the page; page n costs n times the first", "offset",
        "page by key: WHERE (order columns) > (those of the last row) ORDER BY … LIMIT n", false);
  }

  void randomOrder() {
    for (const sql::SortKey &key : statement.sort)
      if ((key.function == "random" || key.function == "rand") && key.column.column.empty() &&
          !sql::isBoundByKeys(statement, schema) &&
          !(statement.from.size() == 1 && isExempt({statement.from.front(), ""})))
        add(key.at, "order by '" + key.function + "()' computes and sorts every row to take a few", "random order",
            "take keys at random in the program, or TABLESAMPLE", false);
  }

  void add(sql::Place at, std::string message, std::string key, std::string suggestion, bool isNote) {
    found.push_back({at, std::move(message), std::move(key), std::move(suggestion), isNote});
  }
};
} // namespace

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  const Statements &statements = program.lenses().statements;
  visitTexts<Hazard>(
      program,
      [&](const Execution &execution) {
        return Conditions(statements.of(execution.operation).statement, program.schema).found;
      },
      [&](const Execution &, const Hazard &hazard, Finding finding) {
        finding.check = "scale-non-sargable-predicate";
        finding.message = hazard.message;
        finding.key = hazard.key;
        finding.suggestion = hazard.suggestion;
        if (hazard.isNote)
          finding.level = Level::Note;
        sink(std::move(finding));
      });
}

extern const Check NonSargablePredicate;
const Check NonSargablePredicate = {
    .id = "scale-non-sargable-predicate",
    .summary = "condition that no index can answer",
    .doc = R"md(
## What it flags

Conditions and orders that make the engine look at every row although an index is there:

- a pattern that begins with a wildcard: `LIKE '%x'`;
- a function, a cast or an operator around the column, with no index over the same expression: `lower(email) = $1`,
  `created::date = $1`;
- paging by `OFFSET` with a number that is known at run time alone;
- `ORDER BY random()`;
- `OR` across columns of one table; a note when each has its index;
- `NOT IN (subquery)`.

Quiet: a pattern on a column with a trigram or full-text index; a condition beside another that an index answers (it only
filters what that one finds); an `OR` of which every arm has the same column; a table that `tables.small` names. Where the
column has no index at all, `scale-unindexed-query` reports.

## Why it hurts at scale

The index that everybody believes in is never used. The statement costs the size of the table, and page 1000 of a list
costs a thousand times the first.

## Example

```cpp bad
#include <pqxx/pqxx>
pqxx::result page(pqxx::work &tx, int offset) {
  return tx.exec_params("SELECT id, total FROM orders ORDER BY id LIMIT 20 OFFSET $1", offset);
}
```

```cpp good
#include <pqxx/pqxx>
pqxx::result page(pqxx::work &tx, long last) {
  return tx.exec_params("SELECT id, total FROM orders WHERE id > $1 ORDER BY id LIMIT 20", last);
}
```

## Fix

In words: the bare column on one side, an index over the expression, keyset pagination, `UNION ALL`, `NOT EXISTS`.

## Limits

Without a schema, or for a table that it does not have, a pattern or a computed column is a note: an index that fits may be
there. A pattern that comes in at run time is not judged. A condition under an `OR` is judged as an arm of it alone.

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
