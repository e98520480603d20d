// Walks over rows: from each loop back to the execution whose rows drive it.
#include "analysis/program/RowWalks.h"

#include "analysis/program/CallGraph.h"
#include "analysis/program/Keeping.h"
#include "analysis/program/Loops.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;
using summary::LoopKind;
using summary::NodeKind;
using summary::Value;

// A cursor is handed down a few calls, not more.
static constexpr unsigned MaxCallers = 3;

RowWalks::RowWalks(const Program &program, const Statements &statements) : program(program), statements(statements) {
  for (auto &function : program.functions)
    ofFunction(*function);
}

void RowWalks::ofFunction(const Function &function) {
  const Frame *frame = program.frame(function);
  for (LoopId loop = 0; loop < function.loops.size(); ++loop)
    if (function.nodeOfLoop[loop] != None)
      ofLoop(*frame, loop, 0);
  for (CallId call = 0; call < function.calls.size(); ++call)
    if (function.nodeOfCall[call] != None)
      ofCallback(*frame, call);
}

bool RowWalks::stepsThrough(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  if (!row.preparedOn)
    return false;
  std::string name = program.nameOf(operation.get().callee);
  return row.does == Does::SqlFetchRow ||
         llvm::any_of(row.rowsBy, [&](const model::RowsBy &by) { return by.call == name; });
}

// The object on which rows are fetched.
static Bound objectOf(const Program &program, const Operation &fetch) {
  const summary::Call &call = fetch.get();
  if (fetch.row->preparedOn)
    return select(program, *fetch.frame, fetch.call, *fetch.row->preparedOn);
  if (call.receiver)
    return {fetch.frame, call.receiver};
  return call.arguments.empty() ? Bound{} : Bound{fetch.frame, call.arguments[0]};
}

bool RowWalks::continuesAnother(const Operation &operation) const {
  Bound end;
  Operation first = executionOf(operation, end);
  return first && first.call != operation.call;
}

// The operation that a fetch belongs to; `end` is where the search ended without one.
Operation RowWalks::executionOf(const Operation &fetch, Bound &end) const {
  Bound object = objectOf(program, fetch);
  if (!stepsThrough(fetch)) {
    RowsBehind behind = object ? rowsBehind(program, object) : RowsBehind{};
    end = behind.end;
    return behind.operation;
  }
  // The first step on this object since it was prepared.
  Operation first = fetch;
  for (unsigned i = 0; object && i < 64; ++i) {
    const Value &value = object.get();
    if (value.kind == ValueKind::After)
      if (Operation earlier = operationAt(program, *object.frame, value.index)) {
        if (!stepsThrough(earlier))
          break;
        first = earlier;
      }
    object = step(program, object);
  }
  return first;
}

namespace {
// Calls in a part of a loop, without those of loops nested in it.
void callsUnder(const Function &f, NodeId node, std::vector<CallId> &result) {
  if (f.nodes[node].kind == NodeKind::Call)
    result.push_back(f.nodes[node].index);
  if (f.nodes[node].kind != NodeKind::Loop)
    for (NodeId child : f.nodes[node].children)
      callsUnder(f, child, result);
}

// Is a call's result among what the value is made of?
bool madeOf(const Function &f, ValueId id, CallId call, unsigned depth = 0) {
  const Value &value = f.values[id];
  if (value.kind == ValueKind::Result && value.index == call)
    return true;
  if (depth > 8 || value.kind == ValueKind::Result || value.kind == ValueKind::After)
    return false;
  if (value.kind == ValueKind::Carried && value.operands.size() == 1)
    for (const Value &after : f.values)
      if (after.kind == ValueKind::Carried && after.loop == value.loop && after.index == value.index &&
          after.operands.size() > 1 && madeOf(f, after.operands[1], call, depth + 1))
        return true;
  return llvm::any_of(value.operands, [&](ValueId operand) { return operand && madeOf(f, operand, call, depth + 1); });
}

// Does a branch under `node` leave the loop by what the call answered?
bool decidesAnExit(const Function &f, NodeId node, CallId call) {
  const summary::Node &n = f.nodes[node];
  if (n.kind == NodeKind::Choice && madeOf(f, n.value, call) &&
      llvm::any_of(n.children, [&](NodeId child) { return leavesLoop(f, child); }))
    return true;
  return llvm::any_of(n.children, [&](NodeId child) { return decidesAnExit(f, child, call); });
}
} // namespace

void RowWalks::ofLoop(const Frame &frame, LoopId id, unsigned depth) {
  const Function &f = *frame.function;
  const summary::Loop &loop = f.loops[id];
  const summary::Node &node = f.nodes[f.nodeOfLoop[id]];
  Operation execution;
  Bound end;
  if (loop.kind == LoopKind::Range || loop.kind == LoopKind::Iterator) {
    RowsBehind behind = rowsBehind(program, {&frame, loop.driver});
    execution = behind.operation;
    end = behind.end;
  } else if (node.children.size() > 1) {
    auto isFetch = [&](const Operation &operation) {
      return operation && (operation.row->does == Does::SqlFetchRow || operation.row->does == Does::DocumentFetchRow ||
                           stepsThrough(operation));
    };
    std::vector<CallId> asked, done;
    callsUnder(f, node.children[0], asked);
    callsUnder(f, node.children[1], done);
    bool endless = loop.kind == LoopKind::Forever || loop.bodyFirst;
    auto take = [&](CallId call) {
      Operation fetch = operationAt(program, frame, call);
      if (!execution && isFetch(fetch))
        execution = executionOf(fetch, end);
    };
    llvm::for_each(asked, take);
    for (CallId call : done)
      if (!execution && (madeOf(f, loop.condition, call) || (endless && decidesAnExit(f, node.children[1], call))))
        take(call);
  }
  if (execution) {
    Kept kept = keptPerTurn(program, frame, id);
    walks[{execution.frame->function, execution.call}].push_back({execution.frame, kept.by, kept.container});
    return;
  }
  // The rows are a parameter: whoever calls has asked for them.
  if (!end || end.frame->caller || end.get().kind != ValueKind::Parameter || depth >= MaxCallers ||
      end.frame->function != &f || frame.caller)
    return;
  for (const Site &caller : f.callers) {
    const Frame *outer = program.frame(*caller.function);
    for (const Target &target : targets(program, *outer, caller.call))
      if (target.function == &f)
        ofLoop(*program.enter(*outer, caller.call, target), id, depth + 1);
  }
}

// A library call that runs a callback for each row of what it executes.
void RowWalks::ofCallback(const Frame &frame, CallId call) {
  if (program.meanings({frame.function, call}).callbacks.empty())
    return;
  Operation execution = operationAt(program, frame, call);
  if (!execution)
    return;
  for (const Target &target : targets(program, frame, call))
    if (target.mode == Mode::PerElement && target.row && !target.row->over) {
      Kept kept = keptPerCall(program, *program.enter(frame, call, target));
      walks[{frame.function, call}].push_back({&frame, kept.by, kept.container});
    }
}

// Frames agree when they name the same calls, as far as both go.
static bool agree(const Frame *a, const Frame *b) {
  for (; a && b; a = a->caller, b = b->caller) {
    if (a->function != b->function)
      return false;
    if (!a->caller || !b->caller)
      return true;
    if (a->call != b->call)
      return false;
  }
  return true;
}

std::vector<const RowWalk *> RowWalks::over(const Operation &operation) const {
  std::vector<const RowWalk *> result;
  auto known = walks.find({operation.frame->function, operation.call});
  if (known == walks.end())
    return result;
  for (const RowWalk &walk : known->second)
    if (agree(walk.execution, operation.frame))
      result.push_back(&walk);
  return result;
}

} // namespace scalelint::program
