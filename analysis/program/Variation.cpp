// What changes from turn to turn of a region: a value is taken apart into what it was made of, until a trace of
// the turn is met (the loop's element, a variable that the body assigns, a parameter that a recursion
// changes). It ends since no value is looked at twice.
#include "analysis/program/Arguments.h"
#include "analysis/program/Operations.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using summary::NodeKind;
using summary::Value;

namespace {
class TurnSearch {
public:
  TurnSearch(const Program &program, const Repeated &region)
      : program(program), region(region), function(*region.frame.function) {}

  bool find(Bound bound) {
    if (!bound || !seen.insert(bound).second)
      return false;
    if (seen.size() > 4000)
      return true; // too large to prove that nothing changes
    const Value &value = bound.get();
    const Frame &frame = *bound.frame;
    bool atRegion = &frame == &region.frame;
    switch (value.kind) {
    case ValueKind::Carried:
      if (atRegion && value.loop == region.loop)
        return true;
      break;
    case ValueKind::Element:
      if (atRegion && region.loop != None && value.index == region.loop)
        return true;
      break;
    case ValueKind::Local:
      if (atRegion && (value.operands.empty() || !value.operands[0]) && declaredInside(value.index))
        return true;
      break;
    case ValueKind::Unknown:
      return false;
    case ValueKind::Parameter:
      return parameterVaries(bound) || find(step(program, bound));
    case ValueKind::Captured:
      return find(step(program, bound));
    case ValueKind::This: // of a method that the region leads to: the object it runs on
      return !atRegion && handle(object(program, frame), /*isPart=*/false);
    case ValueKind::Field:
      if (!value.operands.empty() && find({&frame, value.operands[0]}))
        return true;
      return storedInside(value.entity);
    case ValueKind::Result:
    case ValueKind::After:
      if (value.kind == ValueKind::After && find({&frame, value.operands[0]}))
        return true;
      return findCall(frame, value.index);
    default:
      break;
    }
    return llvm::any_of(value.operands, [&](ValueId operand) { return find({&frame, operand}); });
  }

  // Follows the object itself; what was passed along with it counts, that it was used does not. What only
  // went into its making (`isPart`) also changes by reading on in it.
  bool handle(Bound bound, bool isPart) {
    if (!bound || !handles.insert(bound).second)
      return false;
    if (handles.size() > 1000)
      return true;
    const Value &value = bound.get();
    const Frame &frame = *bound.frame;
    bool atRegion = &frame == &region.frame;
    switch (value.kind) {
    case ValueKind::Carried:
      return (atRegion && (assignedInside(value.index) || touchedInside(frame, bound, isPart))) ||
             handle({&frame, value.operands[0]}, isPart);
    case ValueKind::After:
      return (inRegion(frame, value.index) && (givesNew(frame, value.index) || (isPart && readsOn(frame, value.index)))) ||
             handle({&frame, value.operands[0]}, isPart);
    case ValueKind::Element:
      if (atRegion && region.loop != None && value.index == region.loop)
        return true;
      if (value.operands.size() > 1 && find({&frame, value.operands[1]}))
        return true;
      return !value.operands.empty() && handle({&frame, value.operands[0]}, isPart);
    case ValueKind::Local:
      if (atRegion && assignedInside(value.index))
        return true;
      break;
    case ValueKind::Parameter:
      if (parameterVaries(bound))
        return true;
      break;
    case ValueKind::Field:
      if (storedInside(value.entity) || touchedInside(frame, bound, isPart))
        return true;
      return !value.operands.empty() && handle({&frame, value.operands[0]}, isPart);
    case ValueKind::Result: {
      const summary::Call &call = frame.function->calls[value.index];
      return part(frame, call.receiver) ||
             llvm::any_of(call.arguments, [&](ValueId argument) { return part(frame, argument); });
    }
    case ValueKind::Unknown:
    case ValueKind::This:
      return false;
    default:
      return llvm::any_of(value.operands, [&](ValueId operand) { return part(frame, operand); });
    }
    return handle(step(program, bound), isPart);
  }

  // An object, or a plain value.
  bool part(const Frame &frame, ValueId id) {
    if (!id)
      return false;
    const Value &value = frame.function->values[id];
    if (&frame == &region.frame && value.kind == ValueKind::Local && assignedInside(value.index))
      return true; // bound by reference before the region
    bool isObject = value.type != None;
    return isObject ? handle({&frame, id}, true) : find({&frame, id});
  }

private:
  bool parameterVaries(Bound bound) const {
    if (bound.frame == &region.frame && region.frame.function->parameters.size() > bound.get().index &&
        llvm::is_contained(region.parameters, bound.get().index))
      return true;
    // Handed in by whoever runs the callback.
    return bound.frame->callback && !argument(program, *bound.frame, bound.get().index);
  }

  bool inLoop(LoopId inner) const {
    if (region.loop == None)
      return true;
    for (; inner != None; inner = function.loops[inner].parent)
      if (inner == region.loop)
        return true;
    return false;
  }

  // The region holds the call, or leads to its function.
  bool inRegion(const Frame &frame, CallId call) const {
    return &frame == &region.frame ? inLoop(function.calls[call].loop) : frame.depth > region.frame.depth;
  }

  bool isUnder(const Function &in, NodeId node) const {
    if (&in != &function || node == None)
      return false;
    if (region.loop == None)
      return true;
    for (NodeId up = node; up != None; up = in.parents[up])
      if (in.nodes[up].kind == NodeKind::Loop && in.nodes[up].index == region.loop)
        return true;
    return false;
  }

  bool anyNode(NodeKind kind, llvm::function_ref<bool(const summary::Node &)> is) const {
    for (NodeId id = 0; id < function.nodes.size(); ++id)
      if (function.nodes[id].kind == kind && is(function.nodes[id]) && isUnder(function, id))
        return true;
    return false;
  }

  bool declaredInside(LocalId local) const {
    return region.loop != None &&
           anyNode(NodeKind::Declare, [&](const summary::Node &node) { return node.index == local; });
  }

  bool assignedInside(LocalId local) const {
    return anyNode(NodeKind::Assign, [&](const summary::Node &node) {
      const Value &place = function.values[node.place];
      return place.kind == ValueKind::Local && place.index == local;
    });
  }

  bool storedInside(EntityId field) const {
    return llvm::any_of(program.stores(field), [&](const Program::Store &store) {
      return store.function && region.loop != None && isUnder(*store.function, store.node);
    });
  }

  static bool isSame(const Value &a, const Value &b) {
    if (a.kind != b.kind)
      return false;
    if (a.kind == ValueKind::Field)
      return a.entity == b.entity;
    return a.kind == ValueKind::Local && a.index == b.index;
  }

  // Some call of the same function inside the region gives the object something new.
  bool touchedInside(const Frame &frame, Bound what, bool isPart) {
    Value place = untouched(what).get();
    if (what.get().kind == ValueKind::Carried) {
      place.kind = ValueKind::Local;
      place.index = what.get().index;
    }
    const Function &in = *frame.function;
    for (CallId id = 0; id < in.calls.size(); ++id) {
      const summary::Call &call = in.calls[id];
      if (in.nodeOfCall[id] == None || !inRegion(frame, id))
        continue;
      auto is = [&](ValueId value) { return value && isSame(untouched({&frame, value}).get(), place); };
      if ((is(call.receiver) || llvm::any_of(call.arguments, is)) &&
          (givesNew(frame, id, &place) || (isPart && readsOn(frame, id))))
        return true;
    }
    return false;
  }

  // The call passes along something that varies, and is no mere use.
  bool givesNew(const Frame &frame, CallId id, const Value *except = nullptr) {
    if (region.uses && region.uses(frame, id))
      return false;
    const summary::Call &call = frame.function->calls[id];
    return llvm::any_of(call.arguments, [&](ValueId argument) {
      if (except && isSame(untouched({&frame, argument}).get(), *except))
        return false;
      return find({&frame, argument});
    });
  }

  // Moves on to the next row.
  bool readsOn(const Frame &frame, CallId id) const {
    Operation operation = operationAt(program, frame, id);
    return operation && (operation.row->does == model::Does::SqlFetchRow ||
                         operation.row->does == model::Does::DocumentFetchRow);
  }

  bool findCall(const Frame &frame, CallId id) {
    const summary::Call &call = frame.function->calls[id];
    if (call.receiver && find({&frame, call.receiver}))
      return true;
    for (ValueId argument : call.arguments)
      if (find({&frame, argument}))
        return true;
    if (inRegion(frame, id) && readsOn(frame, id))
      return true;
    if (&frame != &region.frame || region.loop == None || !inLoop(call.loop))
      return false;
    if (call.form == summary::CallForm::Construct || hasMark(program, frame, id, model::Mark::Pure))
      return false;
    // Called without any argument and not const: it reads on in something (next(), pop(), rand()).
    const Entity *callee = program.entity(call.callee);
    return call.arguments.empty() && !(callee && callee->isConst);
  }

  const Program &program;
  const Repeated &region;
  const Function &function;
  std::set<Bound> seen, handles;
};
} // namespace

bool varies(const Program &program, Bound value, const Repeated &region) {
  return TurnSearch(program, region).find(value);
}

bool handleVaries(const Program &program, Bound object, const Repeated &region) {
  return TurnSearch(program, region).handle(object, /*isPart=*/false);
}

} // namespace scalelint::program
