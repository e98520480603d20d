// scale-transaction-across-remote-call: a database transaction is open while the code waits for somebody else, or sleeps.
#include "checks/RegionFindings.h"

#include "analysis/program/Objects.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint {

using namespace program;
using model::Does;

// How far what an object was made of is looked at: a statement, of a session, of a connection.
static constexpr unsigned MaxMade = 4;

// The identities of a value and of all that it was made of.
static void addMadeOf(const Program &program, Bound value, std::set<Identity> &known, unsigned depth = 0) {
  known.merge(identities(program, value));
  if (depth >= MaxMade)
    return;
  for (Bound origin : origins(program, value)) {
    if (origin.get().kind != ValueKind::Result)
      continue;
    const summary::Call &call = origin.frame->function->calls[origin.get().index];
    if (call.receiver)
      addMadeOf(program, {origin.frame, call.receiver}, known, depth + 1);
    for (ValueId argument : call.arguments)
      if (argument)
        addMadeOf(program, {origin.frame, argument}, known, depth + 1);
  }
}

// A place of its own: a field, a global, a local object, what was opened. A library's default connection is none.
static bool isPlace(const Program &program, Bound origin) {
  const summary::Value &value = origin.get();
  switch (value.kind) {
  case ValueKind::Field:
  case ValueKind::Global:
  case ValueKind::Parameter:
    return true;
  case ValueKind::Result: {
    const summary::Call &call = origin.frame->function->calls[value.index];
    Operation operation = operationAt(program, *origin.frame, value.index);
    return (operation && operation.row->does == Does::SessionOpen) || !program.meanings(call).creations.empty() ||
           (call.form == summary::CallForm::Construct && !call.arguments.empty());
  }
  default:
    return false;
  }
}

// A parameter may be any object but another one of its function's.
static bool mayBeOne(Bound one, Bound other) {
  bool isParameter = one.get().kind == ValueKind::Parameter;
  if (isParameter != (other.get().kind == ValueKind::Parameter))
    return true;
  return isParameter && one.frame->function != other.frame->function;
}

// Is the operation on another connection than the transaction, beyond doubt?
static bool isElsewhere(const Program &program, const RegionTrail &trail) {
  Bound session = connectionOf(program, trail.operation);
  if (!session && trail.operation.row->does == Does::SessionOpen)
    session = select(program, *trail.frame, trail.call, {model::Selector::Of::Result});
  if (!session || trail.region->objects.empty())
    return false;
  std::vector<Bound> its, own;
  std::set<Identity> itsMade, ownMade;
  own = origins(program, trail.region->objects[0]);
  its = origins(program, session);
  addMadeOf(program, session, itsMade);
  addMadeOf(program, trail.region->objects[0], ownMade);
  auto isOne = [&](Bound origin) { return isPlace(program, origin); };
  if (!llvm::all_of(its, isOne) || !llvm::all_of(own, isOne) || its.empty() || own.empty())
    return false;
  for (Bound one : its)
    if (llvm::any_of(own, [&](Bound other) { return mayBeOne(one, other); }))
      return false;
  return llvm::none_of(itsMade, [&](const Identity &each) { return ownMade.contains(each); });
}

static bool isSomebodyElse(const Program &program, const RegionTrail &trail) {
  if (!trail.operation)
    return true; // a sleep
  switch (trail.operation.row->does) {
  case Does::SqlExecute:
  case Does::SqlPrepare:
  case Does::SqlCommit:
  case Does::SqlBulk:
  case Does::DocumentRead:
  case Does::DocumentWrite:
  case Does::SessionOpen:
    return isElsewhere(program, trail);
  default:
    return true;
  }
}

static bool never(const Program &, const RegionTrail &) { return false; }

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  reportRegions(program,
                {"scale-transaction-across-remote-call", model::ScopeKind::Transaction, "transaction", "begins",
                 "is open", "move it after the commit, or write to an outbox",
                 "commit first and call then; where both must happen, write what is to be sent to an outbox table in "
                 "the same transaction and send it from there",
                 isSomebodyElse, never},
                sink);
}

extern const Check TransactionAcrossRemoteCall;
const Check TransactionAcrossRemoteCall = {
    .id = "scale-transaction-across-remote-call",
    .summary = "another remote operation or a sleep runs while a database transaction is open",
    .doc = R"md(
## What it flags

A database transaction that is open while another remote operation runs (HTTP, RPC, broker, mail, cache, another database), or
while the code sleeps.

## Why it hurts at scale

The transaction keeps its row locks and its connection for as long as the other side takes. One slow answer fills the connection
pool and stops whoever wants the same rows; a rollback does not take back what was sent.

## Example

```cpp bad
#include <curl/curl.h>
#include <pqxx/pqxx>
void pay(pqxx::connection &connection, CURL *payment) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7");
  curl_easy_perform(payment);
  tx.commit();
}
```

```cpp good
#include <curl/curl.h>
#include <pqxx/pqxx>
void pay(pqxx::connection &connection, CURL *payment) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true WHERE id = 7");
  tx.commit();
  curl_easy_perform(payment);
}
```

## Fix

Move the call after the commit, or write what is to be sent to an outbox table in the same transaction.

## Limits

A statement counts as one of another database only where its connection is another one beyond doubt; a parameter may be any
connection. A transaction that begins with a text that is not known is not seen. A transaction object that is handed to code out
of sight holds nothing from there on.

The check is part of the strict profile until more of its findings on real programs are judged: a virtual call on the object itself
enters the overrides of all classes, so that the code for another database may seem to run.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::Medium,
    .profile = Profile::Strict,
    .taxa = {},
    .options = {},
    .run = run,
};

} // namespace scalelint
