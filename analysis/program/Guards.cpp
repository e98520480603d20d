// Guards: conditions that a call stands under.
#include "analysis/program/Guards.h"
#include "analysis/program/Loops.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using model::Does;
using model::Mark;
using summary::NodeKind;
using summary::Value;

namespace {
class Guard {
public:
  Guard(const Program &program, const Frame &frame) : program(program), frame(frame), f(*frame.function) {}

  // A Choice that `node` stands in, within the innermost loop, asks how full a container is that the function
  // adds to.
  bool waitsForBuffer(NodeId node) {
    for (NodeId up = f.parents[node]; up != None && f.nodes[up].kind != NodeKind::Loop; up = f.parents[up])
      if (f.nodes[up].kind == NodeKind::Choice && asksSize(f.nodes[up].value))
        return true;
    return false;
  }

  // Every Choice that decides whether `node` is reached, within the innermost loop: one it stands in, or one
  // before it whose other arm leaves.
  bool guards(NodeId node) {
    for (NodeId up = f.parents[node]; up != None; node = up, up = f.parents[up]) {
      const summary::Node &parent = f.nodes[up];
      if (parent.kind == NodeKind::Loop)
        return false;
      if (parent.kind == NodeKind::Choice && asksCache(parent.value))
        return true;
      if (parent.kind == NodeKind::Block)
        for (NodeId before : parent.children) {
          if (before == node)
            break;
          if (leavesOnHit(before))
            return true;
        }
    }
    return false;
  }

private:
  bool leavesOnHit(NodeId id) {
    const summary::Node &node = f.nodes[id];
    if (node.kind == NodeKind::Choice)
      return llvm::any_of(node.children, [&](NodeId arm) { return alwaysLeaves(f, arm); }) && asksCache(node.value);
    return node.kind == NodeKind::Block && llvm::any_of(node.children, [&](NodeId child) { return leavesOnHit(child); });
  }

  std::vector<CallId> callsBehind(ValueId condition) {
    std::vector<CallId> asked;
    std::set<ValueId> seen;
    callsBehind(condition, asked, seen);
    return asked;
  }

  bool asksSize(ValueId condition) {
    return llvm::any_of(callsBehind(condition), [&](CallId call) {
      return f.calls[call].receiver && hasMark(program, frame, call, Mark::Size) && isFilled(f.calls[call].receiver);
    });
  }

  bool asksCache(ValueId condition) {
    std::vector<CallId> asked = callsBehind(condition);
    return llvm::any_of(asked, [&](CallId call) {
      if (hasMark(program, frame, call, Mark::CacheLookup))
        return true;
      Operation operation = operationAt(program, frame, call);
      if (operation && operation.row->does == Does::CacheRead)
        return true;
      return f.calls[call].receiver && !f.calls[call].arguments.empty() && isFilled(f.calls[call].receiver);
    });
  }

  void callsBehind(ValueId id, std::vector<CallId> &calls, std::set<ValueId> &seen) {
    if (!id || !seen.insert(id).second || seen.size() > 200)
      return;
    const Value &value = f.values[id];
    if (value.kind == ValueKind::Result) {
      const summary::Call &call = f.calls[value.index];
      calls.push_back(value.index);
      callsBehind(call.receiver, calls, seen);
      for (ValueId argument : call.arguments)
        callsBehind(argument, calls, seen);
    }
    for (ValueId operand : value.operands)
      callsBehind(operand, calls, seen);
  }

  // The container that is asked is one that this function adds to.
  bool isFilled(ValueId container) {
    for (CallId id = 0; id < f.calls.size(); ++id)
      if (f.nodeOfCall[id] != None && f.calls[id].receiver && hasMark(program, frame, id, Mark::Grows) &&
          isSamePlace(container, f.calls[id].receiver))
        return true;
    return false;
  }

  bool isSamePlace(ValueId one, ValueId other) {
    const Value *a = &untouched({&frame, one}).get(), *b = &untouched({&frame, other}).get();
    if (a->kind != b->kind || a->kind == ValueKind::Unknown)
      return false;
    switch (a->kind) {
    case ValueKind::Field:
    case ValueKind::Global:
      return a->entity == b->entity;
    case ValueKind::Local:
    case ValueKind::Parameter:
    case ValueKind::Captured:
      return a->index == b->index;
    default:
      return a == b;
    }
  }

  const Program &program;
  const Frame &frame;
  const Function &f;
};
} // namespace

// Some call on the way from `outermost` to `call` is guarded.
static bool anyOnWay(const Program &program, const Frame *frame, CallId call, const Frame *outermost,
                     bool (Guard::*isGuarded)(NodeId)) {
  for (; frame; call = frame->call, frame = frame->caller) {
    NodeId node = frame->function->nodeOfCall[call];
    Guard guard(program, *frame);
    if (node != None && (guard.*isGuarded)(node))
      return true;
    if (frame == outermost)
      break;
  }
  return false;
}

bool behindCache(const Program &program, const Frame *frame, CallId call, const Frame *outermost) {
  return anyOnWay(program, frame, call, outermost, &Guard::guards);
}

bool behindFullBuffer(const Program &program, const Frame *frame, CallId call, const Frame *outermost) {
  return anyOnWay(program, frame, call, outermost, &Guard::waitsForBuffer);
}

} // namespace scalelint::program
