// Transactions: the nearest call before a place that opens or closes one decides.
#include "analysis/program/Transactions.h"

#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;
using summary::NodeKind;

// Callers further out than this are taken not to hold a transaction.
static constexpr unsigned MaxCallers = 4;

namespace {
enum class Edge { None, Begin, End };

class TransactionSearch {
public:
  TransactionSearch(const Program &program, const Statements &statements) : program(program), statements(statements) {}

  bool open(const Function &function, NodeId node, unsigned depth) {
    if (node == None)
      return false;
    for (NodeId up = function.parents[node]; up != None; node = up, up = function.parents[up]) {
      const summary::Node &parent = function.nodes[up];
      if (parent.kind != NodeKind::Block)
        continue;
      auto at = llvm::find(parent.children, node);
      while (at != parent.children.begin())
        if (Edge edge = lastEdge(function, *--at); edge != Edge::None)
          return edge == Edge::Begin;
    }
    if (depth >= MaxCallers || function.callers.empty())
      return false;
    return llvm::all_of(function.callers, [&](const Site &caller) {
      return caller.function != &function &&
             open(*caller.function, caller.function->nodeOfCall[caller.call], depth + 1);
    });
  }

private:
  Edge lastEdge(const Function &function, NodeId id) {
    const summary::Node &node = function.nodes[id];
    if (node.kind == NodeKind::Call)
      return edgeOf(function, node.index);
    for (NodeId child : llvm::reverse(node.children))
      if (Edge edge = lastEdge(function, child); edge != Edge::None)
        return edge;
    return Edge::None;
  }

  Edge edgeOf(const Function &function, CallId call) {
    const Frame *frame = program.frame(function);
    if (Operation operation = operationAt(program, *frame, call)) {
      switch (operation.row->does) {
      case Does::SqlBegin:
        return Edge::Begin;
      case Does::SqlCommit:
      case Does::SqlRollback:
        return Edge::End;
      case Does::SqlExecute:
        return edgeOf(statements.of(operation).statement.verb);
      default:
        return Edge::None;
      }
    }
    for (const Meanings::Scope &scope : program.meanings(function.calls[call]).scopes)
      if (scope.row->kind == model::ScopeKind::Transaction)
        return scope.edge == Meanings::Scope::Edge::End ? Edge::End : Edge::Begin;
    const Entity *callee = program.entity(function.calls[call].callee);
    if (callee && callee->definition)
      return effect(*callee->definition);
    if (program.meanings(function.calls[call]).constructs.empty())
      return Edge::None;
    auto made = targets(program, *frame, call); // std::make_unique<Guard>(…)
    return made.size() == 1 ? effect(*made[0].function) : Edge::None;
  }

  static Edge edgeOf(sql::Verb verb) {
    switch (verb) {
    case sql::Verb::Begin:
      return Edge::Begin;
    case sql::Verb::Commit:
    case sql::Verb::Rollback:
      return Edge::End;
    default:
      return Edge::None;
    }
  }

  // What a call of the function leaves behind.
  Edge effect(const Function &function) {
    auto [it, inserted] = effects.try_emplace(&function, Edge::None); // None while it is found: recursion adds none
    if (inserted) {
      Edge edge = lastEdge(function, 0);
      effects[&function] = edge;
      return edge;
    }
    return it->second;
  }

  const Program &program;
  const Statements &statements;
  std::map<const Function *, Edge> effects;
};
} // namespace

bool inTransaction(const Program &program, const Statements &statements, const Function &function, CallId call) {
  return TransactionSearch(program, statements).open(function, function.nodeOfCall[call], 0);
}

} // namespace scalelint::program
