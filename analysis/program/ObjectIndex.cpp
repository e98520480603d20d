// Backward links of values, fields and functions.
#include "analysis/program/CallGraph.h"
#include "analysis/program/Objects.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::Value;

ObjectIndex::ObjectIndex(const Program &program) : program(program) {
  auto look = [&](const Function &function) {
    for (ValueId id = 0; id < function.values.size(); ++id) {
      const Value &value = function.values[id];
      if (value.kind == ValueKind::Field || value.kind == ValueKind::Global)
        readers[value.entity].push_back({&function, id});
    }
    const Frame *frame = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id)
      if (function.nodeOfCall[id] != None)
        for (const Target &target : targets(program, *frame, id))
          if (target.mode == Mode::Call)
            entered[target.function].push_back({{&function, id}, target});
  };
  for (auto &function : program.functions)
    look(*function);
  look(program.globals);
}

const ObjectIndex::Users &ObjectIndex::users(const Function &function) const {
  std::unique_ptr<Users> &known = usersOf[&function];
  if (known)
    return *known;
  known = std::make_unique<Users>();
  size_t count = function.values.size();
  known->values.resize(count);
  known->calls.resize(count);
  known->nodes.resize(count);
  auto once = [](auto &list, auto id) {
    if (list.empty() || list.back() != id)
      list.push_back(id);
  };
  for (ValueId id = 0; id < count; ++id)
    for (ValueId operand : function.values[id].operands)
      if (operand && operand < count)
        once(known->values[operand], id);
  for (CallId id = 0; id < function.calls.size(); ++id) {
    if (function.nodeOfCall[id] == None)
      continue;
    if (ValueId receiver = function.calls[id].receiver)
      once(known->calls[receiver], id);
    for (ValueId argument : function.calls[id].arguments)
      if (argument)
        once(known->calls[argument], id);
  }
  for (NodeId id = 0; id < function.nodes.size(); ++id) {
    const summary::Node &node = function.nodes[id];
    if (node.value && (node.kind == summary::NodeKind::Assign || node.kind == summary::NodeKind::Return))
      once(known->nodes[node.value], id);
  }
  return *known;
}

const std::vector<ObjectIndex::Read> &ObjectIndex::reads(EntityId place) const {
  static const std::vector<Read> nothing;
  auto it = readers.find(place);
  return it == readers.end() ? nothing : it->second;
}

const std::vector<Entry> &ObjectIndex::entries(const Function &function) const {
  static const std::vector<Entry> nothing;
  auto it = entered.find(&function);
  return it == entered.end() ? nothing : it->second;
}

// An option parser is given `&settings.timeout` or `settings.timeout` by reference; which of the two a
// library function takes is not known, so each argument counts, save those of calls that rule packs know.
bool ObjectIndex::mayBeWrittenElsewhere(EntityId place) const {
  auto [it, inserted] = written.try_emplace(place, false);
  if (!inserted)
    return it->second;
  if (program.entities[place].isConst)
    return false;
  it->second = llvm::any_of(reads(place), [&](const Read &read) {
    return llvm::any_of(users(*read.first).calls[read.second], [&](CallId id) {
      const summary::Call &call = read.first->calls[id];
      const Entity *callee = program.entity(call.callee);
      return !(callee && callee->definition) && program.meanings(call).empty;
    });
  });
  return it->second;
}

} // namespace scalelint::program
