// Loop trails.
#include "analysis/program/Trails.h"
#include "analysis/program/Exploration.h"
#include "analysis/program/Guards.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;

// From so many classes on, the class of what is called is taken to differ from turn to turn.
static constexpr size_t ManyClasses = 4;

namespace {
// A loop between a region and an operation.
struct Inner {
  Repeated region;
  bool isCertain = false; // data drives it, whatever the operation does with it
};

class TrailFinder {
public:
  TrailFinder(const Program &program, const Statements &statements, const Roots &roots)
      : program(program), statements(statements), guards(program),
        reach(program, roots, [&](const Function &function, CallId id) {
          uint64_t kinds = 0;
          for (const model::OperationRow *row : program.meanings(function.calls[id]).operations)
            kinds |= bit(row->does);
          return kinds;
        }) {}

  std::vector<LoopTrail> run() {
    for (auto &function : program.functions)
      if (reach.of(*function))
        region(*function);
    return std::move(trails);
  }

private:
  static uint64_t bit(Does does) { return uint64_t(1) << static_cast<unsigned>(does); }

  const LoopTurns &turns(const Function &function, LoopId loop) {
    auto [it, inserted] = judged.try_emplace({&function, loop});
    if (inserted)
      it->second = turnsOf(program, statements, *program.frame(function), loop);
    return it->second;
  }

  // No loop around the place is data-driven beyond doubt; those that may be are added to `inner`.
  bool onlyCounts(const Frame &frame, LoopId loop, std::vector<Inner> &inner) {
    const Function &function = *frame.function;
    for (loop = dataLoop(function, loop); loop != None; loop = dataLoop(function, function.loops[loop].parent)) {
      if (!turns(function, loop).needsVariation)
        return false;
      inner.push_back({repeated(frame, loop)});
    }
    return true;
  }

  // The innermost data-driven loop around a loop, itself included.
  LoopId dataLoop(const Function &function, LoopId loop) {
    for (; loop != None; loop = function.loops[loop].parent)
      if (turns(function, loop).turns == Turns::DataDriven)
        return loop;
    return None;
  }

  void region(const Function &function) {
    const Frame *frame = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id) {
      if (function.nodeOfCall[id] == None)
        continue;
      callbackRegion(*frame, id);
      // A loop that only counts is judged by each operation: one that does not vary in it (a retry) belongs
      // to the loop around it, as does one that asks another table each turn.
      std::vector<Inner> inner;
      for (LoopId loop = dataLoop(function, function.calls[id].loop); loop != None;
           loop = dataLoop(function, function.loops[loop].parent)) {
        if (leavesAfter(function, id, loop))
          break;
        LoopTrail trail;
        trail.regionFrame = frame;
        trail.turns = turns(function, loop);
        trail.loop = function.loops[loop].span;
        trail.outer = driversOf(around(function, function.loops[loop].parent), {&function, loop});
        bool leftOut = explore(id, trail, repeated(*frame, loop), inner);
        bool isCertain = !trail.turns.needsVariation;
        if (isCertain && !leftOut)
          break;
        inner.push_back({repeated(*frame, loop), isCertain});
      }
    }
    recursiveRegion(*frame);
  }

  // std::for_each and its like: the callback's body is the region.
  void callbackRegion(const Frame &frame, CallId id) {
    if (program.meanings({frame.function, id}).callbacks.empty())
      return;
    for (const Target &target : targets(program, frame, id)) {
      if (target.mode != Mode::PerElement || !target.row || !reach.of(*target.function))
        continue;
      LoopTurns perElement = turnsOf(program, statements, frame, id, *target.row);
      if (perElement.turns != Turns::DataDriven)
        continue;
      const Frame *body = program.enter(frame, id, target);
      const Function &callback = *target.function;
      for (CallId inner = 0; inner < callback.calls.size(); ++inner) {
        if (callback.nodeOfCall[inner] == None || dataLoop(callback, callback.calls[inner].loop) != None)
          continue;
        LoopTrail trail;
        trail.regionFrame = body;
        trail.turns = perElement;
        trail.loop = frame.function->calls[id].span;
        trail.outer = driversOf(around(*frame.function, frame.function->calls[id].loop), {});
        explore(inner, trail, repeated(*body, None));
      }
    }
  }

  // A function that calls itself with a part of what it was given walks data as a loop does. Where the call
  // stands in a loop, that loop is the region already.
  void recursiveRegion(const Frame &frame) {
    const Function &function = *frame.function;
    for (CallId id = 0; id < function.calls.size(); ++id) {
      if (function.nodeOfCall[id] == None || dataLoop(function, function.calls[id].loop) != None ||
          llvm::none_of(targets(program, frame, id), [&](const Target &target) {
            return target.function == &function && isSynchronous(target.mode);
          }))
        continue;
      Repeated again = repeated(frame, None);
      again.parameters = walkedBy(frame, id);
      if (again.parameters.empty())
        continue;
      LoopTrail trail;
      trail.regionFrame = &frame;
      trail.turns = {Turns::DataDriven, "level of the recursion in '" + function.displayName + "'"};
      trail.turns.needsVariation = true;
      trail.loop = function.calls[id].span;
      for (CallId inner = 0; inner < function.calls.size(); ++inner)
        if (inner != id && function.nodeOfCall[inner] != None &&
            dataLoop(function, function.calls[inner].loop) == None)
          explore(inner, trail, again);
      return;
    }
  }

  // Parameters that a recursive call sets to a part of what it was given itself. None when it also passes a
  // constant, which is how code says that the next call is the last.
  std::vector<uint32_t> walkedBy(const Frame &frame, CallId id) {
    std::vector<uint32_t> result;
    const summary::Call &call = frame.function->calls[id];
    for (uint32_t i = 0; i < call.arguments.size() && i < frame.function->parameters.size(); ++i) {
      const summary::Value &given = frame.function->values[call.arguments[i]];
      if (given.kind == ValueKind::Integer || given.kind == ValueKind::Boolean)
        return {};
      if (isPartOfParameter(frame, call.arguments[i]))
        result.push_back(i);
    }
    return result;
  }

  // `node->next`, `*comment.parent`: reached from a parameter through at least one field or element.
  bool isPartOfParameter(const Frame &frame, ValueId id) {
    bool part = false;
    for (unsigned i = 0; id && i < 64; ++i) {
      const summary::Value &value = frame.function->values[id];
      switch (value.kind) {
      case ValueKind::Parameter:
        return part;
      case ValueKind::Field:
      case ValueKind::Element:
        part = true;
        break;
      case ValueKind::Result: {
        const summary::Call &call = frame.function->calls[value.index];
        if (!call.receiver)
          return false;
        part = true;
        id = call.receiver;
        continue;
      }
      case ValueKind::Local:
      case ValueKind::After:
      case ValueKind::Carried:
        break;
      default:
        return false;
      }
      id = value.operands.empty() ? 0 : value.operands[0];
    }
    return false;
  }

  using Nest = std::vector<std::pair<const Function *, LoopId>>;

  std::vector<std::string> driversOf(const Nest &nest, Nest::value_type inside) {
    std::vector<std::string> drivers;
    for (const auto &outer : nest)
      if (outer != inside) // met again by recursion
        drivers.push_back(turns(*outer.first, outer.second).driver);
    return drivers;
  }

  // The data-driven loops around a place, innermost first: those of the function itself, then of the deepest nest
  // that a caller stands in. Each once: recursion adds none.
  Nest around(const Function &function, LoopId loop) {
    Nest loops;
    for (LoopId outer = dataLoop(function, loop); outer != None;
         outer = dataLoop(function, function.loops[outer].parent))
      loops.push_back({&function, outer});
    for (const auto &outer : above(function))
      if (!llvm::is_contained(loops, outer))
        loops.push_back(outer);
    return loops;
  }

  const Nest &above(const Function &function) {
    auto [it, inserted] = loopsAbove.try_emplace(&function); // empty while it is being found
    if (!inserted)
      return it->second;
    Nest deepest;
    for (const Site &caller : function.callers)
      if (caller.function != &function)
        if (auto found = around(*caller.function, caller.function->calls[caller.call].loop);
            found.size() > deepest.size())
          deepest = std::move(found);
    return loopsAbove[&function] = std::move(deepest);
  }

  Repeated repeated(const Frame &frame, LoopId loop) {
    return {frame, loop, {}, [this](const Frame &at, CallId call) { return isUse(at, call); }};
  }

  // An operation, or a call of user code that reaches one.
  bool isUse(const Frame &frame, CallId id) {
    const summary::Call &call = frame.function->calls[id];
    if (!program.meanings(call).operations.empty())
      return true;
    const Entity *callee = program.entity(call.callee);
    return callee && callee->definition && reach.of(*callee->definition);
  }

  // `besidesText`: what does so apart from the text of the statement and the session that runs it.
  bool varies(const Operation &operation, const Repeated &region, bool besidesText = false) {
    const summary::Call &call = operation.get();
    const Function &f = *operation.frame->function;
    auto isHandle = [&](ValueId id) {
      auto names = [&](const std::optional<model::Selector> &selector) {
        return selector && select(program, *operation.frame, operation.call, *selector).value == id;
      };
      return id == call.receiver || names(operation.row->session) || names(operation.row->preparedOn);
    };
    auto changes = [&](ValueId id) {
      if (!id || (besidesText && isTextOrSession(operation, id)))
        return false;
      Bound value{operation.frame, id};
      return isHandle(id) ? handleVaries(program, value, region) : program::varies(program, value, region);
    };
    if (changes(call.receiver) || llvm::any_of(call.arguments, changes))
      return true;
    // sql << "…", use(id): what is chained to the result belongs to the operation.
    ValueId result = f.resultOfCall[operation.call];
    for (CallId next = operation.call + 1; result && next < f.calls.size() && next < operation.call + 16; ++next) {
      const summary::Call &chained = f.calls[next];
      bool continues = chained.receiver == result ||
                       (chained.form == summary::CallForm::Operator && llvm::is_contained(chained.arguments, result));
      if (!continues)
        continue;
      for (ValueId argument : chained.arguments)
        if (argument != result && changes(argument))
          return true;
      result = f.resultOfCall[next];
    }
    return false;
  }

  // Each turn asks another table, and nothing else changes: no one statement could do the work of all. Where other
  // things change too (a key), or a part of the text is not known, the turns are a stream of statements.
  bool asksOtherTables(const Operation &operation, const Repeated &region) {
    const auto &[text, statement] = statements.of(operation);
    auto changes = [&](unsigned piece) { return program::varies(program, text.origins[piece].value, region); };
    auto isUnknown = [&](unsigned piece) { return !text.origins[piece].value; };
    if (llvm::none_of(statement.tableHoles, changes) || llvm::any_of(statement.tableHoles, isUnknown) ||
        llvm::any_of(statement.dataHoles, [&](unsigned piece) { return isUnknown(piece) || changes(piece); }))
      return false;
    return !varies(operation, region, /*besidesText=*/true);
  }

  bool isTextOrSession(const Operation &operation, ValueId id) {
    const model::OperationRow &row = *operation.row;
    auto names = [&](const std::optional<model::Selector> &selector) {
      return selector && select(program, *operation.frame, operation.call, *selector).value == id;
    };
    return row.text && (names(row.text) || names(row.session) || (!row.session && id == operation.get().receiver));
  }

  // Does the way go through a virtual call that means such an operation for only a few of many classes? Then
  // the operation does not run once for each of what the loop walks.
  bool fewReach(const Operation &operation, const Frame &from) {
    for (const Frame *frame = operation.frame; frame != &from && frame->caller; frame = frame->caller) {
      const summary::Call &call = frame->caller->function->calls[frame->call];
      if (!call.dispatches || call.callee == None)
        continue;
      auto [classes, reaching] = classesOf(call, bit(operation.row->does));
      if (classes >= ManyClasses && reaching * 2 < classes)
        return true;
    }
    return false;
  }

  // How many classes a virtual call may meet, and for how many of them it reaches the operations.
  std::pair<size_t, size_t> classesOf(const summary::Call &call, uint64_t operations) {
    std::map<EntityId, const Function *> overrides;
    for (EntityId method : program.withOverriders(call.callee))
      overrides[program.entities[method].parent] = program.entities[method].definition;
    std::vector<EntityId> classes = {call.receiverClass != None ? call.receiverClass
                                                                : program.entities[call.callee].parent};
    size_t known = 0, reaching = 0;
    for (size_t i = 0; i < classes.size() && classes[i] != None; ++i) {
      for (EntityId derived : program.entities[classes[i]].derived)
        if (!llvm::is_contained(classes, derived))
          classes.push_back(derived);
      for (EntityId base : program.withBases(classes[i]))
        if (auto it = overrides.find(base); it != overrides.end()) {
          known += it->second != nullptr;
          reaching += it->second && (reach.of(*it->second) & operations);
          break;
        }
    }
    return {known, reaching};
  }

  using Crossed = std::vector<Inner>; // the loops between the region and a call

  // Looks for operations in one region, for explore().
  struct Region {
    TrailFinder &finder;
    const LoopTrail &pattern;
    const Repeated &region;
    bool leftOut = false; // an operation that another loop around it may drive

    bool meets(const Visit<Crossed> &visit) {
      Operation operation = operationAt(finder.program, *visit.frame, visit.call);
      if (operation)
        leftOut |= finder.meets(operation, visit, pattern, region);
      return bool(operation);
    }

    // A callback per element is a region of its own.
    bool enters(const Target &target) const {
      return finder.reach.of(*target.function) && target.mode != Mode::PerElement;
    }

    // A loop in there that data drives is the innermost one and has a trail of its own.
    bool crosses(const Frame &inner, CallId id, Crossed &crossed) const {
      return finder.onlyCounts(inner, inner.function->calls[id].loop, crossed);
    }
  };

  // Was an operation left out that another loop around it may drive?
  bool explore(CallId first, const LoopTrail &pattern, const Repeated &region, Crossed inner = {}) {
    Region explorer{*this, pattern, region};
    program::explore(program, region.frame, first, std::move(inner), explorer);
    return explorer.leftOut;
  }

  // The operation's trail, where it has one. Was it left to another loop?
  bool meets(const Operation &operation, const Visit<Crossed> &visit, const LoopTrail &pattern, const Repeated &region) {
    LoopTrail trail = pattern;
    trail.primary = visit.primary;
    trail.operation = operation;
    if (llvm::any_of(visit.state, [&](const Inner &inner) {
          return !asksOtherTables(operation, inner.region) && (inner.isCertain || varies(operation, inner.region));
        }))
      return false; // the inner loop has a trail of its own
    if (asksOtherTables(operation, region))
      return true;
    if (guards.behindFullBuffer(operation.frame, operation.call, &region.frame))
      return false; // once per batch
    if (fewReach(operation, region.frame))
      return false;
    trail.varies = varies(operation, region);
    trail.behindCache = guards.behindCache(operation.frame, operation.call, &region.frame);
    trails.push_back(std::move(trail));
    return false;
  }

  const Program &program;
  const Statements &statements;
  Guards guards;
  Reach reach; // kinds of operations: a function that reaches none is not explored
  std::map<std::pair<const Function *, LoopId>, LoopTurns> judged;
  std::map<const Function *, Nest> loopsAbove;
  std::vector<LoopTrail> trails;
};
} // namespace

std::vector<LoopTrail> loopTrails(const Program &program, const Statements &statements, const Roots &roots) {
  return TrailFinder(program, statements, roots).run();
}

} // namespace scalelint::program
