// scale-unversioned-route: a public route that cannot change without breaking its clients.
#include "checks/LoopFindings.h"
#include "checks/contract/RoutePath.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

#include <optional>
#include <set>

namespace scalelint {

using namespace program;

namespace {
class RouteCheck {
public:
  RouteCheck(const Program &program, const CheckOptions &options, const FindingSink &sink)
      : program(program), roots(program.lenses().roots), policy(options.get("routes.version", "path")),
        accepted(options.get("routes.unversioned-ok", "")), sink(sink) {
    llvm::SmallVector<llvm::StringRef> globs;
    llvm::StringRef(accepted).split(globs, '\n', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef glob : globs)
      if (auto pattern = llvm::GlobPattern::create(glob))
        acceptedPaths.push_back(std::move(*pattern));
      else
        llvm::consumeError(pattern.takeError());
  }

  void run() {
    if (policy == "none")
      return;
    findVersionReaders();
    for (const Root &root : roots.all) {
      if (root.kind != model::RootKind::Request)
        continue;
      if (root.rpc)
        service(root);
      else if (root.pathKnown)
        route(root);
    }
  }

private:
  bool isAccepted(llvm::StringRef path) const {
    return llvm::any_of(acceptedPaths, [&](const llvm::GlobPattern &glob) { return glob.match(path); });
  }

  // Functions that read a header or query parameter which is a version. A name that is a parameter of a helper is
  // looked at in the helper's callers.
  void findVersionReaders() {
    readers.assign(program.functions.size(), false);
    for (auto &function : program.functions)
      for (CallId id = 0; id < function->calls.size(); ++id) {
        if (function->nodeOfCall[id] == None)
          continue;
        Text name = readName(*program.frame(*function), id);
        if (namesVersion(name.literal()))
          readers[function->id] = true;
        if (name.dependsOnParameter)
          for (const Site &caller : function->callers) {
            const Frame *called = program.enter(*program.frame(*caller.function), caller.call, {function.get()});
            if (namesVersion(readName(*called, id).literal()))
              readers[caller.function->id] = true;
          }
      }
  }

  Text readName(const Frame &frame, CallId id) const {
    for (const model::MarkRow *row : program.meanings({frame.function, id}).marks)
      if ((row->is == model::Mark::RequestHeader || row->is == model::Mark::RequestParameter) && row->of &&
          holds(program, frame, id, row->pattern))
        return text(program, select(program, frame, id, *row->of));
    return {};
  }

  bool readsVersion(const Root &root) const {
    if (!root.function)
      return false;
    std::vector<uint32_t> open = {root.function->id};
    std::set<uint32_t> seen = {root.function->id};
    while (!open.empty()) {
      uint32_t id = open.back();
      open.pop_back();
      if (readers[id])
        return true;
      for (const Entered &entry : roots.entries[id])
        if (seen.insert(entry.function->id).second)
          open.push_back(entry.function->id);
    }
    return false;
  }

  // A handler without a path of its own serves every route of its router first.
  bool isVersionedBefore(const Root &route) const {
    return llvm::any_of(roots.all, [&](const Root &root) {
      return root.row && root.registration && !root.row->path && !root.rpc && root.kind == model::RootKind::Request &&
             (!root.router || !route.router || root.router == route.router) && readsVersion(root);
    });
  }

  void route(const Root &root) {
    RoutePath path = routePath(root.pathText);
    bool versioned = path.versionInQuery || llvm::any_of(path.segments, [](const RouteSegment &segment) {
                       return segment.version || segment.kind == RouteSegment::Kind::Unknown;
                     });
    if (versioned || isOperational(path) || isAccepted(root.path) || readsVersion(root) || isVersionedBefore(root))
      return;
    Finding finding = findingAt(rangeOf(program, root.routePlace));
    finding.message = "route '" + root.name + "' has no version; " + consequence;
    finding.function = root.registration ? root.registration.function->displayName : "";
    finding.key = root.name;
    finding.suggestion = policy == "header"  ? "read a version header (`API-Version`) and answer by it"
                         : policy == "query" ? "read a version from the query (`api-version`) and answer by it"
                                             : "serve the route under a version: '/v1" + root.path + "'";
    if (policy == "path")
      addFix(root, finding);
    report(std::move(finding), root.name);
  }

  // One finding for each class that implements a service.
  void service(const Root &root) {
    const Entity *method = root.function ? program.entity(root.function->entity) : nullptr;
    const Entity *type = method ? program.entity(method->parent) : nullptr;
    const Entity *declared = program.entity(root.service);
    if (!type || !declared)
      return;
    llvm::SmallVector<llvm::StringRef> components;
    llvm::StringRef(declared->name).split(components, "::");
    if (llvm::any_of(components, isVersion) || isAccepted(declared->name) || isAccepted(type->name))
      return;
    Finding finding = findingAt(rangeOf(program, type->span));
    finding.message = "'" + type->name + "' implements '" + declared->name +
                      "', whose package names no version; " + consequence;
    finding.function = type->name;
    finding.key = declared->name;
    finding.suggestion = "end the package of the interface with a version: '.v1'";
    report(std::move(finding), root.name);
  }

  static constexpr const char *consequence = "a change that its clients do not know breaks them";

  static Finding findingAt(SourceRange primary) {
    Finding finding;
    finding.check = "scale-unversioned-route";
    finding.primary = std::move(primary);
    finding.rank = 40;
    return finding;
  }

  // `/v1` in front of the path, where its literal is written in the registration and starts the path.
  void addFix(const Root &root, Finding &finding) const {
    SourceRange literal = rangeOf(program, root.pathPlace);
    const SourceRange &within = finding.primary;
    bool inside = literal.file == within.file &&
                  std::tie(literal.line, literal.column) >= std::tie(within.line, within.column) &&
                  std::tie(literal.endLine, literal.endColumn) <= std::tie(within.endLine, within.endColumn);
    std::optional<unsigned> offset = startOfPath(root);
    if (!inside || !offset)
      return;
    SourceRange at = literal;
    at.column += *offset;
    at.endLine = at.line;
    at.endColumn = at.column;
    finding.fixes.push_back({"serve it under '/v1'", {{at, "/v1"}}});
  }

  // Where in its literal the path starts, in bytes of the source. The span tells how the literal is spelled: what is
  // longer than the text is its quotes and escapes, or the five signs of R"()".
  std::optional<unsigned> startOfPath(const Root &root) const {
    const Text &path = root.pathText;
    const Span &span = root.pathPlace;
    if (path.origins.empty() || path.pieces.front().hole || path.origins.front().span != span ||
        span.line != span.endLine)
      return std::nullopt;
    const auto &values = path.origins.front().frame->function->values;
    auto literal = llvm::find_if(
        values, [&](const summary::Value &value) { return value.kind == ValueKind::Text && value.span == span; });
    if (literal == values.end() || !llvm::StringRef(literal->text).ends_with(path.pieces.front().text) ||
        !llvm::StringRef(path.pieces.front().text).starts_with("/"))
      return std::nullopt;
    unsigned before = literal->text.size() - path.pieces.front().text.size();
    unsigned escapes = llvm::count_if(literal->text, [](char c) { return c == '\\' || c == '"' || c < ' '; });
    unsigned around = span.endColumn - span.column - literal->text.size();
    bool quoted = around == 2 + escapes, raw = around == 5;
    if (quoted == raw)
      return std::nullopt;
    return before + (quoted ? 1 : 3);
  }

  // Several methods of one object with one address are one finding.
  void report(Finding finding, const std::string &root) {
    if (!reported.insert(finding.primary).second)
      return;
    finding.roots = {root};
    sink(std::move(finding));
  }

  const Program &program;
  const Roots &roots;
  std::string policy;
  std::string accepted;                         // globs, one a line
  std::vector<llvm::GlobPattern> acceptedPaths; // they point into `accepted`
  std::vector<bool> readers; // by function id
  std::set<SourceRange> reported;
  const FindingSink &sink;
};
} // namespace

static void run(const Program &program, const CheckOptions &options, const FindingSink &sink) {
  RouteCheck(program, options, sink).run();
}

extern const Check UnversionedRoute;
const Check UnversionedRoute = {
    .id = "scale-unversioned-route",
    .summary = "public route has no version",
    .doc = R"md(
## What it flags

A route without a version: no version segment in its path (`v1`, `v1beta2`, `v1.2`), and no version header or query
parameter that its handler reads. For gRPC and Thrift, a service whose package or namespace names no version.

## Why it hurts at scale

The first client that nobody can redeploy freezes an unversioned route. Every later change is then either breaking or
squeezed in beside what is there, and old and new clients can't be told apart.

## Example

```cpp bad
#include <httplib.h>
void serve(httplib::Server &server) {
  server.Get("/orders", [](const httplib::Request &, httplib::Response &response) { response.status = 200; });
}
```

```cpp good
#include <httplib.h>
void serve(httplib::Server &server) {
  server.Get("/v1/orders", [](const httplib::Request &, httplib::Response &response) { response.status = 200; });
}
```

## Fix

`/v1` in front of the path, where the path's literal stands in the registration.

## Limits

Health, metrics, readiness, static and documentation routes are recognised by the words in their paths. A path without any
fixed segment (the entry page, a catch-all) is none. A path of which a part is only known at run time is not reported. A
version that a handler takes from the media type of `Accept` is not seen. A service whose package has a version anywhere in
it counts as versioned.

## Options

They come from the section `routes` of the configuration.
)md",
    .family = Family::Contract,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {},
    .options = {{"routes.version", "path",
                 "where versions stand: `path`, `header`, `query`, or `none` for houses that forbid them"},
                {"routes.unversioned-ok", "", "globs over paths that need no version"}},
    .run = run,
};

} // namespace scalelint
