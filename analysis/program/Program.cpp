// Questions to a linked program: what a call means, who derives from whom, which frame a call opens.
#include "analysis/program/Program.h"
#include "analysis/program/CallGraph.h"
#include "analysis/program/Lenses.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

Program::Program() = default;
Program::~Program() = default;

void Program::look(const std::vector<DeclaredRoot> &roots) {
  connectCallers(*this);
  views = std::make_unique<Lenses>(*this, roots);
}

static void append(Meanings &to, const Meanings &from) {
  auto all = [](auto &target, const auto &source) {
    for (const auto &row : source)
      if (!llvm::any_of(target, [&](const auto &known) {
            if constexpr (std::is_pointer_v<std::decay_t<decltype(row)>>)
              return known == row;
            else
              return known.row == row.row;
          }))
        target.push_back(row);
  };
  all(to.operations, from.operations);
  all(to.creations, from.creations);
  all(to.settings, from.settings);
  all(to.roots, from.roots);
  all(to.callbacks, from.callbacks);
  for (const Meanings::Scope &scope : from.scopes)
    to.scopes.push_back(scope);
  all(to.flows, from.flows);
  all(to.texts, from.texts);
  all(to.constructs, from.constructs);
  all(to.marks, from.marks);
  to.empty &= from.empty;
}

std::vector<EntityId> Program::withBases(EntityId type) const {
  std::vector<EntityId> result;
  if (type == None)
    return result;
  result.push_back(type);
  for (size_t i = 0; i < result.size(); ++i)
    for (EntityId base : entities[result[i]].bases)
      if (!llvm::is_contained(result, base))
        result.push_back(base);
  return result;
}

std::vector<EntityId> Program::withOverriders(EntityId method) const {
  std::vector<EntityId> result = {method};
  for (size_t i = 0; i < result.size(); ++i)
    for (EntityId derived : entities[result[i]].derived)
      if (!llvm::is_contained(result, derived))
        result.push_back(derived);
  return result;
}

bool Program::derivesFrom(EntityId type, llvm::StringRef name) const {
  for (EntityId candidate : withBases(type))
    if (entities[candidate].name == name)
      return true;
  return false;
}

// Rows speak of names: the callee's own, those of the methods it overrides, and the method's name in
// the receiver's class and in each base of it, so that a row may name the class users know.
const Meanings &Program::meanings(const summary::Call &call) const {
  auto [it, inserted] = meaningsOf.try_emplace({call.callee, call.receiverClass, call.matched, call.typeArguments});
  Meanings &result = it->second;
  if (!inserted)
    return result;
  std::vector<uint32_t> matched(call.matched);
  llvm::erase_if(matched, [&](uint32_t row) { return row >= byMatcher.size(); });
  llvm::sort(matched, [&](uint32_t a, uint32_t b) { return matcherOrder[a] < matcherOrder[b]; });
  for (uint32_t row : matched)
    append(result, byMatcher[row]);
  if (call.callee == None)
    return result;
  auto addName = [&](llvm::StringRef name) {
    if (auto known = byName.find(name); known != byName.end())
      append(result, known->second);
  };
  const Entity &callee = entities[call.callee];
  addName(callee.name);
  // std::make_shared<T>(…) means what the constructor of T means.
  for (const model::ConstructRow *row : std::vector(result.constructs))
    if (row->typeArgument < call.typeArguments.size()) {
      llvm::StringRef type = entities[call.typeArguments[row->typeArgument]].name;
      addName((type + "::" + type.substr(type.rfind(':') + 1)).str());
    }
  if (callee.kind != summary::EntityKind::Method)
    return result;
  for (EntityId overridden : withBases(call.callee))
    addName(entities[overridden].name);
  llvm::StringRef shortName = llvm::StringRef(callee.name);
  if (callee.parent != None)
    shortName = shortName.substr(entities[callee.parent].name.size() + 2);
  for (EntityId type : withBases(call.receiverClass))
    addName(entities[type].name + "::" + shortName.str());
  return result;
}

const Frame *Program::frame(const Function &function) const {
  const Frame *&known = topFrames[&function];
  if (!known) {
    frames.push_back({.function = &function});
    known = &frames.back();
  }
  return known;
}

const Frame *Program::enter(const Frame &caller, CallId call, const Target &target) const {
  const Frame *&known = innerFrames[{&caller, call, target.function}];
  if (!known) {
    frames.push_back({target.function, &caller, call, target.mode != Mode::Call, target.closure, caller.depth + 1});
    Frame &made = frames.back();
    made.binding = target.binding;
    made.objectFirst = target.objectFirst;
    if (target.row)
      made.argumentsFrom = target.row->argumentsFrom;
    known = &made;
  }
  return known;
}

const std::vector<Program::Store> &Program::stores(EntityId place) const {
  static const std::vector<Store> nothing;
  auto it = storesTo.find(place);
  return it == storesTo.end() ? nothing : it->second;
}

const std::vector<const Function *> &Program::constructors(EntityId type) const {
  static const std::vector<const Function *> nothing;
  auto it = constructorsOf.find(type);
  return it == constructorsOf.end() ? nothing : it->second;
}

std::vector<ValueId> Program::returned(const Function &function) const {
  std::vector<ValueId> result;
  for (NodeId id = 0; id < function.nodes.size(); ++id)
    if (function.nodes[id].kind == summary::NodeKind::Return && function.nodes[id].value)
      result.push_back(function.nodes[id].value);
  return result;
}

} // namespace scalelint::program
