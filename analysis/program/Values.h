// What a value is, seen from a frame: through locals, parameters, captures, fields and the calls that
// rule packs say hand an object on.
#pragma once

#include "analysis/program/Program.h"
#include "analysis/sql/Statement.h"

#include <functional>
#include <optional>

namespace scalelint::program {

// The value of a selector of a call, as seen from the call's frame. No frame: the call has no such value.
Bound select(const Program &program, const Frame &frame, CallId call, const model::Selector &selector);

// Do the row's conditions hold for this call? Conditions on values that are not known do not hold.
bool holds(const Program &program, const Frame &frame, CallId call, const model::CallPattern &pattern);

// The same object or constant, with the names it passed through taken away: locals, casts, captures,
// parameters whose caller is known, fields and globals that are stored to once.
Bound origin(const Program &program, Bound value);

// What `bound` was before calls changed it and loops carried it on: the place itself.
Bound untouched(Bound bound);

// One step of `origin` towards where the object comes from; no frame when there is none.
Bound step(const Program &program, Bound value);

std::optional<int64_t> integer(const Program &program, Bound value);

// Nanoseconds of a value in `unit`; 0 and negative values come back as they are.
std::optional<int64_t> duration(const Program &program, Bound value, model::Unit unit);

// Where a piece of a text comes from.
struct Origin {
  Span span;                     // of a literal; of a hole invalid
  const Frame *frame = nullptr;  // that a literal is written in
  Bound value;                   // that fills a hole, where it is known which
};

// A text with holes, each piece with its origin.
struct Text {
  sql::Template pieces;
  std::vector<Origin> origins;
  bool dependsOnParameter = false;// a hole is a parameter or a captured variable of an outermost frame
  bool known() const;             // has any literal text
  std::string literal() const;    // pieces joined, holes as {} and {*}
};
Text text(const Program &program, Bound value);

// What reaches a call of this value: closures and functions.
std::vector<Target> callables(const Program &program, Bound value);

// How messages call it: `ids`, `order.items`, `loadIds()`; empty when there is no short name.
std::string describe(const Program &program, Bound value);

// The marks of a call whose conditions hold.
bool hasMark(const Program &program, const Frame &frame, CallId call, model::Mark mark);

// A region that runs again and again: the turns of a loop, a callback that runs once per element, or a
// function that calls itself.
struct Repeated {
  const Frame &frame;                   // of the function that holds the region
  LoopId loop = None;                   // None: the whole function
  std::vector<uint32_t> parameters{};   // of the function: those that change from turn to turn
  // A call that only uses the object it is given, so that it leaves nothing behind for the next use.
  std::function<bool(const Frame &, CallId)> uses = {};
};

// Does the value change from turn to turn?
bool varies(const Program &program, Bound value, const Repeated &region);

// Does what an object does change from turn to turn: another object, or one that was given something new (a
// statement that is bound anew)? Being used alone changes nothing.
bool handleVaries(const Program &program, Bound object, const Repeated &region);

} // namespace scalelint::program
