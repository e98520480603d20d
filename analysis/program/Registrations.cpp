// Registrations of routes, seen through the wrappers that a project puts around its server.
//
//   void Router::get(const std::string &path, Handler handler) {
//     server.Get("/v1" + path, handler);      the row of the rule pack speaks of this call
//   }
//   router.get("/flights", list);             the route: GET /v1/flights, served by `list`, registered here
//
// While path or handler is a parameter of the outermost function, each caller of that function gives
// one context. Wrappers nest a few levels deep, so following callers ends at MaxWrappers.
#include "analysis/program/Registrations.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::Value;

static constexpr unsigned MaxWrappers = 4;
// Names that one object passes through.
static constexpr unsigned MaxNames = 64;

namespace {
// A registering call as seen from its callers: `outer` is where the path or the handler is given.
struct Context {
  const Frame *frame = nullptr;
  CallId call = None;
  Site outer;
};

struct Mount {
  Bound router;
  Text path;
};
} // namespace

static void append(Text &to, const Text &more) {
  llvm::append_range(to.pieces, more.pieces);
  llvm::append_range(to.origins, more.origins);
}

// Two paths, with one slash between them.
static Text joined(Text prefix, Text path) {
  if (prefix.pieces.empty())
    return path;
  if (path.pieces.empty() || path.pieces.front().hole || prefix.pieces.back().hole) {
    append(prefix, path);
    return prefix;
  }
  std::string &end = prefix.pieces.back().text;
  bool starts = llvm::StringRef(path.pieces.front().text).starts_with("/");
  if (starts && llvm::StringRef(end).ends_with("/"))
    end.pop_back();
  if (!starts && !llvm::StringRef(end).ends_with("/"))
    end += '/';
  append(prefix, path);
  return prefix;
}

Text pathOfUrl(const Text &url) {
  bool pastScheme = false;
  for (size_t i = 0; i < url.pieces.size(); ++i) {
    if (url.pieces[i].hole)
      continue;
    llvm::StringRef piece = url.pieces[i].text;
    size_t from = 0;
    if (!pastScheme) {
      from = piece.find("://");
      if (from == llvm::StringRef::npos)
        return url;
      from += 3;
      pastScheme = true;
    }
    size_t slash = piece.find('/', from);
    if (slash == llvm::StringRef::npos)
      continue;
    Text path;
    path.dependsOnParameter = url.dependsOnParameter;
    path.pieces.assign(url.pieces.begin() + i, url.pieces.end());
    path.origins.assign(url.origins.begin() + i, url.origins.end());
    path.pieces.front().text = piece.substr(slash).str();
    return path;
  }
  return url;
}

// The user's class of a handler that is an object: made here, by a factory function or read from a place.
static EntityId handlerClass(const Program &program, Bound object) {
  for (unsigned i = 0; object && i < MaxNames; ++i) {
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

// Functions that serve, or every method by which the class of a handler object implements an interface.
static std::vector<Target> handlersOf(const Program &program, Bound handler) {
  std::vector<Target> result = callables(program, handler);
  if (!result.empty())
    return result;
  EntityId type = handlerClass(program, handler);
  if (type == None)
    return result;
  for (auto &function : program.functions)
    if (const Entity &method = program.entities[function->entity];
        method.kind == summary::EntityKind::Method && method.parent == type && !method.bases.empty())
      result.push_back({function.get(), Mode::Call, {}, nullptr});
  return result;
}

// GET from a constant, an enumerator or the name of a global: web::http::methods::GET.
static std::string methodFrom(const Program &program, Bound given) {
  if (!given)
    return {};
  const Value &value = origin(program, given).get();
  if (value.kind == ValueKind::Integer)
    return value.symbol;
  Text method = text(program, given);
  if (method.known() && llvm::none_of(method.pieces, [](const sql::Piece &piece) { return piece.hole; }))
    return method.literal();
  Bound seen = given;
  for (unsigned i = 0; seen && i < MaxNames; ++i, seen = step(program, seen))
    if (seen.get().kind == ValueKind::Global)
      return llvm::StringRef(program.nameOf(seen.get().entity)).rsplit("::").second.str();
  return {};
}

static bool isParameterOfOutermost(const Program &program, Bound value) {
  if (!value)
    return false;
  Bound known = origin(program, value);
  return known.get().kind == ValueKind::Parameter && !known.frame->caller;
}

namespace {
class Registrations {
public:
  explicit Registrations(const Program &program) : program(program) {}

  std::vector<Root> run() {
    everyRow([&](const Context &context, const model::RootRow &row) {
      if (row.prefix && row.path && row.router)
        mounts.push_back(
            {origin(program, selected(context, *row.router)), text(program, selected(context, *row.path))});
    });
    everyRow([&](const Context &context, const model::RootRow &row) {
      if (!row.prefix)
        expand(context, row, 0);
    });
    return std::move(roots);
  }

private:
  template <class Visit> void everyRow(Visit visit) {
    auto walk = [&](const Function &function) {
      const Frame *frame = program.frame(function);
      for (CallId id = 0; id < function.calls.size(); ++id) {
        if (function.nodeOfCall[id] == None)
          continue;
        for (const model::RootRow *row : program.meanings(function.calls[id]).roots)
          if (holds(program, *frame, id, row->pattern)) {
            visit(Context{frame, id, {&function, id}}, *row);
            break;
          }
      }
    };
    for (auto &function : program.functions)
      walk(*function);
    walk(program.globals);
  }

  Bound selected(const Context &context, const model::Selector &selector) const {
    return select(program, *context.frame, context.call, selector);
  }

  Text pathOf(const Context &context, const model::RootRow &row) const {
    if (!row.path)
      return {};
    Text path = pathOfUrl(text(program, selected(context, *row.path)));
    if (Bound router = row.router ? selected(context, *row.router) : Bound{})
      for (const Mount &mount : mounts)
        if (mount.router == origin(program, router) && path.known())
          path = joined(mount.path, path);
    return path;
  }

  void expand(const Context &context, const model::RootRow &row, unsigned wrappers) {
    Text path = pathOf(context, row);
    bool open = path.dependsOnParameter ||
                (row.handler && isParameterOfOutermost(program, selected(context, *row.handler)));
    const Function &outermost = *top(*context.frame).function;
    const std::vector<Site> &callers = outermost.callers;
    const std::vector<Site> &runners = open && callers.empty() ? runnersOf(outermost) : callers;
    if (!open || runners.empty() || wrappers == MaxWrappers)
      return register_(context, row, path);
    // Who runs a closure gives it a prefix at most: the route stays where it is written.
    for (const Site &runner : runners)
      expand(seenFrom(runner, context, callers.empty() ? context.outer : runner), row, wrappers + 1);
  }

  static const Frame &top(const Frame &frame) { return frame.caller ? top(*frame.caller) : frame; }

  // Calls that run a closure which they were handed; found when first asked for.
  const std::vector<Site> &runnersOf(const Function &closure) {
    if (!runnersFound)
      for (auto &function : program.functions) {
        const Frame *frame = program.frame(*function);
        for (CallId id = 0; id < function->calls.size(); ++id)
          if (function->nodeOfCall[id] != None)
            for (const Target &target : targets(program, *frame, id))
              if (target.closure)
                closuresRun[target.function].push_back({function.get(), id});
      }
    runnersFound = true;
    return closuresRun[&closure];
  }

  Target targetOf(const Frame &frame, CallId call, const Function &function) const {
    for (const Target &seen : targets(program, frame, call))
      if (seen.function == &function)
        return seen;
    return {&function};
  }

  // The same call, one caller further out.
  Context seenFrom(const Site &caller, const Context &context, const Site &outer) const {
    std::vector<Site> way = {caller};
    std::vector<const Function *> functions;
    std::vector<Site> inner;
    for (const Frame *frame = context.frame; frame; frame = frame->caller) {
      functions.push_back(frame->function);
      if (frame->caller)
        inner.push_back({frame->caller->function, frame->call});
    }
    way.insert(way.end(), inner.rbegin(), inner.rend());
    const Frame *frame = program.frame(*caller.function);
    for (size_t i = 0; i < way.size(); ++i)
      frame = program.enter(*frame, way[i].call, targetOf(*frame, way[i].call, *functions[functions.size() - 1 - i]));
    return {frame, context.call, outer};
  }

  // A link of a chain stands where its own name is written, not where the chain begins.
  static Span placeOf(const summary::Call &call) {
    Span place = call.span;
    if (call.form == summary::CallForm::Member && call.name.file == place.file && call.name.line > place.line) {
      place.line = call.name.line;
      place.column = call.name.column;
    }
    return place;
  }

  void register_(const Context &context, const model::RootRow &row, const Text &path) {
    const summary::Call &outer = program.call(context.outer);
    Root root;
    root.row = &row;
    root.kind = row.kind;
    root.rpc = row.rpc;
    root.method = row.methodFrom ? methodFrom(program, selected(context, *row.methodFrom)) : row.method;
    root.registration = context.outer;
    root.place = root.routePlace = placeOf(outer);
    setPath(root, path);
    // The route of an object is where the object gets its address.
    if (row.path && row.path->of == model::Selector::Of::Receiver && root.pathPlace.valid())
      root.routePlace = root.pathPlace;
    if (Bound router = row.router ? selected(context, *row.router) : Bound{})
      root.router = origin(program, router);
    std::vector<Target> handlers;
    if (row.handler)
      handlers = handlersOf(program, selected(context, *row.handler));
    if (handlers.empty() && root.pathKnown && root.kind == model::RootKind::Request)
      roots.push_back(root); // a route whose handler is out of sight is still a route
    for (const Target &handler : handlers)
      roots.push_back(served(root, *handler.function));
  }

  Root served(Root root, const Function &handler) const {
    root.function = &handler;
    if (root.name.empty())
      root.name = handler.displayName;
    if (!handler.parentFunction)
      root.place = handler.name;
    if (root.rpc)
      if (EntityId top = program.withBases(handler.entity).back(); top != handler.entity)
        root.service = program.entities[top].parent;
    return root;
  }

public:
  static void setPath(Root &root, const Text &path) {
    root.pathKnown = path.known();
    if (!root.pathKnown)
      return;
    root.pathText = path;
    root.path = path.literal();
    root.name = root.method.empty() ? root.path : root.method + " " + root.path;
    for (const Origin &origin : path.origins)
      if (origin.span.valid() && !root.pathPlace.valid())
        root.pathPlace = origin.span;
  }

private:
  const Program &program;
  std::vector<Mount> mounts;
  std::vector<Root> roots;
  bool runnersFound = false;
  std::map<const Function *, std::vector<Site>> closuresRun; // by closure: the calls that run it
};
} // namespace

std::vector<Root> registeredRoots(const Program &program) { return Registrations(program).run(); }

// The row whose call made this value, through the names it was given.
static const model::RootRow *targetRow(const Program &program, const std::vector<const model::RootRow *> &rows,
                                       Bound value) {
  for (unsigned i = 0; value && i < MaxNames; ++i, value = step(program, value)) {
    if (value.get().kind != ValueKind::Result)
      continue;
    const summary::Call &call = value.frame->function->calls[value.get().index];
    std::vector<std::string> names = {program.nameOf(call.callee)};
    const Entity *callee = program.entity(call.callee);
    if (callee && callee->parent != None) {
      std::string method = llvm::StringRef(callee->name).rsplit("::").second.str();
      for (EntityId type : program.withBases(call.receiverClass))
        names.push_back(program.entities[type].name + "::" + method);
    }
    for (const model::RootRow *row : rows)
      if (llvm::is_contained(names, row->compares))
        return row;
  }
  return nullptr;
}

std::vector<Root> comparedRoots(const Program &program) {
  std::vector<Root> roots;
  std::vector<const model::RootRow *> rows;
  for (const model::RulePack &pack : program.packs)
    for (const model::RootRow &row : pack.roots)
      if (!row.compares.empty())
        rows.push_back(&row);
  if (rows.empty())
    return roots;
  for (auto &function : program.functions) {
    const Frame *frame = program.frame(*function);
    for (CallId id = 0; id < function->calls.size(); ++id) {
      const summary::Call &call = function->calls[id];
      if (call.form != summary::CallForm::Operator || function->nodeOfCall[id] == None ||
          !llvm::StringRef(program.nameOf(call.callee)).ends_with("operator=="))
        continue;
      std::vector<ValueId> sides = call.arguments;
      if (call.receiver)
        sides.insert(sides.begin(), call.receiver);
      if (sides.size() != 2)
        continue;
      for (unsigned side = 0; side < 2; ++side) {
        const model::RootRow *row = targetRow(program, rows, {frame, sides[side]});
        Text path = row ? text(program, {frame, sides[1 - side]}) : Text();
        if (!path.known())
          continue;
        Root root;
        root.function = function.get();
        root.row = row;
        root.comparison = true;
        root.registration = {function.get(), id};
        root.routePlace = call.span;
        root.place = !function->parentFunction ? function->name : call.span;
        Registrations::setPath(root, path);
        roots.push_back(std::move(root));
        break;
      }
    }
  }
  return roots;
}

} // namespace scalelint::program
