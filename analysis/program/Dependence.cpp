// Data flow between two operations of one chain, backwards from what the later one is given.
//
//   user = ask(users, id);            from: inside `ask`, called here
//   ask(orders, user.account);        needs it: the argument comes from the call that leads to `from`
//   ask(adverts, id);                 does not: `id` is the request's
//
// Every value is visited once, so the search ends.
#include "analysis/program/Dependence.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using summary::Value;

// A larger search proves nothing.
static constexpr unsigned MaxVisits = 2000;

namespace {
class FlowSearch {
public:
  FlowSearch(const Program &program, const Operation &from, const Operation &to)
      : program(program), from(from), to(to), fromSession(sessionOf(from)) {}

  bool run() {
    const summary::Call &call = to.get();
    Bound session = selected(to, to.row->session);
    auto given = [&](ValueId id) {
      Bound value{to.frame, id};
      if (!id)
        return false;
      return session && value == session ? throughSession(value) : reaches(value);
    };
    return given(call.receiver) || llvm::any_of(call.arguments, given);
  }

private:
  Bound selected(const Operation &operation, const std::optional<model::Selector> &selector) const {
    return selector ? select(program, *operation.frame, operation.call, *selector) : Bound{};
  }

  Bound sessionOf(const Operation &operation) const {
    Bound session = selected(operation, operation.row->session);
    return session ? origin(program, session) : Bound{};
  }

  // The call that is `from`, or one on its way from the root.
  bool leadsToFrom(const Frame *frame, CallId call) const {
    if (frame == from.frame && call == from.call)
      return true;
    for (const Frame *at = from.frame; at->caller; at = at->caller)
      if (at->caller == frame && at->call == call)
        return true;
    return false;
  }

  bool isSessionOfFrom(Bound value) const { return fromSession && value && origin(program, value) == fromSession; }

  // The connection itself carries no answer; what was put into it since may (a handle's URL, a body).
  bool throughSession(Bound bound) {
    for (unsigned i = 0; bound && i < 64; ++i) {
      const Value &value = bound.get();
      if (value.kind == ValueKind::After && !leadsToFrom(bound.frame, value.index) &&
          inputsReach(bound.frame, value.index, value.operands[0]))
        return true;
      bound = step(program, bound);
    }
    return false;
  }

  bool inputsReach(const Frame *frame, CallId id, ValueId object) {
    const summary::Call &call = frame->function->calls[id];
    const Entity *callee = program.entity(call.callee);
    bool library = callee && !callee->user;
    auto given = [&](ValueId input) {
      if (input == object || (!input && library)) // a default argument of a library
        return false;
      return reaches({frame, input});
    };
    return (call.receiver && given(call.receiver)) || llvm::any_of(call.arguments, given);
  }

  bool reaches(Bound bound) {
    if (!bound || !seen.insert(bound).second)
      return false;
    if (seen.size() > MaxVisits)
      return true;
    const Value &value = bound.get();
    switch (value.kind) {
    case ValueKind::Unknown:
      return true;
    case ValueKind::Result:
      return leadsToFrom(bound.frame, value.index) || inputsReach(bound.frame, value.index, 0);
    case ValueKind::After:
      return leadsToFrom(bound.frame, value.index) || tiedToSession(bound.frame, value) ||
             reaches({bound.frame, value.operands[0]}) ||
             inputsReach(bound.frame, value.index, value.operands[0]);
    case ValueKind::Parameter:
      if (bound.frame->callback && !step(program, bound)) // handed in by the library: rows, answers
        return leadsToFrom(bound.frame->caller, bound.frame->call) ||
               inputsReach(bound.frame->caller, bound.frame->call, 0);
      return reaches(step(program, bound));
    case ValueKind::Field:
      if (value.operands.size() < 2 || !value.operands[1])
        return storedOnTheWay(value.entity);
      break;
    case ValueKind::Captured:
    case ValueKind::Global:
      return reaches(step(program, bound));
    default:
      break;
    }
    return llvm::any_of(value.operands, [&](ValueId operand) { return operand && reaches({bound.frame, operand}); });
  }

  // Whoever was handed over together with the connection may hold its answer: a buffer, a row, an error text.
  bool tiedToSession(const Frame *frame, const Value &after) const {
    const summary::Call &call = frame->function->calls[after.index];
    auto isSession = [&](ValueId id) { return id && id != after.operands[0] && isSessionOfFrom({frame, id}); };
    return isSession(call.receiver) || llvm::any_of(call.arguments, isSession);
  }

  // A field that a function of the request sets may hold an answer.
  bool storedOnTheWay(EntityId field) const {
    for (const Program::Store &store : program.stores(field)) {
      if (program.entities[store.function->entity].kind == summary::EntityKind::Constructor)
        continue;
      for (const Operation *operation : {&from, &to})
        for (const Frame *frame = operation->frame; frame; frame = frame->caller)
          if (frame->function == store.function)
            return true;
    }
    return false;
  }

  const Program &program;
  const Operation &from, &to;
  Bound fromSession;
  std::set<Bound> seen;
};
} // namespace

static std::vector<std::string> tablesOf(const Statements &statements, const Operation &operation) {
  const sql::Statement &statement = statements.of(operation).statement;
  std::vector<std::string> tables = statement.tables;
  if (!statement.target.empty())
    tables.push_back(statement.target);
  return tables;
}

// A write and what comes after it on the same table keep their order; so does a statement without a known table, which
// may ask for what was written (the last key).
static bool keepOrder(const Statements &statements, const Operation &to, const Operation &from) {
  if (!isDatabase(from.row->does) || !isDatabase(to.row->does))
    return false;
  if (statements.touches(from) == Touches::Reads && statements.touches(to) == Touches::Reads)
    return false;
  std::vector<std::string> written = tablesOf(statements, from), seen = tablesOf(statements, to);
  return written.empty() || seen.empty() ||
         llvm::any_of(written, [&](const std::string &table) { return llvm::is_contained(seen, table); });
}

bool needs(const Program &program, const Statements &statements, const Operation &to, const Operation &from) {
  return keepOrder(statements, to, from) || FlowSearch(program, from, to).run();
}

} // namespace scalelint::program
