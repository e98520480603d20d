#include "analysis/program/Drains.h"

#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using model::Mark;

// A function that takes an element is short, and calls one or two of its kind.
static constexpr unsigned MaxHelpers = 3, MaxCalls = 64;

namespace {
class DrainSearch {
public:
  DrainSearch(const Program &program, const Frame &loop) : program(program), loop(loop) {}

  std::vector<Bound> asked, taken;
  bool waitsInside = false, waitsHere = false;

  void look(CallId call) { look(loop, call, 0); }

  // What the value is in the loop's own function.
  Bound here(Bound value) const {
    while (value && value.frame != &loop)
      value = step(program, value);
    return value;
  }

private:
  bool is(const Frame &frame, CallId call, Mark mark) const { return hasMark(program, frame, call, mark); }

  void look(const Frame &frame, CallId id, unsigned depth) {
    if (++calls > MaxCalls)
      return;
    const summary::Call &call = frame.function->calls[id];
    if (is(frame, id, Mark::Wait) || is(frame, id, Mark::Sleep) || is(frame, id, Mark::Poll))
      (depth ? waitsInside : waitsHere) = true;
    if (call.receiver && frame.function->values[call.receiver].kind != ValueKind::Field) {
      if (is(frame, id, Mark::Empty) || is(frame, id, Mark::Size))
        asked.push_back({&frame, call.receiver});
      if (is(frame, id, Mark::Shrinks))
        taken.push_back({&frame, call.receiver});
    }
    if (depth < MaxHelpers)
      lookInside(frame, id, depth);
  }

  void lookInside(const Frame &frame, CallId id, unsigned depth) {
    auto entered = targets(program, frame, id);
    if (entered.size() != 1 || entered[0].mode != Mode::Call || !mayTake(*entered[0].function))
      return;
    const Frame *inner = program.enter(frame, id, entered[0]);
    for (CallId inside = 0; inside < inner->function->calls.size(); ++inside)
      if (inner->function->nodeOfCall[inside] != None)
        look(*inner, inside, depth + 1);
  }

  static bool mayTake(const Function &function) {
    return llvm::any_of(function.parameters, [](const summary::Parameter &parameter) {
      return parameter.type != None && parameter.isMutable;
    });
  }

  const Program &program;
  const Frame &loop;
  unsigned calls = 0;
};
} // namespace

Bound drained(const Program &program, const Frame &frame, const std::vector<CallId> &asked,
              const std::vector<CallId> &done, bool forEver) {
  DrainSearch condition(program, frame), body(program, frame);
  for (CallId call : asked)
    condition.look(call);
  for (CallId call : done)
    body.look(call);
  if (condition.waitsInside || body.waitsInside || (forEver && body.waitsHere))
    return {};
  std::vector<Bound> taken = condition.taken;
  llvm::append_range(taken, body.taken);
  for (Bound question : forEver ? body.asked : condition.asked)
    for (Bound take : taken)
      if (Bound container = condition.here(question);
          container && origin(program, question) == origin(program, take))
        return container;
  return {};
}

} // namespace scalelint::program
