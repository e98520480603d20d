// Joins unit summaries into a Program: one entity per USR, one function per entity, rows by name.
//
// A function that several units define (inline, template instance) is the same text, so the first in
// path order stands for it. One that stands in two files (`main`) belongs to two programs: each keeps
// its own, and a unit that only calls it means the first. Units are sorted by their main file first, so that the result does not
// depend on who finished when.
#include "analysis/program/Program.h"

#include "analysis/model/Matchers.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace scalelint::program {

using namespace summary;

class Linker {
public:
  explicit Linker(Program &program) : program(program) {}

  void addUnit(TUSummary unit) {
    std::vector<FileId> fileMap = mapFiles(unit);
    std::vector<EntityId> entityMap = mapEntities(unit, fileMap);
    separateDefinitions(unit, fileMap, entityMap);
    std::vector<const program::Function *> added(unit.functions.size(), nullptr);
    for (size_t i = 0; i < unit.functions.size(); ++i) {
      summary::Function &function = unit.functions[i];
      if (function.entity == None)
        continue;
      EntityId entity = entityMap[function.entity];
      if (const program::Function *known = program.entities[entity].definition) {
        // An instance says more than a pattern does.
        if (!known->isTemplatePattern || function.isTemplatePattern) {
          added[i] = known;
          continue;
        }
      }
      auto linked = std::make_unique<program::Function>();
      static_cast<summary::Function &>(*linked) = std::move(function);
      translate(*linked, entityMap, fileMap);
      program.entities[entity].definition = linked.get();
      added[i] = linked.get();
      if (linked->lambdaIn != None)
        linked->parentFunction = added[linked->lambdaIn]; // walked, and so added, before its lambdas
      program.functions.push_back(std::move(linked));
    }
    addGlobals(std::move(unit.globals), entityMap, fileMap);
    for (Suppression &suppression : unit.suppressions) {
      suppression.file = mapped(suppression.file, fileMap);
      suppression.span.file = mapped(suppression.span.file, fileMap);
      auto key = std::tuple(suppression.file, suppression.span.line, suppression.span.column);
      if (seenSuppressions.insert(key).second)
        program.suppressions.push_back(std::move(suppression));
    }
  }

  void finish() {
    for (EntityId id = 0; id < program.entities.size(); ++id)
      for (EntityId base : program.entities[id].bases)
        program.entities[base].derived.push_back(id);
    llvm::erase_if(program.functions, [&](auto &function) {
      return program.entities[function->entity].definition != function.get();
    });
    llvm::stable_sort(program.functions, [&](auto &a, auto &b) {
      return std::tuple(program.path(a->span.file), a->span.line, a->span.column,
                        program.entities[a->entity].usr) <
             std::tuple(program.path(b->span.file), b->span.line, b->span.column,
                        program.entities[b->entity].usr);
    });
    for (uint32_t id = 0; id < program.functions.size(); ++id)
      program.functions[id]->id = id;
    for (auto &function : program.functions) {
      index(*function);
      collectStores(*function);
      const program::Entity &entity = program.entities[function->entity];
      if (entity.kind == EntityKind::Constructor)
        program.constructorsOf[entity.parent].push_back(function.get());
      function->displayName = displayName(*function);
    }
    index(program.globals);
    collectStores(program.globals);
    program.globals.displayName = "initialisers of globals";
  }

  void addRows();

private:
  static FileId mapped(FileId file, const std::vector<FileId> &map) {
    return file == None || file >= map.size() ? None : map[file];
  }

  std::vector<FileId> mapFiles(const TUSummary &unit) {
    std::vector<FileId> map;
    for (const File &file : unit.files) {
      auto [it, inserted] = files.try_emplace(file.path, program.files.size());
      if (inserted)
        program.files.push_back(file);
      map.push_back(it->second);
    }
    return map;
  }

  std::vector<EntityId> mapEntities(TUSummary &unit, const std::vector<FileId> &fileMap) {
    std::vector<EntityId> map;
    std::vector<std::string> identities;
    for (const summary::Entity &entity : unit.entities)
      identities.push_back(entity.usr);
    for (const summary::Function &function : unit.functions) {
      if (function.entity == None)
        continue;
      std::string &identity = identities[function.entity];
      FileId file = mapped(function.span.file, fileMap);
      if (definedIn.try_emplace(identity, file).first->second != file)
        identity += "@" + program.path(file);
    }
    for (const std::string &identity : identities) {
      auto [it, inserted] = entityOf.try_emplace(identity, program.entities.size());
      map.push_back(it->second);
      if (inserted)
        program.entities.emplace_back();
    }
    for (size_t i = 0; i < unit.entities.size(); ++i) {
      summary::Entity &from = unit.entities[i];
      program::Entity &to = program.entities[map[i]];
      bool known = !to.usr.empty();
      bool better = known && to.bases.empty() && !from.bases.empty(); // a definition after a declaration
      if (known && !better && (to.user || !from.user))
        continue;
      const Function *definition = to.definition;
      static_cast<summary::Entity &>(to) = std::move(from);
      to.definition = static_cast<const program::Function *>(definition);
      to.span.file = mapped(to.span.file, fileMap);
      auto translate = [&](EntityId &id) {
        if (id != None)
          id = map[id];
      };
      translate(to.parent);
      translate(to.type);
      for (EntityId &base : to.bases)
        translate(base);
    }
    return map;
  }

  // A build has several programs, each with its own `main` and maybe its own `usage`: what is defined at another place is
  // another function, and its unit means its own. A unit that only declares it means the first.
  void separateDefinitions(const TUSummary &unit, const std::vector<FileId> &fileMap,
                           std::vector<EntityId> &entityMap) {
    for (const summary::Function &function : unit.functions) {
      if (function.entity == None)
        continue;
      EntityId &entity = entityMap[function.entity];
      const program::Function *known = program.entities[entity].definition;
      if (!known || (known->span.file == mapped(function.span.file, fileMap) &&
                     known->span.line == function.span.line && known->span.column == function.span.column))
        continue;
      program::Entity own = program.entities[entity];
      own.usr += "@" + unit.mainFile;
      own.definition = nullptr;
      own.span = function.name;
      own.span.file = mapped(own.span.file, fileMap);
      auto [it, inserted] = entityOf.try_emplace(own.usr, program.entities.size());
      if (inserted)
        program.entities.push_back(std::move(own));
      entity = it->second;
    }
  }

  void translate(summary::Function &function, const std::vector<EntityId> &entities,
                 const std::vector<FileId> &fileMap) {
    auto entity = [&](EntityId &id) {
      if (id != None)
        id = entities[id];
    };
    auto span = [&](Span &place) { place.file = mapped(place.file, fileMap); };
    entity(function.entity);
    span(function.span);
    span(function.name);
    for (Parameter &parameter : function.parameters)
      entity(parameter.type);
    for (Local &local : function.locals) {
      entity(local.type);
      span(local.span);
      span(local.declaration);
    }
    for (Value &value : function.values) {
      entity(value.entity);
      entity(value.type);
      for (EntityId &field : value.fields)
        entity(field);
      span(value.span);
    }
    for (Call &call : function.calls) {
      entity(call.callee);
      entity(call.receiverClass);
      for (EntityId &type : call.typeArguments)
        entity(type);
      span(call.span);
      span(call.name);
    }
    for (Loop &loop : function.loops) {
      span(loop.span);
      span(loop.whole);
    }
    for (Node &node : function.nodes)
      span(node.span);
  }

  // Initialisers of globals of all units go into one pseudo-function; one of an inline variable once.
  void addGlobals(summary::Function from, const std::vector<EntityId> &entities,
                  const std::vector<FileId> &fileMap) {
    translate(from, entities, fileMap);
    program::Function &to = program.globals;
    if (to.values.empty()) {
      to.values.emplace_back();
      to.nodes.emplace_back();
    }
    if (from.nodes.empty())
      return;
    uint32_t values = to.values.size(), calls = to.calls.size(), nodes = to.nodes.size(), locals = to.locals.size(),
             loops = to.loops.size();
    auto shift = [](uint32_t &id, uint32_t by) {
      if (id != None)
        id += by;
    };
    for (Value &value : from.values) {
      for (ValueId &operand : value.operands)
        shift(operand, values);
      if (value.kind == ValueKind::Result || value.kind == ValueKind::After)
        shift(value.index, calls);
      if (value.kind == ValueKind::Local)
        shift(value.index, locals);
      to.values.push_back(std::move(value));
    }
    for (Call &call : from.calls) {
      shift(call.receiver, values);
      shift(call.target, values);
      for (ValueId &argument : call.arguments)
        shift(argument, values);
      shift(call.loop, loops);
      to.calls.push_back(std::move(call));
    }
    to.locals.insert(to.locals.end(), from.locals.begin(), from.locals.end());
    to.loops.insert(to.loops.end(), from.loops.begin(), from.loops.end());
    std::set<NodeId> dropped;
    for (NodeId child : from.nodes[0].children) {
      const Node &node = from.nodes[child];
      if (node.kind == NodeKind::Assign && !seenGlobals.insert(from.values[node.place].entity).second)
        dropped.insert(child);
    }
    for (Node &node : from.nodes) {
      shift(node.value, values);
      shift(node.place, values);
      for (NodeId &child : node.children)
        shift(child, nodes);
      if (node.kind == NodeKind::Call)
        shift(node.index, calls);
      to.nodes.push_back(std::move(node));
    }
    for (NodeId child : to.nodes[nodes].children)
      if (!dropped.contains(child - nodes))
        to.nodes[0].children.push_back(child);
    // Value 0 of `from` moved too: an operand that was Unknown points at it, which says the same.
  }

  void index(program::Function &function) {
    function.parents.assign(function.nodes.size(), None);
    function.nodeOfCall.assign(function.calls.size(), None);
    function.nodeOfLoop.assign(function.loops.size(), None);
    function.resultOfCall.assign(function.calls.size(), 0);
    for (ValueId id = 0; id < function.values.size(); ++id)
      if (function.values[id].kind == ValueKind::Result && !function.resultOfCall[function.values[id].index])
        function.resultOfCall[function.values[id].index] = id;
    std::vector<NodeId> open = {0};
    while (!open.empty()) {
      NodeId id = open.back();
      open.pop_back();
      const Node &node = function.nodes[id];
      if (node.kind == NodeKind::Call)
        function.nodeOfCall[node.index] = id;
      if (node.kind == NodeKind::Loop)
        function.nodeOfLoop[node.index] = id;
      for (NodeId child : node.children) {
        function.parents[child] = id;
        open.push_back(child);
      }
    }
  }

  void collectStores(const program::Function &function) {
    for (NodeId id = 0; id < function.nodes.size(); ++id) {
      const Node &node = function.nodes[id];
      if (node.kind != NodeKind::Assign || (id && function.parents[id] == None))
        continue;
      const Value &place = function.values[node.place];
      if (place.kind == ValueKind::Field || place.kind == ValueKind::Global)
        program.storesTo[place.entity].push_back({&function, node.value, id});
    }
    for (const Value &value : function.values)
      for (size_t i = 0; i < value.fields.size() && i < value.operands.size(); ++i)
        if (value.fields[i] != None && value.operands[i])
          program.storesTo[value.fields[i]].push_back({&function, value.operands[i], None});
  }

  std::string displayName(const program::Function &function) const {
    if (const program::Function *outer = function.parentFunction) {
      while (outer->parentFunction)
        outer = outer->parentFunction;
      return program.entities[outer->entity].name + "::(lambda)";
    }
    return program.entities[function.entity].name;
  }

  Program &program;
  llvm::StringMap<FileId> files;
  llvm::StringMap<EntityId> entityOf;
  llvm::StringMap<FileId> definedIn; // the first file that defines a function, by its USR
  std::set<EntityId> seenGlobals;
  std::set<std::tuple<FileId, uint32_t, uint32_t>> seenSuppressions;
};

void Linker::addRows() {
  // Summaries note an expression by its number in this list.
  std::vector<std::string> expressions = model::matcherExpressions(program.packs);
  program.byMatcher.resize(expressions.size());
  program.matcherOrder.assign(expressions.size(), None);
  uint32_t matcherRows = 0;
  auto file = [&](const model::CallPattern &pattern, auto add) {
    if (!pattern.matcher.empty()) {
      size_t number = llvm::lower_bound(expressions, pattern.matcher) - expressions.begin();
      Meanings &meanings = program.byMatcher[number];
      program.matcherOrder[number] = std::min(program.matcherOrder[number], matcherRows++);
      add(meanings);
      meanings.empty = false;
    } else if (!pattern.call.empty()) {
      Meanings &meanings = program.byName[pattern.call];
      add(meanings);
      meanings.empty = false;
    }
  };
  for (const model::RulePack &pack : program.packs) {
    for (auto &row : pack.operations)
      file(row.pattern, [&](Meanings &m) { m.operations.push_back(&row); });
    for (auto &client : pack.clients)
      for (auto &row : client.createdBy)
        file(row.pattern, [&](Meanings &m) { m.creations.push_back({&client, &row}); });
    for (auto &row : pack.settings)
      file(row.pattern, [&](Meanings &m) { m.settings.push_back(&row); });
    for (auto &row : pack.roots)
      file(row.pattern, [&](Meanings &m) { m.roots.push_back(&row); });
    for (auto &row : pack.callbacks)
      file(row.pattern, [&](Meanings &m) { m.callbacks.push_back(&row); });
    for (auto &row : pack.scopes) {
      using Edge = Meanings::Scope::Edge;
      if (!row.ofClass.empty()) {
        llvm::StringRef name = llvm::StringRef(row.ofClass).rsplit("::").second;
        if (name.empty())
          name = row.ofClass;
        Meanings &m = program.byName[row.ofClass + "::" + name.str()];
        m.scopes.push_back({&row, Edge::Raii, nullptr});
        m.empty = false;
      }
      if (row.begin)
        file(*row.begin, [&](Meanings &m) { m.scopes.push_back({&row, Edge::Begin, &*row.begin}); });
      for (auto &end : row.end)
        file(end, [&](Meanings &m) { m.scopes.push_back({&row, Edge::End, &end}); });
      for (auto &reopen : row.reopen)
        file(reopen, [&](Meanings &m) { m.scopes.push_back({&row, Edge::Reopen, &reopen}); });
    }
    for (auto &row : pack.flows)
      file(row.pattern, [&](Meanings &m) { m.flows.push_back(&row); });
    for (auto &row : pack.texts)
      file(row.pattern, [&](Meanings &m) { m.texts.push_back(&row); });
    for (auto &row : pack.constructs)
      file(row.pattern, [&](Meanings &m) { m.constructs.push_back(&row); });
    for (auto &row : pack.marks)
      file(row.pattern, [&](Meanings &m) { m.marks.push_back(&row); });
  }
}

std::unique_ptr<Program> link(std::vector<TUSummary> units, std::vector<model::RulePack> packs) {
  llvm::stable_sort(units, [](const TUSummary &a, const TUSummary &b) { return a.mainFile < b.mainFile; });
  auto program = std::make_unique<Program>();
  program->packs = std::move(packs);
  Linker linker(*program);
  for (TUSummary &unit : units)
    linker.addUnit(std::move(unit));
  linker.finish();
  linker.addRows();
  return program;
}

} // namespace scalelint::program
