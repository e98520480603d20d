// The container is followed back from where it is walked to the call that made it. What is met on the way is its
// past; the variable as any turn of a loop may find it (`Carried`) has all that the loop does in its past, also
// what stands behind the walk.
#include "analysis/program/HandFilled.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using model::Mark;
using model::Selector;
using summary::NodeKind;
using summary::Value;

namespace {
class HandFilled {
public:
  HandFilled(const Program &program, Bound walked)
      : program(program), frame(*walked.frame), f(*walked.frame->function), walked(walked) {}

  bool holds() {
    Bound seen = walked;
    while (seen && (isVariable(seen.get().kind) || isBegin(seen)))
      seen = isBegin(seen) ? Bound{seen.frame, seen.frame->function->calls[seen.get().index].receiver}
                           : step(program, seen);
    if (!seen || seen.frame->function != &f || seen.get().kind != ValueKind::Result)
      return false;
    maker = seen.get().index;
    const summary::Call &made = f.calls[maker];
    if (made.form != summary::CallForm::Construct || made.into == None || !isContainer(seen.get().type))
      return false;
    local = made.into;
    bool sized = !made.arguments.empty() && integer(program, {&frame, made.arguments[0]}).value_or(0) > 0;
    if (!made.arguments.empty() && !sized)
      return false;
    lookBack(walked.value);
    return !hasOtherWays() && fill(made, sized);
  }

private:
  static bool isVariable(ValueKind kind) {
    return kind == ValueKind::Local || kind == ValueKind::After || kind == ValueKind::Carried;
  }

  bool isBegin(Bound value) {
    return value.get().kind == ValueKind::Result && hasMark(program, *value.frame, value.get().index, Mark::Begin);
  }

  // Collects the past of a value.
  void lookBack(ValueId id) {
    if (!id)
      return;
    const Value &v = f.values[id];
    if (isBegin({&frame, id}))
      return lookBack(f.calls[v.index].receiver);
    if (!isVariable(v.kind))
      return;
    if (v.kind == ValueKind::Carried)
      pastLoops.insert(v.loop);
    if (v.kind == ValueKind::After)
      pastCalls.insert(v.index);
    for (ValueId operand : v.operands)
      lookBack(operand);
  }

  bool isPast(CallId call) const {
    for (LoopId loop = f.calls[call].loop; loop != None; loop = f.loops[loop].parent)
      if (pastLoops.count(loop))
        return true;
    return pastCalls.count(call);
  }

  // Is the value the container, whatever became of it?
  bool isIt(ValueId id) const {
    while (id && isVariable(f.values[id].kind)) {
      const Value &v = f.values[id];
      if (v.kind == ValueKind::Local)
        return v.index == local;
      id = v.operands[0];
    }
    return id && f.values[id].kind == ValueKind::Result && f.values[id].index == maker;
  }

  // Is the container captured, assigned as a whole, referred to by another, or was it changed by a call it was
  // given to?
  bool hasOtherWays() const {
    auto isWay = [&](const Value &v) {
      switch (v.kind) {
      case ValueKind::Closure:
        return llvm::any_of(v.operands, [&](ValueId id) { return isIt(id); });
      case ValueKind::Local:
        return v.index != local && f.locals[v.index].isReference && !v.operands.empty() && isIt(v.operands[0]);
      case ValueKind::After:
        return isPast(v.index) && isIt(v.operands[0]) && !isIt(f.calls[v.index].receiver);
      default:
        return false;
      }
    };
    return llvm::any_of(f.values, isWay) || llvm::any_of(f.nodes, [&](const summary::Node &node) {
      return node.kind == NodeKind::Assign && isIt(node.place);
    });
  }

  // Does what was done to the container put in elements one by one, and at least one?
  bool fill(const summary::Call &made, unsigned elements) {
    for (CallId id = 0; id < f.calls.size(); ++id) {
      const summary::Call &call = f.calls[id];
      if (!isPast(id) || !isIt(call.receiver))
        continue;
      bool grows = hasMark(program, frame, id, Mark::Grows);
      if (grows ? !handsOn(id, Selector::Of::Argument, Selector::Of::Receiver) || call.loop != made.loop
                : !keepsSize(id))
        return false;
      elements += grows;
    }
    return elements;
  }

  // Does a call hand an element on from `from` to `to`?
  bool handsOn(CallId id, Selector::Of from, Selector::Of to) {
    return llvm::any_of(program.meanings({&f, id}).flows, [&](const model::FlowRow *row) {
      return row->element && row->from.of == from && row->to.of == to &&
             program::holds(program, frame, id, row->pattern);
    });
  }

  // A member function that is known to add nothing.
  bool keepsSize(CallId id) {
    const Entity *callee = program.entity(f.calls[id].callee);
    if (callee && callee->isConst)
      return true;
    for (Mark mark : {Mark::Begin, Mark::End, Mark::Size, Mark::Empty})
      if (hasMark(program, frame, id, mark))
        return true;
    return handsOn(id, Selector::Of::Result, Selector::Of::Receiver);
  }

  // A class of which a rule pack says what makes it grow.
  bool isContainer(EntityId type) {
    std::string prefix = program.nameOf(type) + "::";
    return type != None && llvm::any_of(program.packs, [&](const model::RulePack &pack) {
      return llvm::any_of(pack.marks, [&](const model::MarkRow &row) {
        return row.is == Mark::Grows && llvm::StringRef(row.pattern.call).starts_with(prefix);
      });
    });
  }

  const Program &program;
  const Frame &frame;
  const Function &f;
  Bound walked;
  LocalId local = None; // the container
  CallId maker = None;  // its construction
  std::set<CallId> pastCalls;
  std::set<LoopId> pastLoops;
};
} // namespace

bool isFilledByHand(const Program &program, Bound walked) { return HandFilled(program, walked).holds(); }

} // namespace scalelint::program
