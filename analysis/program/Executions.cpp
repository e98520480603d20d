// Executions, from the library call up to whoever supplies the text.
#include "analysis/program/Executions.h"

#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using model::Does;
using model::Selector;
using summary::Value;

// A wrapper of a wrapper is common, more is rare; a helper with more suppliers than this has said enough.
static constexpr unsigned MaxWrappers = 5, MaxSuppliers = 2000;

Executions::Executions(const Program &program, const Statements &statements)
    : program(program), statements(statements), walks(program, statements) {
  findEntries();
  for (auto &function : program.functions)
    for (CallId call = 0; call < function->calls.size(); ++call)
      if (function->nodeOfCall[call] != None && !program.meanings(function->calls[call]).operations.empty()) {
        std::vector<Entry> way;
        suppliers = 0;
        explore({function.get(), call}, way, {});
      }
}

void Executions::findEntries() {
  enteredBy.resize(program.functions.size());
  for (auto &function : program.functions) {
    const Frame *frame = program.frame(*function);
    for (CallId call = 0; call < function->calls.size(); ++call)
      if (function->nodeOfCall[call] != None)
        for (const Target &target : targets(program, *frame, call))
          enteredBy[target.function->id].push_back({function.get(), call});
  }
}

const Frame *Executions::frameOf(Site operation, const std::vector<Entry> &way) const {
  if (way.empty())
    return program.frame(*operation.function);
  const Frame *frame = program.frame(*way.back().caller.function);
  for (const Entry &entry : llvm::reverse(way)) {
    Target target{entry.callee, Mode::Call, {}, nullptr};
    for (const Target &seen : targets(program, *frame, entry.caller.call))
      if (seen.function == entry.callee)
        target = seen;
    frame = program.enter(*frame, entry.caller.call, target);
  }
  return frame;
}

static bool isRequest(Does does) {
  switch (does) {
  case Does::SqlExecute:
  case Does::SqlPrepare:
  case Does::SqlFetchRow:
  case Does::DocumentRead:
  case Does::CacheRead:
  case Does::CacheCommand:
  case Does::HttpRequest:
    return true;
  default:
    return false;
  }
}

// Does the text say what it does, so that nobody up the calls supplies more than a value?
static bool saysWhat(const Operation &operation, const StatementOf &statement) {
  switch (operation.row->does) {
  case Does::SqlExecute:
  case Does::SqlPrepare:
  case Does::SqlFetchRow:
    return statement.statement.verb != sql::Verb::Unknown;
  default:
    return statement.text.known();
  }
}

// Could a caller tell more?
static bool isOpen(const Operation &operation, const StatementOf &statement) {
  if (!statement.text.dependsOnParameter)
    return false;
  if (!saysWhat(operation, statement))
    return true;
  return statement.statement.openEnded || statement.statement.openList ||
         (operation.row->does == Does::HttpRequest && statement.text.pieces.back().hole);
}

void Executions::explore(Site site, std::vector<Entry> &way, Site primary) {
  const Frame *frame = frameOf(site, way);
  Operation operation = operationAt(program, *frame, site.call);
  if (!operation || !isRequest(operation.row->does))
    return;
  const StatementOf &statement = statements.of(operation);
  if (!primary && saysWhat(operation, statement))
    primary = way.empty() ? site : way.back().caller;
  const Function *outermost = way.empty() ? site.function : way.back().caller.function;
  if (isOpen(operation, statement) && way.size() < MaxWrappers && outermost != &program.globals) {
    bool supplied = false;
    for (const Site &caller : enteredBy[outermost->id]) {
      bool recursive = caller.function == site.function ||
                       llvm::any_of(way, [&](const Entry &entry) { return entry.caller.function == caller.function; });
      if (recursive || ++suppliers > MaxSuppliers)
        continue;
      way.push_back({caller, outermost});
      explore(site, way, primary);
      way.pop_back();
      supplied = true;
    }
    if (supplied)
      return;
  }
  add(operation, primary ? primary : site);
}

void Executions::add(const Operation &operation, Site primary) {
  if (walks.stepsThrough(operation) && walks.continuesAnother(operation))
    return;
  Execution execution{operation, primary};
  execution.extent = extentOf(operation);
  switch (operation.row->unbounded ? model::Rows::Materialised : statements.rows(operation)) {
  case model::Rows::Unknown:
    break;
  case model::Rows::None:
  case model::Rows::Single:
    execution.taken = Taken::Nothing;
    break;
  case model::Rows::Materialised:
    execution.taken = Taken::Materialised;
    break;
  case model::Rows::Streamed:
    execution.taken = Taken::Walked;
    for (const RowWalk *walk : walks.over(operation))
      if (walk->keeps) {
        execution.taken = Taken::Stored;
        execution.keeps = walk->keeps;
        execution.container = walk->container;
        break;
      }
    break;
  }
  all.push_back(std::move(execution));
}

Extent Executions::extentOf(const Operation &operation) const {
  if (operation.row->unbounded)
    return Extent::Unbounded;
  if (operation.row->does == Does::DocumentRead)
    return extentOfRead(operation);
  const sql::Statement &statement = statements.of(operation).statement;
  if (!statement.parsed || statement.multiple)
    return Extent::Unknown;
  if (statement.verb != sql::Verb::Select || statement.cursor)
    return Extent::Bounded;
  switch (statement.bound) {
  case sql::RowBound::None:
  case sql::RowBound::Grouped:
    break;
  default:
    return Extent::Bounded;
  }
  if (isBoundByKeys(statement, program.schema) || llvm::all_of(statement.tables, sql::isCatalogue))
    return Extent::Bounded;
  if (statement.openEnded)
    return Extent::Unknown;
  if (isLimitedByCalls(operation))
    return Extent::Bounded;
  return statement.bound == sql::RowBound::Grouped ? Extent::Grouped : Extent::Unbounded;
}

// Is a limit set on the statement object before it runs, on every way to it? `select, into(names), limit(100), now`
bool Executions::isLimitedByCalls(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  const std::optional<Selector> &object = row.preparedOn ? row.preparedOn : row.text;
  if (!object)
    return false;
  std::vector<Bound> open = {select(program, *operation.frame, operation.call, *object)};
  std::set<Bound> known;
  while (!open.empty()) {
    Bound seen = open.back();
    open.pop_back();
    if (!seen)
      return false;
    const Value &value = seen.get();
    bool made = value.kind == ValueKind::Result || value.kind == ValueKind::After;
    if (!known.insert(seen).second || (made && hasMark(program, *seen.frame, value.index, model::Mark::LimitsRows)))
      continue;
    if (value.kind != ValueKind::OneOf)
      open.push_back(step(program, seen));
    else
      for (ValueId way : value.operands)
        open.push_back(way ? Bound{seen.frame, way} : Bound{});
  }
  return true;
}

namespace {
enum class Named : uint8_t { No, Yes, Unknown };

// Is one of the keys among the texts that an options object was made from?
Named namesKey(const Program &program, Bound options, const std::vector<std::string> &keys) {
  auto isKey = [&](Bound value) {
    std::string literal = text(program, value).literal();
    return llvm::any_of(keys, [&](const std::string &key) {
      return literal == key || literal.find('"' + key + '"') != std::string::npos;
    });
  };
  for (unsigned i = 0; i < 64; ++i) {
    const Value &value = options.get();
    if (value.kind == ValueKind::Null || (value.kind == ValueKind::Integer && value.integer == 0))
      return Named::No;
    if (value.kind == ValueKind::Aggregate)
      return llvm::any_of(value.fields, [&](EntityId field) {
               llvm::StringRef name = llvm::StringRef(program.nameOf(field)).rsplit("::").second;
               return llvm::is_contained(keys, name);
             })
                 ? Named::Yes
                 : Named::No;
    if (value.kind == ValueKind::Result || value.kind == ValueKind::After) {
      const summary::Call &call = options.frame->function->calls[value.index];
      for (ValueId argument : call.arguments)
        if (argument && isKey({options.frame, argument}))
          return Named::Yes;
    }
    Bound next = step(program, options);
    if (!next || next == options) {
      const Entity *maker = value.kind == ValueKind::Result
                                ? program.entity(options.frame->function->calls[value.index].callee)
                                : nullptr;
      return maker && !maker->user ? Named::No : Named::Unknown;
    }
    options = next;
  }
  return Named::Unknown;
}
} // namespace

// A read of a document store: bounded by an argument or by a key of its options.
Extent Executions::extentOfRead(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  if (row.limit) {
    Bound limit = select(program, *operation.frame, operation.call, *row.limit);
    std::optional<int64_t> number = limit ? integer(program, limit) : std::nullopt;
    return number && *number <= 0 ? Extent::Unbounded : Extent::Bounded;
  }
  if (!row.options || row.limitKeys.empty())
    return Extent::Unknown;
  Bound options = select(program, *operation.frame, operation.call, *row.options);
  switch (options ? namesKey(program, options, row.limitKeys) : Named::Unknown) {
  case Named::No:
    return Extent::Unbounded;
  case Named::Yes:
    return Extent::Bounded;
  case Named::Unknown:
    return Extent::Unknown;
  }
  return Extent::Unknown;
}

} // namespace scalelint::program
