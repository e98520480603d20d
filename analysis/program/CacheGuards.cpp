// Caches in front of databases.
//
//   auto known = cache.get(key);    Lookup: the choice below depends on its answer …
//   if (known)
//     return *known;                … an arm leaves, so everything after the choice depends on it too
//   auto row = store.load(key);     a database is asked under that choice
//   cache.put(key, row);            Store
#include "analysis/program/CacheGuards.h"
#include "analysis/program/Loops.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Does;
using summary::NodeKind;
using summary::Value;

Kinds kindOf(const model::OperationRow &row) {
  switch (row.does) {
  case Does::CacheRead:
    return CacheReads;
  case Does::CacheWrite:
    return CacheWrites;
  case Does::CacheCommand:
    return CacheReads | CacheWrites;
  default:
    return isDatabase(row.does) ? DatabaseCalls : OtherCalls;
  }
}

namespace {
class SourceSearch {
public:
  SourceSearch(const Program &program, const Function &function, std::set<CallId> &sources)
      : program(program), function(function), sources(sources) {}

  void visit(ValueId id) {
    if (!id || !seen.insert(id).second)
      return;
    const Value &value = function.values[id];
    if (value.kind == ValueKind::Result || value.kind == ValueKind::After)
      visitCall(value.index);
    for (ValueId operand : value.operands)
      visit(operand);
    if (value.kind == ValueKind::Local)
      visitChoices(value.index);
  }

private:
  void visitCall(CallId id) {
    if (!sources.insert(id).second)
      return;
    const summary::Call &call = function.calls[id];
    ValueId session = sessionOf(id);
    if (call.receiver != session)
      visit(call.receiver);
    for (ValueId argument : call.arguments)
      if (argument != session)
        visit(argument);
  }

  // What an operation answers does not come from what was asked on the same connection before.
  ValueId sessionOf(CallId id) const {
    Operation operation = operationAt(program, *program.frame(function), id);
    if (!operation || !operation.row->session || operation.row->continuation)
      return 0;
    Bound session = select(program, *operation.frame, id, *operation.row->session);
    return session.frame == operation.frame ? session.value : 0;
  }

  // `bool hit = false; if (answer) hit = true;`: the choice decides what the local is.
  void visitChoices(LocalId local) {
    for (NodeId id = 0; id < function.nodes.size(); ++id) {
      const summary::Node &node = function.nodes[id];
      if (node.kind != NodeKind::Assign)
        continue;
      const Value &place = function.values[node.place];
      if (place.kind != ValueKind::Local || place.index != local)
        continue;
      for (NodeId up = function.parents[id]; up != None; up = function.parents[up])
        if (function.nodes[up].kind == NodeKind::Choice)
          visit(function.nodes[up].value);
    }
  }

  const Program &program;
  const Function &function;
  std::set<CallId> &sources;
  std::set<ValueId> seen;
};

class RoleSearch {
public:
  RoleSearch(const Program &program, const Function &function, const std::vector<Kinds> &kinds)
      : program(program), function(function), kinds(kinds), roles(kinds.size(), CacheRole::None) {}

  std::vector<CacheRole> run() {
    Kinds all = 0;
    for (Kinds each : kinds)
      all |= each;
    if ((all & CacheReads) && (all & DatabaseCalls))
      for (NodeId id = 0; id < function.nodes.size(); ++id)
        if (function.nodes[id].kind == NodeKind::Choice)
          choice(id);
    return std::move(roles);
  }

private:
  bool isLookup(CallId id) const { return (kinds[id] & CacheReads) && !(kinds[id] & (DatabaseCalls | OtherCalls)); }
  bool isStore(CallId id) const { return (kinds[id] & CacheWrites) && !(kinds[id] & (DatabaseCalls | OtherCalls)); }

  void choice(NodeId id) {
    std::set<CallId> sources;
    addSources(program, function, function.nodes[id].value, sources);
    if (llvm::none_of(sources, [&](CallId source) { return isLookup(source); }))
      return;
    std::vector<CallId> guarded;
    for (NodeId arm : function.nodes[id].children)
      addCalls(arm, guarded);
    if (llvm::any_of(function.nodes[id].children, [&](NodeId arm) { return leaves(function, arm); }))
      addFollowing(id, guarded);
    if (llvm::none_of(guarded, [&](CallId call) { return kinds[call] & DatabaseCalls; }))
      return;
    for (CallId source : sources)
      if (isLookup(source))
        roles[source] = CacheRole::Lookup;
    for (CallId call : guarded)
      if (isStore(call) && roles[call] == CacheRole::None)
        roles[call] = CacheRole::Store;
  }

  void addCalls(NodeId id, std::vector<CallId> &calls) const {
    const summary::Node &node = function.nodes[id];
    if (node.kind == NodeKind::Call)
      calls.push_back(node.index);
    for (NodeId child : node.children)
      addCalls(child, calls);
  }

  // Everything after the node, up to the end of the loop, choice or function around it.
  void addFollowing(NodeId id, std::vector<CallId> &calls) const {
    for (NodeId up = function.parents[id]; up != None && function.nodes[up].kind == NodeKind::Block;
         id = up, up = function.parents[up]) {
      const auto &siblings = function.nodes[up].children;
      for (auto it = std::next(llvm::find(siblings, id)); it != siblings.end(); ++it)
        addCalls(*it, calls);
    }
  }

  const Program &program;
  const Function &function;
  const std::vector<Kinds> &kinds;
  std::vector<CacheRole> roles;
};
} // namespace

void addSources(const Program &program, const Function &function, ValueId value, std::set<CallId> &sources) {
  SourceSearch(program, function, sources).visit(value);
}

std::vector<CacheRole> cacheRoles(const Program &program, const Function &function, const std::vector<Kinds> &kinds) {
  return RoleSearch(program, function, kinds).run();
}

} // namespace scalelint::program
