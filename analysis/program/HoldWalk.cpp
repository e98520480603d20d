// Bodies walked with what is held.
#include "analysis/program/HoldWalk.h"
#include "analysis/program/BodyWalk.h"
#include "analysis/program/Objects.h"

#include <algorithm>

namespace scalelint::program {

using model::ScopeKind;
using summary::CallForm;
using Edge = Meanings::Scope::Edge;

// Functions that take or release for their callers are near them.
static constexpr unsigned MaxNesting = 4;
// A text that begins or ends a transaction is short.
static constexpr size_t LongestBegin = 80;

namespace {
struct HeldWay {
  static constexpr size_t MaxWays = 16;
  std::vector<Hold> holds; // in the order in which they were taken
  std::vector<Fact> taken; // sorted
};

bool replaces(const HeldWay &one, const HeldWay &other) {
  return one.holds == other.holds && std::ranges::includes(other.taken, one.taken);
}

// Less is claimed where a way that holds more is given up.
std::vector<HeldWay>::iterator leastOf(std::vector<HeldWay> &ways) {
  return std::max_element(ways.begin(), ways.end(),
                          [](const HeldWay &a, const HeldWay &b) { return a.holds.size() < b.holds.size(); });
}
} // namespace

static bool meet(const std::set<Identity> &one, const std::set<Identity> &other) {
  return llvm::any_of(one, [&](const Identity &each) { return other.contains(each); });
}

namespace {
class HoldWalk : public BodyWalk<HeldWay, HoldWalk> {
public:
  HoldWalk(Holds::Impl &impl, const Frame &frame, BodyHolds &result)
      : BodyWalk(impl.program, *frame.function), impl(impl), frame(frame), result(result) {}

  Ends call(CallId id, Ways ways) {
    for (HeldWay &way : ways)
      dropEscaping(id, way);
    for (const HeldWay &way : ways)
      for (const Hold &hold : way.holds)
        if (!llvm::is_contained(result.at[id], hold.id))
          result.at[id].push_back(hold.id);
    Ways after;
    for (HeldWay &way : ways) {
      if (!apply(id, way))
        enter(id, way, after);
      else
        addWay(after, std::move(way));
    }
    return Ends::fallsTo(std::move(after));
  }

  // A guard that was made is held by what is declared or assigned; one that had a name already moves.
  void store(const summary::Node &node, HeldWay &way) {
    LocalId holder = ByHand;
    if (node.kind == summary::NodeKind::Declare) {
      holder = node.index;
    } else {
      const summary::Value &place = function.values[node.place];
      if (place.kind == ValueKind::Local)
        holder = place.index;
      else if (place.kind != ValueKind::Field && place.kind != ValueKind::Global)
        return;
    }
    bool names = holder != ByHand && function.locals[holder].isReference;
    if (node.kind == summary::NodeKind::Assign && holder != ByHand && !names)
      llvm::erase_if(way.holds, [&](const Hold &hold) { return hold.holder == holder; });
    hand(node.value, holder, names, way);
  }

  void giveBack(const summary::Node &node, HeldWay &way) { hand(node.value, Returned, false, way); }

  void close(const summary::Node &node, Ends &ends) {
    std::vector<LocalId> dying;
    for (NodeId child : node.children)
      if (function.nodes[child].kind == summary::NodeKind::Declare && !function.locals[function.nodes[child].index].isStatic)
        dying.push_back(function.nodes[child].index);
    if (dying.empty())
      return;
    for (Ways *ways : {&ends.falls, &ends.returns, &ends.breaks, &ends.continues, &ends.throws, &ends.anywhere}) {
      Ways closed;
      for (HeldWay &way : *ways) {
        llvm::erase_if(way.holds, [&](const Hold &hold) { return llvm::is_contained(dying, hold.holder); });
        addWay(closed, std::move(way));
      }
      *ways = std::move(closed);
    }
  }

  // `if (!mutex.try_lock())`, `if (lock.owns_lock())`, `if (pthread_mutex_trylock(&m) != 0)`: not held where it failed.
  void assume(ValueId condition, bool holds, Ways &ways) {
    const summary::Value &value = function.values[condition];
    auto operand = [&](size_t i) { return i < value.operands.size() ? value.operands[i] : 0; };
    switch (value.kind) {
    case ValueKind::Local:
      return operand(0) ? assume(operand(0), holds, ways) : void();
    case ValueKind::Binary:
      if (value.symbol == "!")
        assume(operand(0), !holds, ways);
      else if ((value.symbol == "&&" && holds) || (value.symbol == "||" && !holds))
        for (ValueId each : value.operands)
          assume(each, holds, ways);
      else if ((value.symbol == "==" || value.symbol == "!=") && isZero(operand(1)))
        assume(operand(0), holds == (value.symbol == "!="), ways);
      return;
    case ValueKind::Result:
      if (!succeeded(value.index, holds))
        for (HeldWay &way : ways)
          llvm::erase_if(way.holds, [&](const Hold &hold) { return isTriedBy(value.index, hold); });
      return;
    default:
      return;
    }
  }

private:
  struct Made { unsigned id; bool deferred; };

  bool isZero(ValueId id) const {
    const summary::Value &value = function.values[id];
    return value.kind == ValueKind::Null ||
           ((value.kind == ValueKind::Integer || value.kind == ValueKind::Boolean) && value.integer == 0);
  }

  // A method returns whether it could, as does what returns an object; a C function returns 0 when it could.
  bool succeeded(CallId id, bool isTrue) const {
    const Entity *callee = program.entity(function.calls[id].callee);
    bool isStatus = callee && callee->kind == summary::EntityKind::Function &&
                    function.values[function.resultOfCall[id]].type == None;
    return isTrue != isStatus;
  }

  bool isTriedBy(CallId id, const Hold &hold) const {
    const Acquisition &taken = impl.acquisitions[hold.id];
    if (taken.frame == &frame && taken.site.call == id)
      return true;
    const summary::Call &call = function.calls[id];
    const Entity *callee = program.entity(call.callee);
    if (!call.receiver || !callee || !callee->isConst || !call.arguments.empty())
      return false;
    return makers(call.receiver).contains(taken.made);
  }

  // The calls that may have made the object: a guard, or what hands it on.
  const std::set<Site> &makers(ValueId value) const {
    auto [it, inserted] = madeBy.try_emplace(value);
    if (inserted)
      for (Bound known : ancestry(program, {&frame, value}))
        if (known.get().kind == ValueKind::Result)
          it->second.insert({known.frame->function, known.get().index});
    return it->second;
  }

  // The acquisitions of this frame whose guard the value is.
  void hand(ValueId value, LocalId holder, bool names, HeldWay &way) {
    if (!value || (made.empty() && way.holds.empty()))
      return;
    const summary::Value &given = function.values[value];
    bool isNew = given.kind == ValueKind::Result && made.contains(given.index);
    if (isNew) {
      for (const Made &each : made[given.index])
        if (!each.deferred)
          way.holds.push_back({each.id, names ? ByHand : holder});
      return;
    }
    if (names || given.kind == ValueKind::Closure)
      return;
    for (Hold &hold : way.holds)
      if (hold.holder != ByHand && holdsGuard(hold, value))
        hold.holder = holder;
  }

  bool holdsGuard(const Hold &hold, ValueId value) const {
    const Acquisition &taken = impl.acquisitions[hold.id];
    return makers(value).contains(taken.made) || makers(value).contains(taken.site);
  }

  // A guard that is given to code out of sight, which may let it go.
  void dropEscaping(CallId id, HeldWay &way) {
    const summary::Call &call = function.calls[id];
    if (way.holds.empty() || !program.meanings(call).empty)
      return;
    if (!targets(program, frame, id).empty())
      return;
    for (ValueId argument : call.arguments)
      llvm::erase_if(way.holds, [&](const Hold &hold) { return hold.holder != ByHand && holdsGuard(hold, argument); });
  }

  // What a library call does to the way. False: it says nothing of scopes.
  bool apply(CallId id, HeldWay &way) {
    bool spoken = false;
    std::set<ScopeKind> released; // lock() and try_lock() name one unlock()
    for (const Meanings::Scope &scope : program.meanings(function.calls[id]).scopes) {
      if (!Holds::Impl::isHeld(scope) || (scope.pattern && !holds(program, frame, id, *scope.pattern)))
        continue;
      spoken = true;
      switch (scope.edge) {
      case Edge::Raii:
        makeGuard(id, *scope.row, way);
        break;
      case Edge::Begin:
        take(id, *scope.row, way);
        break;
      case Edge::Reopen:
        reopen(id, *scope.row, way);
        break;
      case Edge::End:
        if (!scope.row->begin)
          endGuard(id, *scope.row, way);
        else if (released.insert(scope.row->kind).second)
          endByHand(id, *scope.row, way);
        break;
      }
    }
    return spoken || applySql(id, way);
  }

  bool applySql(CallId id, HeldWay &way) {
    if (program.meanings(function.calls[id]).operations.empty())
      return false;
    switch (impl.verbAt(frame, id)) {
    case sql::Verb::Begin: {
      auto session = sessionOf(id);
      unsigned taken = impl.acquire(frame, id, 0, ScopeKind::Transaction, session, {&function, id});
      way.holds.push_back({taken, ByHand});
      return true;
    }
    case sql::Verb::Commit:
    case sql::Verb::Rollback:
      release(ScopeKind::Transaction, sessionOf(id), way);
      return true;
    default:
      return false;
    }
  }

  std::vector<Bound> sessionOf(CallId id) const {
    Operation operation = operationAt(program, frame, id);
    Bound session = operation.row->session ? select(program, frame, id, *operation.row->session)
                    : function.calls[id].receiver ? Bound{&frame, function.calls[id].receiver}
                                                  : Bound{};
    return session ? std::vector{session} : std::vector<Bound>();
  }

  // The object that the row names, and what stands behind it of the same type: std::scoped_lock(a, b).
  std::vector<Bound> objectsOf(CallId id, const model::ScopeRow &row) const {
    if (!row.object)
      return {};
    Bound first = select(program, frame, id, *row.object);
    if (!first)
      return {};
    std::vector<Bound> objects = {first};
    if (row.ofClass.empty() || row.object->of != model::Selector::Of::Argument || row.kind != ScopeKind::Lock)
      return objects;
    for (ValueId other : llvm::drop_begin(function.calls[id].arguments, row.object->index + 1))
      if (function.values[other].type != None && function.values[other].type == first.get().type)
        objects.push_back({&frame, other});
    return objects;
  }

  void makeGuard(CallId id, const model::ScopeRow &row, HeldWay &way) {
    const summary::Call &call = function.calls[id];
    std::vector<Bound> objects = objectsOf(id, row);
    if (row.object && objects.empty())
      return; // made without anything to hold
    if (!row.object && row.kind == ScopeKind::Lock)
      return;
    bool deferred = llvm::any_of(call.arguments, [&](ValueId argument) {
      const Entity *type = program.entity(function.values[argument].type);
      return type && llvm::is_contained(row.deferredBy, type->name);
    });
    unsigned guard = impl.acquire(frame, id, 0, row.kind, objects, {&function, id});
    // A tag that defers nothing, and what it names is locked already: taken over.
    if (!deferred && call.arguments.size() > objects.size())
      if (auto held = heldByHand(objects, way); held != way.holds.end()) {
        impl.acquisitions[guard].site = impl.acquisitions[held->id].site;
        way.holds.erase(held);
      }
    if (llvm::any_of(made[id], [&](const Made &known) { return known.id == guard; }))
      return;
    made[id].push_back({guard, deferred});
    if (call.receiver && function.values[call.receiver].kind == ValueKind::This && !deferred)
      way.holds.push_back({guard, ByHand}); // the base of a guard of the project's own
  }

  std::vector<Hold>::iterator heldByHand(const std::vector<Bound> &objects, HeldWay &way) const {
    std::set<Identity> wanted = identitiesOf(objects);
    return llvm::find_if(way.holds, [&](const Hold &hold) {
      const Acquisition &taken = impl.acquisitions[hold.id];
      return hold.holder == ByHand && taken.kind == ScopeKind::Lock && meet(impl.identitiesOf(hold.id), wanted);
    });
  }

  std::set<Identity> identitiesOf(const std::vector<Bound> &objects) const {
    std::set<Identity> result;
    for (Bound object : objects)
      result.merge(identities(program, object));
    return result;
  }

  void take(CallId id, const model::ScopeRow &row, HeldWay &way) {
    unsigned taken = impl.acquire(frame, id, 0, row.kind, objectsOf(id, row), {&function, id});
    if (llvm::none_of(way.holds, [&](const Hold &hold) { return hold.id == taken; }))
      way.holds.push_back({taken, ByHand});
  }

  // lock.lock(): held again by whoever has the guard.
  void reopen(CallId id, const model::ScopeRow &row, HeldWay &way) {
    ValueId guard = function.calls[id].receiver;
    for (const Site &maker : makers(guard))
      for (unsigned index = 0; index < impl.acquisitions.size(); ++index) {
        const Acquisition &known = impl.acquisitions[index];
        if (known.made != maker || known.site == Site{&function, id})
          continue;
        if (known.frame != &frame) { // the caller's: it has a holder there
          way.holds.push_back({index, ByHand});
          return;
        }
        unsigned again = impl.acquire(frame, id, 0, row.kind, known.objects, maker);
        way.holds.push_back({again, localOf(guard)});
        return;
      }
    result.letsGo |= localOf(guard) == ByHand; // of a caller that has the guard
  }

  LocalId localOf(ValueId value) const {
    for (unsigned i = 0; value && i < 32; ++i) {
      const summary::Value &known = function.values[value];
      if (known.kind == ValueKind::Local && !function.locals[known.index].isReference)
        return known.index;
      value = known.operands.empty() ? 0 : known.operands[0];
    }
    return ByHand;
  }

  // mutex.unlock(): the object stands where it stands in the call that begins.
  void endByHand(CallId id, const model::ScopeRow &row, HeldWay &way) {
    Bound object = row.object ? select(program, frame, id, *row.object) : Bound{};
    release(row.kind, object ? std::vector{object} : std::vector<Bound>(), way);
  }

  void endGuard(CallId id, const model::ScopeRow &row, HeldWay &way) {
    ValueId guard = function.calls[id].receiver;
    size_t before = way.holds.size();
    llvm::erase_if(way.holds, [&](const Hold &hold) {
      return guard && impl.acquisitions[hold.id].kind == row.kind && holdsGuard(hold, guard);
    });
    result.letsGo |= before == way.holds.size() && localOf(guard) == ByHand;
  }

  void release(ScopeKind kind, const std::vector<Bound> &objects, HeldWay &way) {
    std::set<Identity> wanted = identitiesOf(objects);
    std::string name = objects.empty() ? "" : describe(program, objects[0]);
    auto matches = [&](const Hold &hold, bool byName) {
      const Acquisition &taken = impl.acquisitions[hold.id];
      if (taken.kind != kind)
        return false;
      const std::set<Identity> &known = impl.identitiesOf(hold.id);
      if (kind == ScopeKind::Transaction && (wanted.empty() || known.empty()))
        return true;
      return meet(known, wanted) && (!byName || describe(program, taken.objects[0]) == name);
    };
    // The last one first: a recursive mutex is locked as often as it was taken.
    for (bool byName : {true, false}) {
      auto last = std::find_if(way.holds.rbegin(), way.holds.rend(), [&](const Hold &hold) { return matches(hold, byName); });
      if (last == way.holds.rend())
        continue;
      way.holds.erase(std::next(last).base());
      return;
    }
    // A transaction that began where the connection has another name.
    if (kind == ScopeKind::Transaction && llvm::count_if(way.holds, [&](const Hold &hold) {
          return impl.acquisitions[hold.id].kind == kind;
        }) == 1)
      llvm::erase_if(way.holds, [&](const Hold &hold) { return impl.acquisitions[hold.id].kind == kind; });
    else
      result.letsGo = true;
  }

  // Functions of the program that take or let go for the caller.
  void enter(CallId id, HeldWay way, Ways &after) {
    bool entered = false;
    consume(id, way);
    if (impl.nesting < MaxNesting)
      for (const Target &target : targets(program, frame, id)) {
        if (!isSynchronous(target.mode) || !impl.reach.of(*target.function) || isEntered(*target.function))
          continue;
        entered |= through(id, target, way, after);
      }
    if (!entered)
      addWay(after, way);
  }

  // A guard that is given by value dies in there. (A reference to const cannot be told from it, and claims less.)
  void consume(CallId id, HeldWay &way) {
    const summary::Call &call = function.calls[id];
    const Entity *callee = program.entity(call.callee);
    const Function *body = callee ? callee->definition : nullptr;
    if (!body || call.form == CallForm::Construct)
      return;
    for (size_t i = 0; i < call.arguments.size() && i < body->parameters.size(); ++i)
      if (!body->parameters[i].isMutable)
        llvm::erase_if(way.holds, [&](const Hold &hold) {
          return hold.holder != ByHand && holdsGuard(hold, call.arguments[i]);
        });
  }

  bool isEntered(const Function &callee) const {
    for (const Frame *at = &frame; at; at = at->caller)
      if (at->function == &callee)
        return true;
    return false;
  }

  bool through(CallId id, const Target &target, const HeldWay &way, Ways &after) {
    bool isAsked = (impl.reach.of(*target.function) & AsksCaller) && givesVerb(id);
    if (!isAsked && !impl.changesCaller(*target.function))
      return false;
    Holds::Ids entry;
    for (const Hold &hold : way.holds)
      entry.push_back(hold.id);
    const BodyHolds &inside = nested(*program.enter(frame, id, target), entry);
    result.letsGo |= inside.letsGo;
    for (const auto &exit : inside.exits)
      addWay(after, joined(id, way, exit));
    return !inside.exits.empty();
  }

  const BodyHolds &nested(const Frame &inner, const Holds::Ids &entry) {
    ++impl.nesting;
    const BodyHolds &inside = impl.body(inner, entry);
    --impl.nesting;
    return inside;
  }

  HeldWay joined(CallId id, HeldWay way, const std::vector<Hold> &exit) {
    const summary::Call &call = function.calls[id];
    auto isLeft = [&](const Hold &hold) {
      return llvm::any_of(exit, [&](const Hold &left) { return left.id == hold.id; });
    };
    llvm::erase_if(way.holds, [&](const Hold &hold) { return !isLeft(hold); });
    // A base or a delegated constructor makes no object of its own.
    bool delegates = call.receiver && function.values[call.receiver].kind == ValueKind::This;
    bool makes = (call.form == CallForm::Construct && !delegates) || !program.meanings(call).constructs.empty();
    for (const Hold &left : exit) {
      if (llvm::any_of(way.holds, [&](const Hold &hold) { return hold.id == left.id; }))
        continue;
      Acquisition inner = impl.acquisitions[left.id];
      unsigned taken = impl.acquire(frame, id, left.id + 1, inner.kind, inner.objects, inner.made);
      if (!makes && left.holder != Returned)
        way.holds.push_back({taken, ByHand});
      else if (llvm::none_of(made[id], [&](const Made &known) { return known.id == taken; }))
        made[id].push_back({taken, false});
    }
    return way;
  }

  // Is one of the arguments the text that begins or ends a transaction?
  bool givesVerb(CallId id) const {
    return llvm::any_of(function.calls[id].arguments, [&](ValueId argument) {
      Text given = text(program, {&frame, argument});
      if (!given.known() || given.literal().size() > LongestBegin)
        return false;
      sql::Verb verb = sql::parse(given.pieces, sql::Dialect::Any).verb;
      return verb == sql::Verb::Begin || verb == sql::Verb::Commit || verb == sql::Verb::Rollback;
    });
  }

  Holds::Impl &impl;
  const Frame &frame;
  BodyHolds &result;
  std::map<CallId, std::vector<Made>> made; // guards, by the call that makes them
  mutable std::map<ValueId, std::set<Site>> madeBy;
};
} // namespace

void walkHolds(Holds::Impl &impl, const Frame &frame, const Holds::Ids &entry, BodyHolds &result) {
  HeldWay start;
  for (unsigned id : entry)
    start.holds.push_back({id, ByHand});
  result.exits = {start.holds}; // while it is being found: recursion changes nothing
  result.at.resize(frame.function->calls.size());
  Ends<HeldWay> ends = HoldWalk(impl, frame, result).node(0, {start});
  addWays(ends.returns, ends.falls);
  result.exits.clear();
  for (HeldWay &way : ends.returns)
    if (!llvm::is_contained(result.exits, way.holds))
      result.exits.push_back(std::move(way.holds));
}

} // namespace scalelint::program
