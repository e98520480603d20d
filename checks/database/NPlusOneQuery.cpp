// scale-n-plus-one-query: a read once per turn of a data-driven loop.
#include "checks/LoopFindings.h"

namespace scalelint {

using namespace program;

static bool isReadPerTurn(const Program &program, const LoopTrail &trail) {
  const model::OperationRow &row = *trail.operation.row;
  if (!isDatabase(row.does) || !row.blocking || row.batched || row.continuation || !trail.varies)
    return false;
  const Statements &statements = program.lenses().statements;
  if (statements.of(trail.operation).statement.batched)
    return false;
  return statements.touches(trail.operation) == Touches::Reads;
}

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  reportLoops(program,
              {"scale-n-plus-one-query", "fetch the rows in one statement",
               "collect the keys first and read all rows with one statement (`= ANY($1)`, `IN (…)` or a JOIN)", true, isReadPerTurn},
              sink);
}

extern const Check NPlusOneQuery;
const Check NPlusOneQuery = {
    .id = "scale-n-plus-one-query",
    .summary = "query runs once per turn of a data-driven loop",
    .doc = R"md(
## What it flags

A read from a database (SQL, document and wide-column stores) that runs once per turn of a loop whose number of turns
grows with data, directly or through any number of calls, files, virtual calls and callbacks.

## Why it hurts at scale

Each turn waits for a round trip. Ten rows in a test cost ten; ten thousand in production cost ten thousand, and the
connection is busy all the while.

## Example

```cpp bad
#include <pqxx/pqxx>
#include <vector>
std::string nameOf(pqxx::work &tx, int id) {
  return tx.exec1("SELECT name FROM users WHERE id = " + std::to_string(id))[0].c_str();
}
void print(pqxx::work &tx, const std::vector<int> &ids) {
  for (int id : ids)
    nameOf(tx, id);
}
```

```cpp good
#include <pqxx/pqxx>
#include <string>
void print(pqxx::work &tx, const std::string &idArray) {
  pqxx::result names = tx.exec_params("SELECT id, name FROM users WHERE id = ANY($1)", idArray);
}
```

## Fix

Collect the keys, read all rows in one statement, and look them up in memory.

## Limits

A statement whose text is not known is not reported. A query that asks the same in every turn is left to
`scale-repeated-query`. A read of an in-process engine is a note, and so is one that runs only when a container or cache that
the code fills has no answer. A recursion counts when it is handed a part of what it was given (`node->parent`); one that
follows keys out of the rows it reads is taken for paging. A statement that asks another table each turn (one a shard, one a
table of the schema) is not reported, since no one statement could do the work of all. A branch that constants at the call
decide is not followed.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {cwe(1050), cwe(1073)},
    .options = {},
    .run = run,
};

} // namespace scalelint
