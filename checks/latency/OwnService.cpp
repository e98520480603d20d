// Requests of a program to itself: a path that a route has, a stub of a service that is implemented here.
#include "checks/latency/OwnService.h"

#include "analysis/program/Lenses.h"
#include "analysis/program/Registrations.h"
#include "checks/contract/RoutePath.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint {

using namespace program;

// Every fixed segment of the route stands in the same place of the asked path, and one says more than a version.
static bool matches(const RoutePath &route, const RoutePath &asked) {
  using Kind = RouteSegment::Kind;
  if (route.segments.size() != asked.segments.size())
    return false;
  bool telling = false;
  for (size_t i = 0; i < route.segments.size(); ++i) {
    const RouteSegment &here = route.segments[i], &there = asked.segments[i];
    if (here.kind != Kind::Fixed)
      continue;
    if (there.kind != Kind::Fixed || here.text != there.text)
      return false;
    telling |= !here.version;
  }
  return telling;
}

static const Root *routeOf(const Program &program, const Operation &operation) {
  const Text &url = program.lenses().statements.of(operation).text;
  if (!url.known())
    return nullptr;
  RoutePath asked = routePath(pathOfUrl(url));
  for (const Root &root : program.lenses().roots.all)
    if (root.kind == model::RootKind::Request && root.function && root.pathKnown && !root.comparison &&
        matches(routePath(root.pathText), asked))
      return &root;
  return nullptr;
}

// "a::Users::Stub::Find" and "a::Users::Service::Find": one class around both, one name.
static bool areEndsOfOne(llvm::StringRef stub, llvm::StringRef served) {
  auto [stubClass, stubMethod] = stub.rsplit("::");
  auto [servedClass, servedMethod] = served.rsplit("::");
  auto [stubOuter, stubInner] = stubClass.rsplit("::");
  auto [servedOuter, servedInner] = servedClass.rsplit("::");
  return stubMethod == servedMethod && !stubInner.empty() && !servedInner.empty() && stubOuter == servedOuter;
}

static const Root *methodOf(const Program &program, const Operation &operation) {
  std::vector<EntityId> asked = program.withBases(operation.get().callee);
  for (const Root &root : program.lenses().roots.all) {
    if (!root.rpc || !root.function || root.service == None)
      continue;
    for (EntityId declared : program.withBases(root.function->entity))
      for (EntityId method : asked)
        if (declared == method || areEndsOfOne(program.entities[method].name, program.entities[declared].name))
          return &root;
  }
  return nullptr;
}

const Root *servedBy(const Program &program, const Operation &operation) {
  switch (operation.row->does) {
  case model::Does::HttpRequest:
    return routeOf(program, operation);
  case model::Does::RpcCall:
    return methodOf(program, operation);
  default:
    return nullptr;
  }
}

} // namespace scalelint
