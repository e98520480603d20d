// Guards: conditions that a call stands under.
#include "analysis/program/Guards.h"
#include "analysis/program/CacheGuards.h"
#include "analysis/program/Loops.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using model::Does;
using model::Mark;
using summary::NodeKind;
using summary::Value;

// A helper's helper, and no further: what lies deeper is no longer about this lookup.
static constexpr unsigned MaxHelpers = 3;

namespace {
class Guard {
public:
  Guard(const Program &program, Fillings &fillings, const Frame &frame)
      : program(program), fillings(fillings), frame(frame), f(*frame.function) {}

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
  bool waitsForMiss(NodeId node) {
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
      return llvm::any_of(node.children, [&](NodeId arm) { return leaves(f, arm); }) && asksCache(node.value);
    return node.kind == NodeKind::Block && llvm::any_of(node.children, [&](NodeId child) { return leavesOnHit(child); });
  }

  bool asksSize(ValueId condition) {
    std::set<CallId> asked;
    addSources(program, f, condition, asked);
    return llvm::any_of(asked, [&](CallId call) {
      return f.calls[call].receiver && hasMark(program, frame, call, Mark::Size) && isFilled(f.calls[call].receiver);
    });
  }

  bool asksCache(ValueId condition) {
    std::set<CallId> asked;
    addSources(program, f, condition, asked);
    return llvm::any_of(asked, [&](CallId id) {
      if (hasMark(program, frame, id, Mark::CacheLookup))
        return true;
      Operation operation = operationAt(program, frame, id);
      if (operation && operation.row->does == Does::CacheRead)
        return true;
      const summary::Call &call = f.calls[id];
      if (call.receiver && !call.arguments.empty() && isFilled(call.receiver))
        return true;
      const Entity *callee = program.entity(call.callee);
      if (!callee || !callee->definition)
        return false;
      const std::set<EntityId> &asks = fillings.asked(*callee->definition), &filled = fillings.filled(f, MaxHelpers);
      return llvm::any_of(asks, [&](EntityId container) { return filled.contains(container); });
    });
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
  Fillings &fillings;
  const Frame &frame;
  const Function &f;
};
} // namespace

// Calls on a container that is a field or a global: `wanted` says which.
static std::set<EntityId> containers(const Program &program, const Function &function,
                                     llvm::function_ref<bool(const Frame &, CallId)> wanted) {
  std::set<EntityId> result;
  const Frame *frame = program.frame(function);
  for (CallId id = 0; id < function.calls.size(); ++id) {
    const summary::Call &call = function.calls[id];
    if (function.nodeOfCall[id] == None || !call.receiver)
      continue;
    const Value &place = untouched({frame, call.receiver}).get();
    if ((place.kind == ValueKind::Field || place.kind == ValueKind::Global) && wanted(*frame, id))
      result.insert(place.entity);
  }
  return result;
}

const std::set<EntityId> &Fillings::asked(const Function &function) {
  auto [it, inserted] = askedBy.try_emplace(&function);
  if (inserted)
    it->second = containers(program, function, [&](const Frame &frame, CallId id) {
      const summary::Call &call = frame.function->calls[id];
      const Entity *callee = program.entity(call.callee);
      return callee && !callee->user && !call.arguments.empty() && !hasMark(program, frame, id, Mark::Grows);
    });
  return it->second;
}

const std::set<EntityId> &Fillings::filled(const Function &function, unsigned depth) {
  auto [it, inserted] = filledBy.try_emplace({&function, depth}); // empty while it is being found
  if (!inserted)
    return it->second;
  std::set<EntityId> fields = containers(
      program, function, [&](const Frame &frame, CallId id) { return hasMark(program, frame, id, Mark::Grows); });
  if (depth)
    for (const summary::Call &call : function.calls)
      if (const Entity *callee = program.entity(call.callee); callee && callee->definition)
        {
        const auto &inner = filled(*callee->definition, depth - 1);
        fields.insert(inner.begin(), inner.end());
      }
  return filledBy[{&function, depth}] = std::move(fields);
}

// Some call on the way from `outermost` to `call` is guarded.
static bool anyOnWay(const Program &program, Fillings &fillings, const Frame *frame, CallId call,
                     const Frame *outermost, bool (Guard::*isGuarded)(NodeId)) {
  for (; frame; call = frame->call, frame = frame->caller) {
    NodeId node = frame->function->nodeOfCall[call];
    Guard guard(program, fillings, *frame);
    if (node != None && (guard.*isGuarded)(node))
      return true;
    if (frame == outermost)
      break;
  }
  return false;
}

bool Guards::behindCache(const Frame *frame, CallId call, const Frame *outermost) {
  return anyOnWay(program, fillings, frame, call, outermost, &Guard::waitsForMiss);
}

bool Guards::behindFullBuffer(const Frame *frame, CallId call, const Frame *outermost) {
  return anyOnWay(program, fillings, frame, call, outermost, &Guard::waitsForBuffer);
}

} // namespace scalelint::program
