// Growth on every turn: only what no branch can leave out counts, so `if (matches(row)) hits.push_back(row)`
// is not every row. A branch whose other arm leaves the loop is no such branch.
#include "analysis/program/Keeping.h"

#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Mark;
using summary::NodeKind;
using summary::Value;

// Rows are kept by a helper of a helper at most.
static constexpr unsigned MaxDepth = 3;

namespace {
class KeepSearch {
public:
  // `region`: the body in the frame's function.
  KeepSearch(const Program &program, const Frame &frame, NodeId region)
      : program(program), outermost(frame), region(region) {}

  Kept run() {
    find(outermost, region, 0);
    return result;
  }

private:
  const Program &program;
  const Frame &outermost;
  NodeId region;
  Kept result;

  enum class Flow : uint8_t { GoesOn, Leaves, Skips, Found };

  Flow find(const Frame &frame, NodeId id, unsigned depth) {
    const Function &f = *frame.function;
    const summary::Node &node = f.nodes[id];
    switch (node.kind) {
    case NodeKind::Call:
      return call(frame, node.index, depth) ? Flow::Found : Flow::GoesOn;
    case NodeKind::Assign:
      return assigned(frame, node) ? Flow::Found : Flow::GoesOn;
    case NodeKind::Choice:
      return choice(frame, node, depth);
    case NodeKind::Continue:
    case NodeKind::Goto:
      return Flow::Skips;
    case NodeKind::Break:
    case NodeKind::Return:
    case NodeKind::Throw:
      return Flow::Leaves;
    case NodeKind::Try:
      return node.children.empty() ? Flow::GoesOn : find(frame, node.children[0], depth);
    case NodeKind::Loop:
      // What an inner loop's branches do is not what each turn of this one does; that it grows something is.
      if (node.children.size() > 1 && find(frame, node.children[1], depth) == Flow::Found)
        return Flow::Found;
      return Flow::GoesOn;
    default:
      break;
    }
    for (NodeId child : node.children)
      if (Flow flow = find(frame, child, depth); flow != Flow::GoesOn)
        return flow;
    return Flow::GoesOn;
  }

  // Every arm that does not leave must keep.
  Flow choice(const Frame &frame, const summary::Node &node, unsigned depth) {
    bool goesOn = false, found = false, skips = false;
    Kept before = result;
    for (NodeId arm : node.children) {
      Flow flow = find(frame, arm, depth);
      goesOn |= flow == Flow::GoesOn;
      found |= flow == Flow::Found;
      skips |= flow == Flow::Skips;
    }
    if (found && !goesOn && !skips)
      return Flow::Found;
    result = before;
    if (skips || found)
      return skips ? Flow::Skips : Flow::GoesOn;
    return goesOn ? Flow::GoesOn : Flow::Leaves;
  }

  bool call(const Frame &frame, CallId id, unsigned depth) {
    const Function &f = *frame.function;
    const summary::Call &call = f.calls[id];
    if (call.receiver && hasMark(program, frame, id, Mark::Grows)) {
      bool byKey = call.form == summary::CallForm::Operator && call.arguments.size() == 1 &&
                   llvm::StringRef(program.nameOf(call.callee)).ends_with("operator[]");
      return !byKey && keeps(frame, id, {&frame, call.receiver});
    }
    if (depth >= MaxDepth)
      return false;
    auto inside = targets(program, frame, id);
    if (inside.size() != 1 || inside[0].mode > Mode::Callback)
      return false;
    return find(*program.enter(frame, id, inside[0]), 0, depth + 1) == Flow::Found;
  }

  // byName[row.name] = row: a new key, unless the old value goes into the new one (a sum for each key).
  bool assigned(const Frame &frame, const summary::Node &node) {
    const Function &f = *frame.function;
    const Value &place = f.values[node.place];
    if (place.kind != ValueKind::Element || place.operands.empty() || f.values[node.value].kind == ValueKind::Binary)
      return false;
    for (CallId id = 0; id < f.calls.size(); ++id) // the operator that made room for the key
      if (f.calls[id].receiver == place.operands[0] && hasMark(program, frame, id, Mark::Grows))
        return keeps(frame, id, {&frame, place.operands[0]});
    return false;
  }

  bool keeps(const Frame &frame, CallId by, Bound container) {
    Bound root = rootOf(container);
    if (!root || livesForATurn(root))
      return false;
    result = {{frame.function, by}, describe(program, container)};
    return true;
  }

  // The variable, field or global that holds the object; none: a temporary, or not known.
  Bound rootOf(Bound bound) const {
    for (unsigned i = 0; bound && i < 64; ++i) {
      const Value &value = bound.get();
      const Frame &frame = *bound.frame;
      auto operand = [&](size_t n) -> Bound {
        return n < value.operands.size() && value.operands[n] ? Bound{&frame, value.operands[n]} : Bound{};
      };
      switch (value.kind) {
      case ValueKind::Local: {
        // A reference or a pointer stands for what it was made from.
        bool standsFor = frame.function->locals[value.index].isReference && operand(0) &&
                         operand(0).get().kind != ValueKind::Unknown;
        if (!standsFor)
          return bound;
        bound = operand(0);
        break;
      }
      case ValueKind::Global:
      case ValueKind::This:
        return bound;
      case ValueKind::Parameter:
      case ValueKind::Captured: {
        Bound given = step(program, bound);
        if (!given)
          return bound;
        bound = given;
        break;
      }
      case ValueKind::Result: {
        const summary::Call &call = frame.function->calls[value.index];
        if (call.form == summary::CallForm::Construct)
          return {};
        bound = call.receiver           ? Bound{&frame, call.receiver}
                : call.arguments.empty() ? Bound{}
                                         : Bound{&frame, call.arguments[0]};
        break;
      }
      case ValueKind::Carried:
        return bound; // of a variable; its index is the local
      default:
        bound = operand(0);
      }
    }
    return {};
  }

  bool livesForATurn(Bound root) const {
    const Value &value = root.get();
    if (value.kind != ValueKind::Local && value.kind != ValueKind::Carried)
      return false;
    const Function &f = *root.frame->function;
    if (value.index >= f.locals.size())
      return false;
    if (f.locals[value.index].isStatic)
      return false;
    if (root.frame != &outermost)
      return isInside(root.frame); // of a helper that the region calls
    for (NodeId id = 0; id < f.nodes.size(); ++id)
      if (f.nodes[id].kind == NodeKind::Declare && f.nodes[id].index == value.index)
        for (NodeId up = id; up != None; up = f.parents[up])
          if (up == region)
            return true;
    return false;
  }

  bool isInside(const Frame *frame) const {
    for (; frame; frame = frame->caller)
      if (frame->caller == &outermost)
        return true;
    return false;
  }
};

// Looks for a comparison that stops a loop: with a size, or of a count.
class StopSearch {
public:
  StopSearch(const Program &program, const Frame &frame) : program(program), frame(frame), f(*frame.function) {}

  bool stops(LoopId loop) {
    if (f.loops[loop].kind == summary::LoopKind::Counter && f.loops[loop].bound)
      return true;
    if (counts(f.loops[loop].condition, 0))
      return true;
    return exits(f.nodes[f.nodeOfLoop[loop]].children[1]);
  }

private:
  bool exits(NodeId id) {
    const summary::Node &node = f.nodes[id];
    if (node.kind == NodeKind::Choice && counts(node.value, 0))
      for (NodeId arm : node.children)
        for (NodeId child : f.nodes[arm].children)
          if (f.nodes[child].kind == NodeKind::Break || f.nodes[child].kind == NodeKind::Return)
            return true;
    return llvm::any_of(node.children, [&](NodeId child) { return exits(child); });
  }

  bool counts(ValueId id, unsigned depth) {
    const Value &value = f.values[id];
    if (depth > 6 || value.kind != ValueKind::Binary)
      return false;
    static constexpr llvm::StringRef comparisons[] = {"<", ">", "<=", ">=", "==", "!="};
    if (llvm::is_contained(comparisons, value.symbol))
      return llvm::any_of(value.operands, [&](ValueId side) { return isCount(side); });
    return llvm::any_of(value.operands, [&](ValueId part) { return counts(part, depth + 1); });
  }

  // A size, or a number that the loop changes by itself: i, --left, taken++.
  bool isCount(ValueId id) {
    const Value *value = &f.values[id];
    for (unsigned i = 0; i < 8 && (value->kind == ValueKind::Local || value->kind == ValueKind::After) &&
                         !value->operands.empty();
         ++i)
      value = &f.values[value->operands[0]];
    if (value->kind == ValueKind::Result)
      return hasMark(program, frame, value->index, Mark::Size);
    if (value->kind == ValueKind::Binary)
      return llvm::any_of(value->operands, [&](ValueId part) { return isCount(part); });
    return value->kind == ValueKind::Carried && !value->operands.empty() && !isAnswer(*value) &&
           integer(program, {&frame, value->operands[0]}).has_value();
  }

  // A variable that each turn takes from a call: a status, no count.
  bool isAnswer(const Value &carried) const {
    return llvm::any_of(f.values, [&](const Value &after) {
      if (after.kind != ValueKind::Carried || after.loop != carried.loop || after.index != carried.index ||
          after.operands.size() < 2)
        return false;
      const Value *end = &f.values[after.operands[1]];
      for (unsigned i = 0; i < 8 && end->kind == ValueKind::Local && !end->operands.empty(); ++i)
        end = &f.values[end->operands[0]];
      return end->kind == ValueKind::Result;
    });
  }

  const Program &program;
  const Frame &frame;
  const Function &f;
};
} // namespace

Kept keptPerTurn(const Program &program, const Frame &frame, LoopId loop) {
  const Function &f = *frame.function;
  if (StopSearch(program, frame).stops(loop))
    return {};
  return KeepSearch(program, frame, f.nodes[f.nodeOfLoop[loop]].children[1]).run();
}

Kept keptPerCall(const Program &program, const Frame &callback) { return KeepSearch(program, callback, 0).run(); }

} // namespace scalelint::program
