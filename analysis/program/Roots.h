// Where work starts: request roots with their routes, background roots, and who reaches what.
#pragma once

#include "analysis/program/CallGraph.h"
#include "analysis/program/Operations.h"

namespace scalelint::program {

struct Root {
  const Function *function = nullptr;
  model::RootKind kind = model::RootKind::Request;
  std::string name;               // "GET /v1/users", "OrderService::Get", "main"
  std::string method;             // HTTP method, empty when not known or none
  std::string path;               // full path, holes as {}; empty when not known
  Text pathText;                  // the same in pieces
  bool pathKnown = false;
  bool rpc = false;
  bool comparison = false;        // dispatched by a comparison of the target
  Site registration;              // the call that registers it, when there is one
  const model::RootRow *row = nullptr; // the row that makes it one; none for the configuration's roots
  EntityId service = None;        // rpc: the class that declares what it implements, often a generated one
  Bound router;                   // what the route is registered on, when known
  Span place;                     // where findings about the root point: a function's name, a lambda's registration
  Span routePlace;                // where findings about the route point: the registration, where its path is given
  Span pathPlace;                 // the first literal of the path, for fixes
};

// How a function is reached from a root, nearest root first.
struct Reached {
  uint32_t root = None;           // index into Roots::all
  Site from;                      // the call that enters it on the shortest way; none for the root itself
  unsigned distance = 0;
};

class Roots {
public:
  Roots(const Program &program, const std::vector<DeclaredRoot> &configured);

  std::vector<Root> all;          // in a defined order
  std::vector<std::vector<Entered>> entries; // by function id: what it enters synchronously
  bool anyRequest() const;

  // The shortest way from a request root, else from a background root, to `function`; nullptr: none.
  const Reached *reached(const Function &function) const;
  bool onRequestPath(const Function &function) const;

  // Request roots that reach the function.
  std::vector<uint32_t> rootsOf(const Function &function) const;

private:
  void add(Root root);
  void fromClasses();
  void fromConfiguration(const std::vector<DeclaredRoot> &declared);
  void spread();

  const Program &program;
  std::vector<Reached> nearest;               // by function id
  std::vector<std::vector<uint32_t>> reachers;// by function id: request roots
};

} // namespace scalelint::program
