// scale-write-in-loop: a write once per turn of a data-driven loop.
#include "analysis/program/Transactions.h"
#include "checks/LoopFindings.h"

namespace scalelint {

using namespace program;

static bool isWritePerTurn(const Program &program, const LoopTrail &trail) {
  const model::OperationRow &row = *trail.operation.row;
  if (row.does != model::Does::SqlExecute && row.does != model::Does::DocumentWrite)
    return false;
  if (!row.blocking || row.batched || row.continuation)
    return false;
  if (trail.turns.needsVariation && !trail.varies)
    return false;
  const Statements &statements = program.lenses().statements;
  if (statements.of(trail.operation).statement.batched)
    return false;
  if (statements.touches(trail.operation) != Touches::Writes)
    return false;
  // In the process a row in a transaction is cheap; a row of its own is a sync to disk.
  return !row.inProcess || !inTransaction(program, statements, *trail.primary.function, trail.primary.call);
}

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  reportLoops(program,
              {"scale-write-in-loop", "write the rows in one statement",
               "write all rows with one statement (multi-row `VALUES`, `unnest`) or stream them (COPY, a pipeline)",
               false, isWritePerTurn},
              sink);
}

extern const Check WriteInLoop;
const Check WriteInLoop = {
    .id = "scale-write-in-loop",
    .summary = "row is written once per turn of a data-driven loop",
    .doc = R"md(
## What it flags

An INSERT, UPDATE, DELETE or UPSERT that runs once per turn of a data-driven loop, also when one transaction surrounds
the loop: the round trips remain.

## Why it hurts at scale

A round trip for each row bounds the throughput to the network's latency; with a commit for each, to the disk's.

## Example

```cpp bad
#include <pqxx/pqxx>
#include <vector>
void store(pqxx::work &tx, const std::vector<int> &ids) {
  for (int id : ids)
    tx.exec_params("INSERT INTO seen (id) VALUES ($1)", id);
}
```

```cpp good
#include <pqxx/pqxx>
#include <string>
void store(pqxx::work &tx, const std::string &idArray) {
  tx.exec_params("INSERT INTO seen (id) SELECT unnest($1::int[])", idArray);
}
```

## Fix

One statement for all rows, or a stream.

## Limits

A statement whose text is not known is not reported. Writes to an in-process engine are reported where no transaction is
open around the loop: each is a commit of its own. A write that only happens when a lookup in a container or cache that the
code fills finds nothing is a note: once it is filled, nothing is written. A statement that writes to another table each turn
is not reported, since no one statement could write to all.

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
