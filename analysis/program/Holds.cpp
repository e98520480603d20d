// Holds: bodies on demand, each once for what is held when it is entered.
#include "analysis/program/HoldWalk.h"
#include "analysis/program/Objects.h"

#include "llvm/Support/SaveAndRestore.h"

namespace scalelint::program {

using model::Does;
using Edge = Meanings::Scope::Edge;

std::set<Identity> identities(const Program &program, Bound value) {
  std::set<Identity> result;
  if (!value)
    return result;
  for (Bound origin : origins(program, value)) {
    const summary::Value &known = origin.get();
    switch (known.kind) {
    case ValueKind::Field:
    case ValueKind::Global:
      result.insert({known.kind, nullptr, known.entity});
      break;
    case ValueKind::Local:
    case ValueKind::Parameter:
    case ValueKind::Captured:
    case ValueKind::Result:
    case ValueKind::This:
      result.insert({known.kind, origin.frame->function, known.index});
      break;
    default:
      break;
    }
  }
  return result;
}

sql::Verb Holds::Impl::verbAt(const Frame &frame, CallId id) const {
  Operation operation = operationAt(program, frame, id);
  if (!operation)
    return sql::Verb::Unknown;
  switch (operation.row->does) {
  case Does::SqlBegin:
    return sql::Verb::Begin;
  case Does::SqlCommit:
  case Does::SqlRollback:
    return sql::Verb::Commit;
  case Does::SqlExecute: {
    const sql::Statement &statement = statements.of(operation).statement;
    return statement.multiple ? sql::Verb::Unknown : statement.verb;
  }
  default:
    return sql::Verb::Unknown;
  }
}

uint64_t Holds::Impl::bitsOf(const Function &function, CallId id) const {
  uint64_t bits = 0;
  for (const Meanings::Scope &scope : program.meanings(function.calls[id]).scopes)
    if (isHeld(scope))
      bits |= scope.edge == Edge::End ? Releases : Takes;
  const Frame &frame = *program.frame(function);
  switch (verbAt(frame, id)) {
  case sql::Verb::Begin:
    return bits | Takes;
  case sql::Verb::Commit:
  case sql::Verb::Rollback:
    return bits | Releases;
  default:
    break;
  }
  Operation operation = operationAt(program, frame, id);
  if (operation && operation.row->does == Does::SqlExecute && statements.of(operation).text.dependsOnParameter)
    bits |= AsksCaller;
  return bits;
}

unsigned Holds::Impl::acquire(const Frame &frame, CallId call, unsigned part, model::ScopeKind kind,
                              std::vector<Bound> objects, Site made) {
  auto [it, inserted] = idOf.try_emplace({&frame, call, part}, acquisitions.size());
  if (inserted)
    acquisitions.push_back({{frame.function, call}, &frame, kind, std::move(objects), made});
  return it->second;
}

const BodyHolds &Holds::Impl::body(const Frame &frame, const Ids &entry) {
  auto [it, inserted] = bodies.try_emplace({&frame, entry});
  if (inserted)
    walkHolds(*this, frame, entry, it->second);
  return it->second;
}

const std::set<Identity> &Holds::Impl::identitiesOf(unsigned id) {
  if (identified.size() <= id)
    identified.resize(acquisitions.size());
  std::optional<std::set<Identity>> &known = identified[id];
  if (!known) {
    known.emplace();
    for (Bound object : acquisitions[id].objects)
      known->merge(identities(program, object));
  }
  return *known;
}

bool Holds::Impl::changesCaller(const Function &function) {
  changing.resize(program.functions.size());
  if (changing[function.id] != Answer::Open)
    return changing[function.id] == Answer::Yes;
  changing[function.id] = Answer::No; // recursion changes nothing more
  if (!concerns(function))
    return false;
  llvm::SaveAndRestore alone(nesting, 0u); // the answer does not depend on who asks first
  const BodyHolds &seen = body(*program.frame(function), {});
  bool changes = seen.letsGo || llvm::any_of(seen.exits, [](const std::vector<Hold> &exit) { return !exit.empty(); });
  changing[function.id] = changes ? Answer::Yes : Answer::No;
  return changes;
}

bool Holds::Impl::concerns(const Function &function) {
  concerned.resize(program.functions.size());
  if (concerned[function.id] != Answer::Open)
    return concerned[function.id] == Answer::Yes;
  concerned[function.id] = Answer::No;
  if (!reach.of(function))
    return false;
  bool does = false;
  const Frame &frame = *program.frame(function);
  for (CallId id = 0; !does && id < function.calls.size(); ++id) {
    if (function.nodeOfCall[id] == None)
      continue;
    does = bitsOf(function, id) & (Takes | Releases);
    if (!does)
      for (const Target &target : targets(program, frame, id))
        does |= isSynchronous(target.mode) &&
                ((reach.of(*target.function) & AsksCaller) || changesCaller(*target.function));
  }
  concerned[function.id] = does ? Answer::Yes : Answer::No;
  return does;
}

Holds::Holds(const Program &program, const Statements &statements, const Roots &roots)
    : impl(std::make_unique<Impl>(program, statements, roots)) {}
Holds::~Holds() = default;

const Holds::Ids &Holds::at(const Frame &frame, CallId call, const Ids &entry) const {
  return impl->body(frame, entry).at[call];
}
bool Holds::concerns(const Function &function) const { return impl->concerns(function); }
const Acquisition &Holds::operator[](unsigned id) const { return impl->acquisitions[id]; }

} // namespace scalelint::program
