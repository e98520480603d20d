// From where to where locks and transactions are held, on each way through a function.
//
//   std::unique_lock lock(mutex_);   taken
//   auto copy = rows_;               held
//   lock.unlock();
//   client_.Get("/");                not held
//
// What a scope is, rule packs say; a function that leaves one held (a wrapper of lock(), a factory of a guard, the
// constructor of the project's own guard) takes it where it is called. A guard that goes where nobody looks holds nothing
// from there on: not known counts as not held.
#pragma once

#include "analysis/program/Exploration.h"

namespace scalelint::program {

struct Acquisition {
  Site site;                         // the call that takes it, in the function that goes on with it
  const Frame *frame = nullptr;      // … as seen here
  model::ScopeKind kind = model::ScopeKind::Lock;
  std::vector<Bound> objects;        // what is locked, or the connection; empty: not known
  Site made;                         // the library call behind it: a guard's constructor, a lock(), a BEGIN
};

// Something that places have in common when they are one: a field or a global stands for all its objects.
using Identity = std::tuple<ValueKind, const Function *, uint32_t>;
std::set<Identity> identities(const Program &program, Bound value);

class Holds {
public:
  class Impl;
  Holds(const Program &program, const Statements &statements, const Roots &roots);
  ~Holds();

  using Ids = std::vector<unsigned>; // of acquisitions, in the order in which they were first held

  // Held, on some way, when the frame's function comes to the call; `entry`: held when it is entered.
  const Ids &at(const Frame &frame, CallId call, const Ids &entry) const;
  // Does the function take anything itself or through what it calls, or let go of it?
  bool concerns(const Function &function) const;
  const Acquisition &operator[](unsigned id) const;

private:
  std::unique_ptr<Impl> impl;
};

} // namespace scalelint::program
