// Inside of Holds: the ways of a body with what is held on them.
#pragma once

#include "analysis/program/Holds.h"

#include <deque>

namespace scalelint::program {

// Holders that are no local: released by hand; handed to the caller.
inline constexpr LocalId ByHand = None, Returned = None - 1;

struct Hold {
  unsigned id;    // of the acquisition
  LocalId holder; // the local that holds the guard
  friend auto operator<=>(const Hold &, const Hold &) = default;
};

struct BodyHolds {
  std::vector<Holds::Ids> at;           // by call
  std::vector<std::vector<Hold>> exits; // what is held at the returns
  bool letsGo = false;                  // lets go of something that it did not take and that was not held at its start
};

// What a function does with locks and transactions, itself or through what it calls.
enum HoldBits : uint64_t { Takes = 1, Releases = 2, AsksCaller = 4 };

class Holds::Impl {
public:
  Impl(const Program &program, const Statements &statements, const Roots &roots)
      : program(program), statements(statements),
        reach(program, roots, [&](const Function &function, CallId id) { return bitsOf(function, id); }) {}

  const BodyHolds &body(const Frame &frame, const Ids &entry);

  // The acquisition of this call; `part` tells several of one call apart.
  unsigned acquire(const Frame &frame, CallId call, unsigned part, model::ScopeKind kind, std::vector<Bound> objects,
                   Site made);

  // Does the body itself take anything or let go of it, or call what does so for it? Else all is held throughout that is
  // held at its start.
  bool concerns(const Function &function);
  // Does a call of it change what its caller holds?
  bool changesCaller(const Function &function);

  // Of what an acquisition holds.
  const std::set<Identity> &identitiesOf(unsigned id);

  // What a call does to a transaction: Begin, Commit or Rollback.
  sql::Verb verbAt(const Frame &frame, CallId id) const;

  static bool isHeld(const Meanings::Scope &scope) {
    return scope.row->kind == model::ScopeKind::Lock || scope.row->kind == model::ScopeKind::Transaction;
  }

  const Program &program;
  const Statements &statements;
  Reach reach; // HoldBits
  std::deque<Acquisition> acquisitions;
  unsigned nesting = 0; // bodies that are being walked

private:
  uint64_t bitsOf(const Function &function, CallId id) const;
  std::deque<std::optional<std::set<Identity>>> identified; // by acquisition
  enum class Answer : uint8_t { Open, No, Yes };
  std::vector<Answer> concerned, changing; // by function id
  std::map<std::tuple<const Frame *, CallId, unsigned>, unsigned> idOf;
  std::map<std::pair<const Frame *, Ids>, BodyHolds> bodies;
};

// Walks the body of the frame's function; `entry`: held at its start.
void walkHolds(Holds::Impl &impl, const Frame &frame, const Holds::Ids &entry, BodyHolds &result);

} // namespace scalelint::program
