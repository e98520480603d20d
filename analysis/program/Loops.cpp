// What drives a loop.
#include "analysis/program/Loops.h"
#include "analysis/program/Drains.h"
#include "analysis/program/HandFilled.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;
using model::Mark;
using summary::LoopKind;
using summary::NodeKind;
using summary::Value;

// Up to so many rows of a constant LIMIT make no data-driven loop, and so many a step make no batch
// (CATALOG, "Words used below").
static constexpr int64_t SmallLimit = 8;

namespace {
class LoopJudge {
public:
  LoopJudge(const Program &program, const Statements &statements, const Frame &frame)
      : program(program), statements(statements), frame(frame), f(*frame.function) {}

  LoopTurns loop(LoopId id) {
    const summary::Loop &loop = f.loops[id];
    if (loop.alwaysLeaves)
      return {Turns::LeavesFirst};
    if (loop.constantTrips >= 0)
      return {Turns::Constant};
    switch (loop.kind) {
    case LoopKind::Range:
    case LoopKind::Iterator:
      return container({&frame, loop.driver});
    case LoopKind::Links:
      return {Turns::DataDriven, named("link of", {&frame, loop.driver}, "link of a chain")};
    case LoopKind::Counter:
      return counter(loop);
    case LoopKind::Condition:
    case LoopKind::Forever:
      return condition(id, loop);
    }
    return {};
  }

  // A container that is walked.
  LoopTurns container(Bound walked) {
    LoopTurns result{Turns::DataDriven, named("element of", walked, "element")};
    if (!walked)
      return result;
    Bound from = origin(program, walked);
    if (isFixed(walked, from))
      return {Turns::Constant};
    if (Operation fetch = fetchBehind(walked))
      rowsOf(fetch, result);
    return result;
  }

private:
  std::string named(const char *what, Bound value, const char *otherwise) {
    std::string name = describe(program, value);
    if (name.empty())
      return otherwise;
    return std::string(what) + " '" + name + "'";
  }

  void rowsOf(const Operation &fetch, LoopTurns &result) {
    const sql::Statement &statement = statements.of(fetch).statement;
    if (!statement.tables.empty())
      result.driver = "row of '" + statement.tables.front() + "'";
    if (statement.bound == sql::RowBound::Limit && statement.limit) {
      result.upTo = statement.limit;
      if (*statement.limit <= SmallLimit)
        result.turns = Turns::Constant;
    }
    if (statement.bound == sql::RowBound::Aggregate || statement.bound == sql::RowBound::NoTable ||
        statement.bound == sql::RowBound::Exists)
      result.turns = Turns::Constant;
  }

  Operation fetchBehind(Bound value) { return rowsBehind(program, value).operation; }

  // A braced list of constants, an array, a container that was made from one and never grew, or one that is
  // filled by hand.
  bool isFixed(Bound walked, Bound from) {
    if (isFilledByHand(program, walked))
      return true;
    const Value &made = from.get();
    for (Bound seen = walked; seen; seen = step(program, seen)) {
      const Value &v = seen.get();
      std::string type = program.nameOf(v.type);
      if (type == "std::array" || type == "std::initializer_list")
        return true;
      if (v.kind == ValueKind::Local && llvm::StringRef(seen.frame->function->locals[v.index].typeName).ends_with("]"))
        return true;
      if (v.kind == ValueKind::After && hasMark(program, *seen.frame, v.index, Mark::Grows))
        return false;
      if (v.kind == ValueKind::Carried)
        return false;
    }
    if (made.kind == ValueKind::Text)
      return true; // characters of a literal
    if (made.kind == ValueKind::Aggregate)
      return !made.operands.empty();
    if (made.kind == ValueKind::Global || made.kind == ValueKind::Field) {
      const Entity &place = program.entities[made.entity];
      return place.isConst && llvm::StringRef(place.typeName).ends_with("]");
    }
    if (made.kind != ValueKind::Result)
      return false;
    const summary::Call &call = from.frame->function->calls[made.index];
    if (call.form != summary::CallForm::Construct || call.arguments.empty())
      return false;
    const Value &first = from.frame->function->values[call.arguments[0]];
    return first.kind == ValueKind::Aggregate && !first.operands.empty();
  }

  LoopTurns counter(const summary::Loop &loop) {
    // A few at a time are no batch: the number of turns still grows with the data.
    if (loop.step == 0 || std::abs(loop.step) > SmallLimit)
      return {Turns::Chunks};
    Bound bound{&frame, loop.bound};
    if (integer(program, bound))
      return {Turns::Constant};
    // i < ids.size(): the container drives it.
    for (Bound seen = bound; seen; seen = step(program, seen)) {
      const Value &v = seen.get();
      if (v.kind != ValueKind::Result)
        continue;
      const summary::Call &call = seen.frame->function->calls[v.index];
      if (call.receiver && hasMark(program, *seen.frame, v.index, Mark::Size))
        return container({seen.frame, call.receiver});
      if (Bound object = call.receiver ? Bound{seen.frame, call.receiver}
                         : !call.arguments.empty() ? Bound{seen.frame, call.arguments[0]}
                                                   : Bound{})
        if (Operation fetch = fetchBehind(object)) {
          LoopTurns result{Turns::DataDriven, named("row of", object, "row")};
          rowsOf(fetch, result);
          return result;
        }
    }
    LoopTurns result{Turns::DataDriven, named("count in", bound, "count that is not constant")};
    std::string name = describe(program, bound);
    if (!name.empty())
      result.driver = "turn up to '" + name + "'";
    result.needsVariation = true;
    return result;
  }

  // Calls that happen in a subtree, without those of loops nested in it.
  void callsUnder(NodeId node, std::vector<CallId> &result) {
    const summary::Node &n = f.nodes[node];
    if (n.kind == NodeKind::Call)
      result.push_back(n.index);
    if (n.kind == NodeKind::Loop)
      return;
    for (NodeId child : n.children)
      callsUnder(child, result);
  }

  // Is there a way out of the loop, without those of loops nested in it?
  bool leavesInside(NodeId node) const {
    const summary::Node &n = f.nodes[node];
    if (n.kind == NodeKind::Break || n.kind == NodeKind::Return)
      return true;
    return n.kind != NodeKind::Loop && llvm::any_of(n.children, [&](NodeId child) { return leavesInside(child); });
  }

  LoopTurns condition(LoopId id, const summary::Loop &loop) {
    const summary::Node &node = f.nodes[f.nodeOfLoop[id]];
    std::vector<CallId> asked, done;
    callsUnder(node.children[0], asked);
    callsUnder(node.children[1], done);
    for (CallId call : asked)
      if (LoopTurns turns = nextItem(call); turns.turns != Turns::Other)
        return turns;
    // while (true) { row = fetch(); if (!row) break; … }
    if (loop.kind == LoopKind::Forever || loop.bodyFirst)
      for (CallId call : done)
        if (LoopTurns turns = nextItem(call); turns.turns != Turns::Other)
          return turns;
    bool forEver = loop.kind == LoopKind::Forever;
    if (forEver && !leavesInside(node.children[1]))
      return {};
    if (Bound container = drained(program, frame, asked, done, forEver))
      return {Turns::DataDriven, named("element of", container, "element")};
    return {};
  }

  // The call moves on to the next row or the next item of input.
  LoopTurns nextItem(CallId id) {
    const summary::Call &call = f.calls[id];
    Operation operation = operationAt(program, frame, id);
    if (operation && (operation.row->does == Does::SqlFetchRow || operation.row->does == Does::DocumentFetchRow)) {
      Bound rows = call.receiver                ? Bound{&frame, call.receiver}
                   : !call.arguments.empty()    ? Bound{&frame, call.arguments[0]}
                                                : Bound{};
      LoopTurns result{Turns::DataDriven, named("row of", rows, "row")};
      if (rows)
        if (Operation fetch = fetchBehind(rows))
          rowsOf(fetch, result);
      if (result.turns == Turns::DataDriven && !operation.row->rowsBy.size() && rows)
        limitOfPrepared(operation, result);
      return result;
    }
    if (hasMark(program, frame, id, Mark::NextInput)) {
      Bound input = call.receiver ? Bound{&frame, call.receiver}
                    : !call.arguments.empty() ? Bound{&frame, call.arguments[0]}
                                              : Bound{};
      return {Turns::DataDriven, named("item read from", input, "item of input")};
    }
    return {};
  }

  // sqlite3_step, QSqlQuery::next: the statement was prepared or executed on the same object.
  void limitOfPrepared(const Operation &fetch, LoopTurns &result) {
    if (!fetch.row->preparedOn && !fetch.row->text)
      return;
    rowsOf(fetch, result);
  }

  const Program &program;
  const Statements &statements;
  const Frame &frame;
  const Function &f;
};
} // namespace

LoopTurns turnsOf(const Program &program, const Statements &statements, const Frame &frame, LoopId loop) {
  if (frame.function->nodeOfLoop[loop] == None)
    return {};
  return LoopJudge(program, statements, frame).loop(loop);
}

LoopTurns turnsOf(const Program &program, const Statements &statements, const Frame &frame, CallId call,
                  const model::CallbackRow &row) {
  LoopJudge judge(program, statements, frame);
  if (row.over)
    return judge.container(select(program, frame, call, *row.over));
  LoopTurns result{Turns::DataDriven, "row"};
  if (Operation operation = operationAt(program, frame, call)) {
    const sql::Statement &statement = statements.of(operation).statement;
    if (!statement.tables.empty())
      result.driver = "row of '" + statement.tables.front() + "'";
    if (statement.limit) {
      result.upTo = statement.limit;
      if (*statement.limit <= SmallLimit)
        result.turns = Turns::Constant;
    }
  }
  return result;
}

// Every way from the start of the node ends with one of these.
static bool endsWith(const Function &f, NodeId id, std::initializer_list<NodeKind> ends) {
  const summary::Node &node = f.nodes[id];
  auto does = [&](NodeId child) { return endsWith(f, child, ends); };
  if (node.kind == NodeKind::Block)
    return llvm::any_of(node.children, does);
  if (node.kind == NodeKind::Choice)
    return !node.children.empty() && llvm::all_of(node.children, does);
  return llvm::is_contained(ends, node.kind);
}

bool leaves(const Function &f, NodeId node) {
  return endsWith(f, node, {NodeKind::Break, NodeKind::Continue, NodeKind::Return, NodeKind::Throw, NodeKind::Goto});
}

bool leavesLoop(const Function &f, NodeId node) {
  return endsWith(f, node, {NodeKind::Break, NodeKind::Return, NodeKind::Throw});
}

bool leavesAfter(const Function &f, CallId call, LoopId loop) {
  NodeId node = f.nodeOfCall[call];
  while (node != None) {
    NodeId up = f.parents[node];
    if (up == None)
      return false;
    const summary::Node &parent = f.nodes[up];
    if (parent.kind == NodeKind::Try)
      return false; // what is thrown may be caught and the loop go on
    if (parent.kind == NodeKind::Block) {
      auto at = llvm::find(parent.children, node);
      for (auto later = std::next(at); later != parent.children.end(); ++later) {
        if (f.nodes[*later].kind == NodeKind::Continue)
          return false;
        if (leavesLoop(f, *later))
          return true;
      }
    }
    if (parent.kind == NodeKind::Loop)
      return false; // the end of the body: round again
    node = up;
  }
  return false;
}

} // namespace scalelint::program
