// Regions: calls under what is held, and what they reach.
#include "analysis/program/Regions.h"
#include "analysis/program/Objects.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::ScopeKind;

enum : uint64_t { ReachesOperation = 1, ReachesSleep = 2 };

namespace {
// What is held where the visit is, and what of it was taken since the region's call.
struct Held {
  Holds::Ids ids;
  const Acquisition *innerLock = nullptr, *innerTransaction = nullptr;
};

class RegionFinder {
public:
  RegionFinder(const Program &program, const Holds &holds, const Roots &roots, std::vector<RegionTrail> &trails)
      : program(program), holds(holds), trails(trails),
        reach(program, roots, [&](const Function &function, CallId id) {
          return (program.meanings(function.calls[id]).operations.empty() ? 0 : ReachesOperation) |
                 (hasMark(program, *program.frame(function), id, model::Mark::Sleep) ? ReachesSleep : 0);
        }) {}

  void run() {
    for (auto &function : program.functions)
      if (reach.of(*function) && holds.concerns(*function))
        regions(*function);
  }

  bool meets(const Visit<Held> &visit) {
    Operation operation = operationAt(program, *visit.frame, visit.call);
    Bound sleep;
    bool sleeps = !operation && sleepsAt(*visit.frame, visit.call, sleep);
    if (!operation && !sleeps)
      return false;
    if (operation && (!isRemote(*operation.row) || !operation.row->blocking))
      return true;
    for (ScopeKind kind : {ScopeKind::Lock, ScopeKind::Transaction}) {
      RegionTrail trail;
      for (unsigned id : llvm::reverse(visit.state.ids))
        if (holds[id].kind == kind && llvm::is_contained(region, id)) {
          if (trail.region)
            trail.outer.push_back(&holds[id]);
          else
            trail.region = &holds[id];
        }
      if (!trail.region)
        continue;
      trail.primary = visit.primary;
      trail.regionFrame = from;
      trail.inner = kind == ScopeKind::Lock ? visit.state.innerLock : visit.state.innerTransaction;
      trail.operation = operation;
      trail.frame = visit.frame;
      trail.call = visit.call;
      trail.sleep = sleep;
      trails.push_back(std::move(trail));
    }
    return true;
  }

  bool enters(const Target &target) const { return reach.of(*target.function) != 0; }

  // What the callee lets go before the call is not held at it.
  bool crosses(const Frame &inner, CallId id, Held &held) const {
    if (!holds.concerns(*inner.function))
      return true;
    Holds::Ids now = holds.at(inner, id, held.ids);
    for (unsigned each : now)
      if (!llvm::is_contained(held.ids, each))
        (holds[each].kind == ScopeKind::Lock ? held.innerLock : held.innerTransaction) = &holds[each];
    held.ids = std::move(now);
    return llvm::any_of(held.ids, [&](unsigned each) { return llvm::is_contained(region, each); });
  }

private:
  void regions(const Function &function) {
    from = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id) {
      if (function.nodeOfCall[id] == None)
        continue;
      region = holds.at(*from, id, {});
      if (!region.empty())
        explore(program, *from, id, Held{region}, *this);
    }
  }

  bool sleepsAt(const Frame &frame, CallId call, Bound &length) const {
    for (const model::MarkRow *row : program.meanings({frame.function, call}).marks)
      if (row->is == model::Mark::Sleep && program::holds(program, frame, call, row->pattern)) {
        if (row->of)
          length = select(program, frame, call, *row->of);
        return true;
      }
    return false;
  }

  const Program &program;
  const Holds &holds;
  std::vector<RegionTrail> &trails;
  Reach reach;
  const Frame *from = nullptr;
  Holds::Ids region; // held at the call that is explored
};
} // namespace

Regions::Regions(const Program &program, const Statements &statements, const Roots &roots)
    : program(program), holds(program, statements, roots) {
  RegionFinder(program, holds, roots, trails).run();
}

// Fields and globals among the identities: places that the whole program shares.
static std::set<Identity> sharedPlaces(const Program &program, Bound value) {
  std::set<Identity> result = identities(program, value);
  std::erase_if(result, [](const Identity &each) { return std::get<const Function *>(each) != nullptr; });
  return result;
}

static bool intersect(const std::set<Identity> &one, const std::set<Identity> &other) {
  return llvm::any_of(one, [&](const Identity &each) { return other.contains(each); });
}

Bound connectionOf(const Program &program, const Operation &operation) {
  Bound session;
  if (operation.row->session)
    session = select(program, *operation.frame, operation.call, *operation.row->session);
  else if (ValueId receiver = operation.get().receiver)
    session = {operation.frame, receiver};
  // Of a transaction object: the connection it was made on.
  for (unsigned i = 0; session && i < 4; ++i) {
    Bound behind;
    for (Bound origin : origins(program, session)) {
      if (origin.get().kind != ValueKind::Result)
        continue;
      CallId made = origin.get().index;
      for (const Meanings::Scope &scope : program.meanings({origin.frame->function, made}).scopes)
        if (scope.edge == Meanings::Scope::Edge::Raii && scope.row->object)
          behind = select(program, *origin.frame, made, *scope.row->object);
    }
    if (!behind)
      break;
    session = behind;
  }
  return session;
}

bool Regions::holdsAt(const Function &function, CallId call, const std::set<Identity> &lock) const {
  if (!holds.concerns(function))
    return false;
  return llvm::any_of(holds.at(*program.frame(function), call, {}), [&](unsigned id) {
    return llvm::any_of(holds[id].objects, [&](Bound object) { return intersect(identities(program, object), lock); });
  });
}

bool Regions::isAlwaysUnder(const Function &function, const std::set<Identity> &lock,
                            std::set<const Function *> &seen) const {
  if (!seen.insert(&function).second)
    return true;
  return !function.callers.empty() && llvm::all_of(function.callers, [&](const Site &caller) {
    return holdsAt(*caller.function, caller.call, lock) || isAlwaysUnder(*caller.function, lock, seen);
  });
}

bool Regions::guardsOnlyConnection(const RegionTrail &trail) const {
  if (!trail.operation || trail.region->objects.size() != 1)
    return false;
  std::set<Identity> lock = sharedPlaces(program, trail.region->objects[0]);
  Bound session = connectionOf(program, trail.operation);
  std::set<Identity> connection = session ? sharedPlaces(program, session) : std::set<Identity>();
  if (lock.empty() || connection.empty())
    return false;
  for (auto &function : program.functions) {
    const Entity *entity = program.entity(function->entity);
    if (entity && (entity->kind == summary::EntityKind::Constructor || entity->kind == summary::EntityKind::Destructor))
      continue;
    bool takes = false, uses = false;
    for (CallId id = 0; id < function->calls.size(); ++id) {
      if (function->nodeOfCall[id] == None)
        continue;
      bool isHeld = holdsAt(*function, id, lock);
      takes |= isHeld;
      const summary::Call &call = function->calls[id];
      auto isConnection = [&](ValueId value) {
        const summary::Value &known = untouched({program.frame(*function), value}).get();
        return (known.kind == ValueKind::Field || known.kind == ValueKind::Global) &&
               connection.contains({known.kind, nullptr, known.entity});
      };
      if (!(call.receiver && isConnection(call.receiver)) && llvm::none_of(call.arguments, isConnection))
        continue;
      std::set<const Function *> seen;
      if (!isHeld && !isAlwaysUnder(*function, lock, seen))
        return false;
      uses |= isHeld;
    }
    uses |= llvm::any_of(trails, [&](const RegionTrail &other) {
      if (other.regionFrame->function != function.get() || !other.operation)
        return false;
      Bound its = connectionOf(program, other.operation);
      return its && intersect(sharedPlaces(program, its), connection);
    });
    if (takes && !uses)
      return false;
  }
  return true;
}

} // namespace scalelint::program
