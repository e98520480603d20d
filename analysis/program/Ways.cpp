// The longest way through a function, counted in remote operations that block. WayWalk goes through one body; here
// calls are followed. A call goes on with the longest way through what it enters, a virtual call with that of the
// longest override.
//
// Ways are found once per function and context; the context of a call is what is known of its arguments: constants and
// callables, for they decide what the callee asks and whom it calls. A function that is entered again while it is being
// looked at adds nothing, so recursion ends: a circle of functions is gone round once, from where it is entered. An
// answer that leant on that is forgotten when the function which was entered twice is done. There are finitely many
// functions, constants and callables; after MaxSearches contexts are no longer told apart, nor circles followed.
#include "analysis/program/Ways.h"
#include "analysis/program/WayWalk.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;

static constexpr unsigned MaxSearches = 50'000, MaxDepth = 64;

bool isWaitedFor(const Statements &statements, const Operation &operation) {
  const model::OperationRow &row = *operation.row;
  if (!isRemote(row) || row.continuation)
    return false;
  switch (row.does) {
  case Does::SessionOpen:
  case Does::SqlPrepare:
  case Does::SqlCommit:
  case Does::ReceiveResponse:
    return false;
  case Does::SqlExecute:
    break;
  default:
    return true;
  }
  switch (statements.of(operation).statement.verb) {
  case sql::Verb::Begin:
  case sql::Verb::Commit:
  case sql::Verb::Rollback:
  case sql::Verb::Savepoint:
  case sql::Verb::Set:
    return false;
  default:
    return true;
  }
}

namespace {
// Everything about one function in one context.
struct Found {
  Through through = {Way(), std::nullopt};
  Kinds kinds = 0; // of all operations anywhere inside
};

// What is known of a call's arguments: a constant, or the functions that may be behind it.
using Context = std::vector<std::string>;
} // namespace

class Ways::Search {
public:
  Search(const Program &program, const Statements &statements, const Roots &roots)
      : program(program), statements(statements), circleOf(circles(roots.entries)),
        reaches(program.functions.size(), false) {
    findReachers(roots);
  }

  Found through(const Frame &frame) {
    const Function &function = *frame.function;
    if (!reaches[function.id])
      return {};
    if (auto it = llvm::find(active, &function); it != active.end()) {
      reentered = std::min<size_t>(reentered, it - active.begin());
      return {};
    }
    bool tired = ++searches > MaxSearches;
    auto key = std::pair(&function, tired ? Context() : contextOf(frame));
    // What was found from outside of a circle of functions goes round it once; from inside it would do so again.
    bool inCircle = !active.empty() && circleOf[active.back()->id] == circleOf[function.id];
    if (!inCircle || tired)
      if (auto known = found.find(key); known != found.end())
        return known->second;
    if (auto known = provisional.find(key); known != provisional.end()) {
      reentered = std::min(reentered, known->second.leansOn);
      return known->second.found;
    }
    if (active.size() >= MaxDepth || (tired && inCircle))
      return {};
    size_t outer = std::exchange(reentered, SIZE_MAX);
    active.push_back(&function);
    Found result = walkFunction(frame);
    active.pop_back();
    std::erase_if(provisional, [&](const auto &known) { return known.second.leansOn >= active.size(); });
    if (reentered < active.size())
      provisional[key] = {result, reentered};
    else if (!inCircle)
      found[key] = result;
    reentered = std::min(outer, reentered < active.size() ? reentered : SIZE_MAX);
    return result;
  }

private:
  void findReachers(const Roots &roots) {
    std::vector<std::vector<uint32_t>> enteredBy(program.functions.size());
    std::vector<uint32_t> open;
    for (auto &function : program.functions) {
      for (const Entered &entry : roots.entries[function->id])
        enteredBy[entry.function->id].push_back(function->id);
      for (CallId id = 0; id < function->calls.size() && !reaches[function->id]; ++id)
        if (function->nodeOfCall[id] != None && !program.meanings(function->calls[id]).operations.empty()) {
          reaches[function->id] = true;
          open.push_back(function->id);
        }
    }
    while (!open.empty()) {
      uint32_t id = open.back();
      open.pop_back();
      for (uint32_t from : enteredBy[id])
        if (!reaches[from]) {
          reaches[from] = true;
          open.push_back(from);
        }
    }
  }

  Context contextOf(const Frame &frame) {
    Context context;
    const Function &function = *frame.function;
    if (!frame.caller)
      return context;
    for (ValueId input : inputs(function))
      context.push_back(known({&frame, input}));
    return context;
  }

  // A constant, a text without holes, or the functions behind a callable; empty when nothing is known.
  std::string known(Bound input) const {
    Bound value = origin(program, input);
    switch (value.get().kind) {
    case ValueKind::Text:
      return "\"" + value.get().text;
    case ValueKind::Integer:
    case ValueKind::Boolean:
      return std::to_string(value.get().integer);
    case ValueKind::Null:
      return "null";
    case ValueKind::Result: // a string class around a text, its c_str()
      if (const Entity *type = program.entity(value.get().type); !type || !type->user)
        if (Text whole = text(program, value);
            whole.known() && llvm::none_of(whole.pieces, [](const sql::Piece &piece) { return piece.hole; }))
          return "\"" + whole.literal();
      break;
    default:
      break;
    }
    std::string functions;
    for (const Target &target : callables(program, input))
      functions += "&" + std::to_string(target.function->id);
    return functions;
  }

  // A value for each parameter and captured variable that the function reads.
  const std::vector<ValueId> &inputs(const Function &function) {
    auto [it, inserted] = inputsOf.try_emplace(&function);
    if (!inserted)
      return it->second;
    std::set<std::pair<ValueKind, uint32_t>> seen;
    for (ValueId id = 0; id < function.values.size(); ++id)
      if (const summary::Value &value = function.values[id];
          (value.kind == ValueKind::Parameter || value.kind == ValueKind::Captured) &&
          seen.insert({value.kind, value.index}).second)
        it->second.push_back(id);
    return it->second;
  }

  Found walkFunction(const Frame &frame) {
    const Function &function = *frame.function;
    std::vector<Effect> effects(function.calls.size());
    std::vector<Kinds> kinds(function.calls.size(), 0);
    Found result;
    for (CallId id = 0; id < function.calls.size(); ++id)
      if (function.nodeOfCall[id] != None) {
        effects[id] = effectOf(frame, id, kinds[id]);
        result.kinds |= kinds[id];
      }
    std::vector<CacheRole> roles = cacheRoles(program, function, kinds);
    for (CallId id = 0; id < function.calls.size(); ++id)
      effects[id].role = roles[id];
    result.through = walkBody(program, function, effects);
    return result;
  }

  Effect effectOf(const Frame &frame, CallId id, Kinds &kinds) {
    Effect effect;
    Operation operation = operationAt(program, frame, id);
    effect.waits = hasMark(program, frame, id, model::Mark::Wait) ||
                   (operation && operation.row->does == Does::ReceiveResponse && operation.row->blocking);
    if (operation && isWaitedFor(statements, operation)) {
      effect.row = operation.row;
      effect.starts = !operation.row->blocking;
      kinds |= kindOf(*operation.row);
    }
    std::vector<Target> entered = targets(program, frame, id);
    llvm::erase_if(entered, [&](const Target &target) {
      // A function of the project that a pack describes is what the pack says.
      return !isSynchronous(target.mode) || (operation && target.mode == Mode::Call);
    });
    if (llvm::none_of(entered, [&](const Target &target) { return reaches[target.function->id]; }))
      return effect;
    for (const Target &target : entered) {
      Found inside = through(*program.enter(frame, id, target));
      kinds |= inside.kinds;
      auto &list = target.mode == Mode::Call ? effect.entered : effect.callbacks;
      list.push_back({target.function, std::move(inside.through)});
    }
    return effect;
  }

  const Program &program;
  const Statements &statements;
  std::vector<uint32_t> circleOf;            // by function id
  std::vector<bool> reaches;                 // an operation, by function id: nothing else is entered
  using Key = std::pair<const Function *, Context>;
  struct Provisional { Found found; size_t leansOn; };
  std::map<const Function *, std::vector<ValueId>> inputsOf;
  std::map<Key, Found> found;
  std::map<Key, Provisional> provisional;    // answers that lean on a function in `active`, by its place there
  std::vector<const Function *> active;      // being looked at, outermost first
  size_t reentered = SIZE_MAX;               // outermost of them that was met again
  unsigned searches = 0;
};

Ways::Ways(const Program &program, const Statements &statements, const Roots &roots)
    : search(std::make_unique<Search>(program, statements, roots)), program(program) {}

Ways::~Ways() = default;

Way Ways::through(const Function &function) {
  return search->through(*program.frame(function)).through.returns.value_or(Way());
}

} // namespace scalelint::program
