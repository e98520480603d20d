// Roots and what they reach.
#include "analysis/program/Roots.h"
#include "analysis/program/CallGraph.h"
#include "analysis/program/Registrations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

#include <deque>

namespace scalelint::program {

using model::RootKind;

// Registration can hand one route to many roots; no real program has more prefixes than this.
static constexpr unsigned MaxRootsPerFunction = 64;

Roots::Roots(const Program &program, const std::vector<DeclaredRoot> &configured) : program(program) {
  for (Root &root : registeredRoots(program))
    add(std::move(root));
  fromClasses();
  fromConfiguration(configured);
  for (Root &root : comparedRoots(program))
    add(std::move(root));
  llvm::stable_sort(all, [&](const Root &a, const Root &b) {
    return std::tuple(program.path(a.place.file), a.place.line, a.place.column, a.name) <
           std::tuple(program.path(b.place.file), b.place.line, b.place.column, b.name);
  });
  spread();
}

void Roots::add(Root root) {
  for (const Root &known : all)
    if (known.function == root.function && known.place == root.place && known.routePlace == root.routePlace &&
        known.method == root.method && known.path == root.path)
      return;
  all.push_back(std::move(root));
}

void Roots::fromClasses() {
  std::vector<const model::RootRow *> overriders, classes;
  for (const model::RulePack &pack : program.packs)
    for (const model::RootRow &row : pack.roots) {
      if (!row.overrides.empty())
        overriders.push_back(&row);
      if (!row.derivesFrom.empty())
        classes.push_back(&row);
    }
  for (auto &function : program.functions) {
    const Entity &entity = program.entities[function->entity];
    if (entity.kind != summary::EntityKind::Method)
      continue;
    const model::RootRow *found = nullptr;
    auto above = program.withBases(function->entity);
    for (const model::RootRow *row : overriders)
      for (EntityId base : llvm::drop_begin(above))
        if (program.entities[base].name == row->overrides)
          found = row;
    if (!found && above.size() > 1)
      for (const model::RootRow *row : classes)
        if (program.derivesFrom(entity.parent, row->derivesFrom) &&
            (row->takes.empty() || llvm::any_of(function->parameters, [&](const summary::Parameter &parameter) {
               return program.derivesFrom(parameter.type, row->takes);
             })))
          found = row;
    if (!found)
      continue;
    // gRPC's own wrappers override the generated base: what the user wrote overrides those.
    Root root;
    root.function = function.get();
    root.row = found;
    root.kind = found->kind;
    root.rpc = found->rpc;
    root.name = entity.name;
    root.place = root.routePlace = function->name;
    if (root.rpc && !found->derivesFrom.empty())
      root.service = program.entities[above.back()].parent;
    add(std::move(root));
  }
}

void Roots::fromConfiguration(const std::vector<DeclaredRoot> &declared) {
  for (const DeclaredRoot &declaration : declared) {
    auto pattern = llvm::GlobPattern::create(declaration.function);
    if (!pattern) {
      llvm::consumeError(pattern.takeError());
      continue; // the configuration's reader has verified it
    }
    for (auto &function : program.functions) {
      const std::string &name = program.entities[function->entity].name;
      if (name != declaration.function && !pattern->match(name))
        continue;
      Root root;
      root.function = function.get();
      root.kind = declaration.kind;
      root.name = name;
      root.method = declaration.method;
      if (!declaration.path.empty()) {
        root.path = declaration.path;
        root.pathText.pieces = {{declaration.path}};
        root.pathKnown = true;
        root.name = root.method.empty() ? root.path : root.method + " " + root.path;
      }
      root.place = root.routePlace = function->name;
      add(std::move(root));
    }
  }
}

bool Roots::anyRequest() const {
  return llvm::any_of(all, [](const Root &root) { return root.kind == RootKind::Request && root.function; });
}

// Breadth first from every request root at once, then on from background roots: each function keeps
// the nearest way. What runs on another thread starts a background root of its own.
void Roots::spread() {
  nearest.resize(program.functions.size());
  reachers.resize(program.functions.size());
  entries = synchronousCalls(program);
  auto run = [&](RootKind kind) {
    std::deque<uint32_t> queue;
    for (uint32_t root = 0; root < all.size(); ++root) {
      if (all[root].kind != kind || !all[root].function)
        continue;
      uint32_t id = all[root].function->id;
      if (nearest[id].root == None) {
        nearest[id].root = root;
        queue.push_back(id);
      }
    }
    while (!queue.empty()) {
      uint32_t id = queue.front();
      queue.pop_front();
      for (const Entered &entry : entries[id]) {
        uint32_t to = entry.function->id;
        if (nearest[to].root != None)
          continue;
        nearest[to] = {nearest[id].root, {program.functions[id].get(), entry.call}, nearest[id].distance + 1};
        queue.push_back(to);
      }
    }
  };
  run(RootKind::Request);
  run(RootKind::Background);
  run(RootKind::Startup);
  for (uint32_t root = 0; root < all.size(); ++root) {
    if (all[root].kind != RootKind::Request || !all[root].function)
      continue;
    std::vector<uint32_t> open = {all[root].function->id};
    while (!open.empty()) {
      uint32_t id = open.back();
      open.pop_back();
      if (!reachers[id].empty() && reachers[id].back() == root)
        continue;
      if (reachers[id].size() >= MaxRootsPerFunction)
        continue;
      reachers[id].push_back(root);
      for (const Entered &entry : entries[id])
        open.push_back(entry.function->id);
    }
  }
}

const Reached *Roots::reached(const Function &function) const {
  if (function.id >= nearest.size() || &function == &program.globals)
    return nullptr;
  const Reached &result = nearest[function.id];
  return result.root == None ? nullptr : &result;
}

bool Roots::onRequestPath(const Function &function) const {
  const Reached *way = reached(function);
  return way && all[way->root].kind == RootKind::Request;
}

std::vector<uint32_t> Roots::rootsOf(const Function &function) const {
  return function.id < reachers.size() ? reachers[function.id] : std::vector<uint32_t>();
}

} // namespace scalelint::program
