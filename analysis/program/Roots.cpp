// Roots and what they reach.
#include "analysis/program/Roots.h"
#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

namespace scalelint::program {

using model::RootKind;
using summary::Value;

// Registration can hand one route to many roots; no real program has more prefixes than this.
static constexpr unsigned MaxRootsPerFunction = 64;

Roots::Roots(const Program &program, const std::vector<std::string> &configured) : program(program) {
  fromRegistrations();
  fromClasses();
  fromConfiguration(configured);
  fromComparisons();
  llvm::stable_sort(all, [&](const Root &a, const Root &b) {
    return std::tuple(program.path(a.place.file), a.place.line, a.place.column, a.name) <
           std::tuple(program.path(b.place.file), b.place.line, b.place.column, b.name);
  });
  spread();
}

void Roots::add(Root root) {
  for (const Root &known : all)
    if (known.function == root.function && known.place == root.place && known.method == root.method &&
        known.path == root.path)
      return;
  all.push_back(std::move(root));
}

static std::string joinPath(const std::string &prefix, const std::string &path) {
  if (prefix.empty())
    return path;
  bool slash = prefix.back() == '/';
  if (slash && !path.empty() && path.front() == '/')
    return prefix + path.substr(1);
  return slash || path.empty() || path.front() == '/' ? prefix + path : prefix + "/" + path;
}

// The user's class of a handler that is an object: made here, by a factory function or read from a place.
static EntityId handlerClass(const Program &program, Bound object) {
  for (unsigned i = 0; object && i < 64; ++i) {
    const Value &value = object.get();
    auto isUser = [&](EntityId type) { return type != None && program.entities[type].user; };
    if (isUser(value.type))
      return value.type;
    if (value.kind == ValueKind::Result) {
      const summary::Call &call = object.frame->function->calls[value.index];
      if (call.form == summary::CallForm::Construct && isUser(call.receiverClass))
        return call.receiverClass;
      for (const model::ConstructRow *row : program.meanings(call).constructs)
        if (row->typeArgument < call.typeArguments.size() && isUser(call.typeArguments[row->typeArgument]))
          return call.typeArguments[row->typeArgument];
    }
    object = step(program, object);
  }
  return None;
}

void Roots::fromRegistrations() {
  // Prefixes by router object: `mount("/v1", router)`.
  std::vector<std::pair<Bound, std::string>> prefixes;
  auto everyRow = [&](auto visit) {
    auto walk = [&](const Function &function) {
      const Frame *frame = program.frame(function);
      for (CallId id = 0; id < function.calls.size(); ++id) {
        if (function.nodeOfCall[id] == None)
          continue;
        const Meanings &meanings = program.meanings(function.calls[id]);
        for (const model::RootRow *row : meanings.roots)
          if (holds(program, *frame, id, row->pattern)) {
            visit(*frame, id, *row);
            break;
          }
      }
    };
    for (auto &function : program.functions)
      walk(*function);
    walk(program.globals);
  };
  everyRow([&](const Frame &frame, CallId id, const model::RootRow &row) {
    if (row.prefix && row.path && row.router)
      prefixes.push_back({origin(program, select(program, frame, id, *row.router)),
                          text(program, select(program, frame, id, *row.path)).literal()});
  });
  everyRow([&](const Frame &frame, CallId id, const model::RootRow &row) {
    if (row.prefix)
      return;
    const summary::Call &call = frame.function->calls[id];
    Root root;
    root.row = &row;
    root.kind = row.kind;
    root.rpc = row.rpc;
    root.method = row.method;
    if (row.methodFrom) {
      Bound given = select(program, frame, id, *row.methodFrom);
      if (given) {
        const Value &value = origin(program, given).get();
        root.method = value.kind == ValueKind::Integer ? value.symbol : text(program, given).literal();
        for (Bound seen = given; root.method.find("{}") != std::string::npos || root.method.empty(); seen = step(program, seen)) {
          if (!seen) {
            root.method.clear();
            break;
          }
          if (seen.get().kind == ValueKind::Global) {
            root.method = llvm::StringRef(program.nameOf(seen.get().entity)).rsplit("::").second.str();
            break;
          }
        }
      }
    }
    root.registration = {frame.function, id};
    root.place = call.span;
    if (row.path) {
      Text path = text(program, select(program, frame, id, *row.path));
      root.pathKnown = path.known();
      if (root.pathKnown) {
        root.path = path.literal();
        for (Span span : path.spans)
          if (span.valid() && !root.pathPlace.valid())
            root.pathPlace = span;
      }
    }
    if (row.router)
      if (Bound router = select(program, frame, id, *row.router))
        for (auto &[object, prefix] : prefixes)
          if (object == origin(program, router) && root.pathKnown)
            root.path = joinPath(prefix, root.path);
    root.name = root.pathKnown ? (root.method.empty() ? root.path : root.method + " " + root.path) : "";
    std::vector<Target> handlers;
    if (row.handler)
      handlers = callables(program, select(program, frame, id, *row.handler));
    // A handler object serves with every method by which its class implements an interface.
    if (handlers.empty() && row.handler)
      if (EntityId type = handlerClass(program, select(program, frame, id, *row.handler)); type != None)
        for (auto &function : program.functions)
          if (const Entity &method = program.entities[function->entity];
              method.kind == summary::EntityKind::Method && method.parent == type && !method.bases.empty())
            handlers.push_back({function.get(), Mode::Call, {}, nullptr});
    if (handlers.empty()) {
      if (root.pathKnown && root.kind == RootKind::Request)
        add(root); // a route whose handler is out of sight is still a route
      return;
    }
    for (const Target &handler : handlers) {
      Root one = root;
      one.function = handler.function;
      if (one.name.empty())
        one.name = handler.function->displayName;
      add(std::move(one));
    }
  });
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
    root.place = function->name;
    add(std::move(root));
  }
}

void Roots::fromConfiguration(const std::vector<std::string> &names) {
  for (auto &function : program.functions)
    for (const std::string &name : names)
      if (program.entities[function->entity].name == name) {
        Root root;
        root.function = function.get();
        root.name = name;
        root.place = function->name;
        add(std::move(root));
      }
}

// `if (request.target() == "/orders")`: the function that compares serves the request.
void Roots::fromComparisons() {
  std::vector<const model::RootRow *> compared;
  for (const model::RulePack &pack : program.packs)
    for (const model::RootRow &row : pack.roots)
      if (!row.compares.empty())
        compared.push_back(&row);
  if (compared.empty())
    return;
  auto rowOf = [&](Bound value) -> const model::RootRow * {
    for (; value; value = step(program, value)) {
      const Value &v = value.get();
      if (v.kind != ValueKind::Result)
        continue;
      const summary::Call &call = value.frame->function->calls[v.index];
      std::vector<std::string> names = {program.nameOf(call.callee)};
      const Entity *callee = program.entity(call.callee);
      if (callee && callee->parent != None) {
        std::string method = llvm::StringRef(callee->name).rsplit("::").second.str();
        for (EntityId type : program.withBases(call.receiverClass))
          names.push_back(program.entities[type].name + "::" + method);
      }
      for (const model::RootRow *row : compared)
        if (llvm::is_contained(names, row->compares))
          return row;
    }
    return nullptr;
  };
  for (auto &function : program.functions) {
    const Frame *frame = program.frame(*function);
    for (CallId id = 0; id < function->calls.size(); ++id) {
      const summary::Call &call = function->calls[id];
      if (call.form != summary::CallForm::Operator || function->nodeOfCall[id] == None)
        continue;
      if (!llvm::StringRef(program.nameOf(call.callee)).ends_with("operator=="))
        continue;
      std::vector<ValueId> sides = call.arguments;
      if (call.receiver)
        sides.insert(sides.begin(), call.receiver);
      if (sides.size() != 2)
        continue;
      for (unsigned side = 0; side < 2; ++side) {
        const model::RootRow *row = rowOf({frame, sides[side]});
        if (!row)
          continue;
        Text path = text(program, {frame, sides[1 - side]});
        if (!path.known())
          continue;
        Root root;
        root.function = function.get();
        root.row = row;
        root.comparison = true;
        root.path = path.literal();
        root.pathKnown = true;
        root.name = root.path;
        root.place = call.span;
        root.registration = {function.get(), id};
        for (Span span : path.spans)
          if (span.valid() && !root.pathPlace.valid())
            root.pathPlace = span;
        add(std::move(root));
        break;
      }
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
  std::vector<std::vector<std::pair<uint32_t, CallId>>> edges(program.functions.size());
  for (auto &function : program.functions) {
    const Frame *frame = program.frame(*function);
    for (CallId id = 0; id < function->calls.size(); ++id)
      if (function->nodeOfCall[id] != None)
        for (const Target &target : targets(program, *frame, id))
          if (isSynchronous(target.mode))
            edges[function->id].push_back({target.function->id, id});
  }
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
      for (auto [to, call] : edges[id]) {
        if (nearest[to].root != None)
          continue;
        nearest[to] = {nearest[id].root, {program.functions[id].get(), call}, nearest[id].distance + 1};
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
      for (auto [to, call] : edges[id])
        open.push_back(to);
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
