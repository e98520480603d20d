// Targets of calls.
#include "analysis/program/CallGraph.h"
#include "analysis/program/Values.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Runs;

static Mode modeOf(Runs runs) {
  switch (runs) {
  case Runs::PerElement:
    return Mode::PerElement;
  case Runs::Once:
    return Mode::Callback;
  case Runs::Later:
    return Mode::Later;
  case Runs::OnThread:
    return Mode::OnThread;
  case Runs::OnPool:
    return Mode::OnPool;
  case Runs::OnEventLoop:
    return Mode::OnEventLoop;
  }
  return Mode::Callback;
}

static void addTarget(std::vector<Target> &result, Target target) {
  if (target.function &&
      llvm::none_of(result, [&](const Target &known) { return known.function == target.function; }))
    result.push_back(target);
}

// A virtual call enters what the static class of the receiver or a class derived from it has.
static bool mayReceive(const Program &program, EntityId receiverClass, const Entity &method) {
  if (receiverClass == None || method.parent == None)
    return true;
  auto above = program.withBases(method.parent);
  if (llvm::is_contained(above, receiverClass))
    return true;
  return llvm::is_contained(program.withBases(receiverClass), method.parent);
}

std::vector<Target> targets(const Program &program, const Frame &frame, CallId id) {
  std::vector<Target> result;
  const summary::Call &call = frame.function->calls[id];
  if (call.target) {
    for (Target target : callables(program, {&frame, call.target})) {
      target.objectFirst = false; // (object.*method)(…)
      addTarget(result, target);
    }
  }
  if (call.callee != None) {
    const Entity &callee = program.entities[call.callee];
    if (call.dispatches) {
      for (EntityId method : program.withOverriders(call.callee))
        if (const Function *body = program.entities[method].definition;
            body && mayReceive(program, call.receiverClass, program.entities[method]))
          addTarget(result, {body, Mode::Call, {}, nullptr});
    } else if (callee.definition) {
      addTarget(result, {callee.definition, Mode::Call, {}, nullptr});
    }
    // A wrapper object of a callable: std::function::operator().
    if (!callee.definition && !callee.user && call.receiver && call.form == summary::CallForm::Operator &&
        llvm::StringRef(callee.name).ends_with("operator()"))
      for (Target target : callables(program, {&frame, call.receiver}))
        addTarget(result, target);
  }
  const Meanings &meanings = program.meanings(call);
  if (meanings.empty)
    return result;
  for (const model::CallbackRow *row : meanings.callbacks) {
    if (!holds(program, frame, id, row->pattern))
      continue;
    for (Target target : callables(program, select(program, frame, id, row->callback))) {
      target.mode = modeOf(row->runs);
      target.row = row;
      addTarget(result, target);
    }
    break;
  }
  for (const model::ConstructRow *row : meanings.constructs) {
    if (row->typeArgument >= call.typeArguments.size())
      continue;
    const Entity &made = program.entities[call.typeArguments[row->typeArgument]];
    if (!made.user)
      continue;
    for (const Function *constructor : program.constructors(call.typeArguments[row->typeArgument]))
      if (constructor->parameters.size() >= call.arguments.size())
        addTarget(result, {constructor, Mode::Call, {}, nullptr});
  }
  return result;
}

std::vector<std::vector<Entered>> synchronousCalls(const Program &program) {
  std::vector<std::vector<Entered>> result(program.functions.size());
  for (auto &function : program.functions) {
    const Frame *frame = program.frame(*function);
    for (CallId id = 0; id < function->calls.size(); ++id)
      if (function->nodeOfCall[id] != None)
        for (const Target &target : targets(program, *frame, id))
          if (isSynchronous(target.mode))
            result[function->id].push_back({id, target.function});
  }
  return result;
}

// Tarjan's strongly connected components, with a stack of its own: call chains are deep.
std::vector<uint32_t> circles(const std::vector<std::vector<Entered>> &entries) {
  std::vector<uint32_t> circleOf(entries.size(), None), order(entries.size(), None), low(entries.size(), None);
  struct Open { uint32_t function; size_t next; };
  std::vector<Open> path;
  std::vector<uint32_t> pending;
  uint32_t count = 0, found = 0;
  auto enter = [&](uint32_t function) {
    order[function] = low[function] = count++;
    pending.push_back(function);
    path.push_back({function, 0});
  };
  for (uint32_t start = 0; start < entries.size(); ++start) {
    if (order[start] == None)
      enter(start);
    while (!path.empty()) {
      auto &[function, next] = path.back();
      if (next < entries[function].size()) {
        uint32_t to = entries[function][next++].function->id;
        if (order[to] == None)
          enter(to);
        else if (circleOf[to] == None)
          low[function] = std::min(low[function], order[to]);
        continue;
      }
      uint32_t done = function;
      path.pop_back();
      if (!path.empty())
        low[path.back().function] = std::min(low[path.back().function], low[done]);
      if (low[done] != order[done])
        continue;
      for (uint32_t member = None; member != done; pending.pop_back()) {
        member = pending.back();
        circleOf[member] = found;
      }
      ++found;
    }
  }
  return circleOf;
}

void connectCallers(Program &program) {
  for (auto &function : program.functions) {
    for (CallId id = 0; id < function->calls.size(); ++id) {
      if (function->nodeOfCall[id] == None)
        continue;
      const summary::Call &call = function->calls[id];
      if (call.callee == None)
        continue;
      auto connect = [&](EntityId entity) {
        if (const Function *body = program.entities[entity].definition)
          program.functions[body->id]->callers.push_back({function.get(), id});
      };
      if (call.dispatches)
        for (EntityId method : program.withOverriders(call.callee))
          connect(method);
      else
        connect(call.callee);
    }
  }
}

} // namespace scalelint::program
