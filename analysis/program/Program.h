// The whole program after linking: every entity has one identity, every call may have a meaning.
//
// Functions keep the form of their summaries; ids of entities and files are the program's. A value
// that depends on the caller is looked at in a Frame: the chain of calls that led into its function.
// Frames make whole-program reasoning context-sensitive without copying a single value.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/sql/Schema.h"
#include "analysis/summary/Summary.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace scalelint::program {

using summary::CallId;
using summary::EntityId;
using summary::FileId;
using summary::LocalId;
using summary::LoopId;
using summary::NodeId;
using summary::None;
using summary::Span;
using summary::ValueId;
using summary::ValueKind;

struct Function;

struct Entity : summary::Entity {
  const Function *definition = nullptr;
  std::vector<EntityId> derived; // Class: direct subclasses. Method: methods that directly override it
};

// A call written in a function.
struct Site {
  const Function *function = nullptr;
  CallId call = None;
  explicit operator bool() const { return function; }
  friend auto operator<=>(const Site &, const Site &) = default;
};

struct Function : summary::Function {
  uint32_t id = 0;                  // its place in Program::functions
  std::string displayName;          // "Store::load", "main::(lambda)"
  bool generated = false;           // in a file that the configuration excludes from findings
  std::vector<NodeId> parents;      // of each node, None for the root
  std::vector<NodeId> nodeOfCall;   // of each call; None for one that was only looked at
  std::vector<NodeId> nodeOfLoop;
  std::vector<ValueId> resultOfCall; // the Result value of each call, 0 where nothing reads it
  std::vector<Site> callers;        // direct and virtual calls that may enter it, in order
  const Function *parentFunction = nullptr; // of a lambda
};

struct Frame;

// A value seen from a frame. frame == nullptr: no value.
struct Bound {
  const Frame *frame = nullptr;
  ValueId value = 0;
  const summary::Value &get() const;
  explicit operator bool() const { return frame; }
  friend auto operator<=>(const Bound &, const Bound &) = default;
};

// Values that were bound to a callable's first parameters: those of this call, a row's `binds-from` says which.
struct Binding {
  const Frame *frame = nullptr;
  CallId call = None;
  const model::FlowRow *row = nullptr;
};

// One function as entered by a call. `caller` null: entered from wherever, its parameters are unknown.
struct Frame {
  const Function *function = nullptr;
  const Frame *caller = nullptr;
  CallId call = None;               // in caller->function
  bool callback = false;            // entered through a library call that runs it: its row says what it is given
  Bound closure;                    // the closure that runs: where captured values are found
  unsigned depth = 0;
  Binding binding{};                // of the callable through which it was entered
  std::optional<uint32_t> argumentsFrom{}; // callback: where the arguments begin that the library call hands on
  bool objectFirst = false;         // a method whose object comes as the first argument
};

inline const summary::Value &Bound::get() const { return frame->function->values[value]; }

// The rows of rule packs that speak of a call, in the packs' order; conditions not yet asked.
struct Meanings {
  struct Creation { const model::ClientRow *client; const model::CreationRow *row; };
  std::vector<const model::OperationRow *> operations;
  std::vector<Creation> creations;
  std::vector<const model::SettingRow *> settings;
  std::vector<const model::RootRow *> roots;
  std::vector<const model::CallbackRow *> callbacks;
  struct Scope {
    const model::ScopeRow *row;
    enum class Edge : uint8_t { Begin, End, Reopen, Raii } edge;
    const model::CallPattern *pattern; // that names the call; none for Raii
  };
  std::vector<Scope> scopes;
  std::vector<const model::FlowRow *> flows;
  std::vector<const model::TextRow *> texts;
  std::vector<const model::ConstructRow *> constructs;
  std::vector<const model::MarkRow *> marks;
  bool empty = true;
};

// How a called function runs.
enum class Mode : uint8_t { Call, Callback, PerElement, Later, OnThread, OnPool, OnEventLoop };
inline bool isSynchronous(Mode mode) { return mode <= Mode::PerElement; }

struct Target {
  const Function *function = nullptr;
  Mode mode = Mode::Call;
  Bound closure;                    // for a closure: where it was made
  const model::CallbackRow *row = nullptr;
  Binding binding{};
  bool objectFirst = false;
};

class Statements;
class Roots;
struct LoopTrail;

// Views of the program that several checks share, made once.
struct Lenses;

// Functions that are entered from outside though no rule pack says so.
struct DeclaredRoot {
  std::string function;    // qualified name, or a glob over qualified names
  model::RootKind kind = model::RootKind::Request;
  std::string method;      // "GET"; empty when not known
  std::string path;        // "/v1/orders"; empty when not known
};

class Program {
public:
  Program();
  ~Program();

  // Makes the lenses; `roots` are functions that the configuration declares to be entered from outside.
  void look(const std::vector<DeclaredRoot> &roots);
  const Lenses &lenses() const { return *views; }

  std::vector<summary::File> files;
  std::vector<Entity> entities;
  std::vector<std::unique_ptr<Function>> functions; // in a defined order: file, line, column, name
  Function globals;                                 // initialisers of globals as Assign nodes
  std::vector<summary::Suppression> suppressions;
  std::vector<model::RulePack> packs;
  sql::Schema schema;                               // empty where the configuration names none

  const Meanings &meanings(const summary::Call &call) const;
  const Meanings &meanings(const Site &site) const { return meanings(call(site)); }
  const summary::Call &call(const Site &site) const { return site.function->calls[site.call]; }
  const Entity *entity(EntityId id) const { return id == None ? nullptr : &entities[id]; }
  std::string nameOf(EntityId id) const { return id == None ? std::string() : entities[id].name; }

  // Is `type` the class named `name` or derived from it?
  bool derivesFrom(EntityId type, llvm::StringRef name) const;
  // The class and all its bases, nearest first.
  std::vector<EntityId> withBases(EntityId type) const;
  // The method and everything that overrides it, directly or not.
  std::vector<EntityId> withOverriders(EntityId method) const;

  // Frames live as long as the program; equal frames are one object.
  const Frame *frame(const Function &function) const;
  const Frame *enter(const Frame &caller, CallId call, const Target &target) const;

  // All places that store to a field or a global: node of kind Assign, or an Aggregate's operand.
  struct Store { const Function *function; ValueId value; NodeId node; };
  const std::vector<Store> &stores(EntityId place) const;

  // Constructors of a class that have a body.
  const std::vector<const Function *> &constructors(EntityId type) const;

  // Return values of a function.
  std::vector<ValueId> returned(const Function &function) const;

  std::string path(FileId file) const { return file == None ? std::string() : files[file].path; }

private:
  friend class Linker;
  std::unique_ptr<Lenses> views;
  llvm::StringMap<Meanings> byName; // rows by the name that they give
  std::vector<Meanings> byMatcher;      // by an expression's number
  std::vector<uint32_t> matcherOrder;   // of each number: where it first stands in the packs
  mutable std::map<std::tuple<EntityId, EntityId, std::vector<uint32_t>, std::vector<EntityId>>, Meanings> meaningsOf;
  mutable std::deque<Frame> frames;
  mutable llvm::DenseMap<const Function *, const Frame *> topFrames;
  mutable std::map<std::tuple<const Frame *, CallId, const Function *>, const Frame *> innerFrames;
  llvm::DenseMap<EntityId, std::vector<Store>> storesTo;
  llvm::DenseMap<EntityId, std::vector<const Function *>> constructorsOf;
};

// Joins the summaries of all units. The order of `units` does not matter.
std::unique_ptr<Program> link(std::vector<summary::TUSummary> units, std::vector<model::RulePack> packs);

} // namespace scalelint::program
