// What a call reaches: every call that runs before it returns, explored breadth first, so that the first way found is
// the shortest. A call edge is walked once per pair of edges, which tells two uses of one helper apart and still ends:
// there are finitely many pairs.
#pragma once

#include "analysis/program/Conditions.h"
#include "analysis/program/Roots.h"

#include <deque>
#include <set>

namespace scalelint::program {

// What each function reaches, itself or through what it enters, as a set of the caller's own bits.
class Reach {
public:
  Reach(const Program &program, const Roots &roots, llvm::function_ref<uint64_t(const Function &, CallId)> bitsOf) {
    bits.assign(program.functions.size(), 0);
    std::vector<std::vector<uint32_t>> enteredBy(program.functions.size());
    std::vector<uint32_t> open;
    for (auto &function : program.functions) {
      for (CallId id = 0; id < function->calls.size(); ++id)
        if (function->nodeOfCall[id] != None)
          bits[function->id] |= bitsOf(*function, id);
      for (const Entered &entered : roots.entries[function->id])
        enteredBy[entered.function->id].push_back(function->id);
      if (bits[function->id])
        open.push_back(function->id);
    }
    while (!open.empty()) {
      uint32_t id = open.back();
      open.pop_back();
      for (uint32_t from : enteredBy[id])
        if ((bits[from] | bits[id]) != bits[from]) {
          bits[from] |= bits[id];
          open.push_back(from);
        }
    }
  }

  uint64_t of(const Function &function) const { return bits[function.id]; }

private:
  std::vector<uint64_t> bits; // by function id
};

// A call on the way, with what the explorer remembers of the way to it.
template <class State> struct Visit {
  const Frame *frame;
  CallId call;
  Site primary; // the call written in the region
  State state;
};

// Explores what runs inside `first`, a call of the frame's function. `explorer` has
//   bool meets(const Visit &)                            looks at a call; true: its insides do not matter
//   bool enters(const Target &)                          is the function worth a look?
//   bool crosses(const Frame &inner, CallId, State &)    is the call in an entered function part of the region?
template <class State, class Explorer>
void explore(const Program &program, const Frame &from, CallId first, State state, Explorer &&explorer) {
  // Deeper ways exist only through recursion; wider ones say nothing new about one call.
  constexpr unsigned MaxDepth = 12, MaxVisits = 2000;
  std::deque<Visit<State>> queue = {{&from, first, {from.function, first}, std::move(state)}};
  std::set<std::tuple<const Function *, CallId, const Function *, CallId>> seen;
  for (unsigned visits = 0; !queue.empty() && visits < MaxVisits; ++visits) {
    Visit<State> visit = queue.front();
    queue.pop_front();
    if (explorer.meets(visit) || visit.frame->depth - from.depth >= MaxDepth)
      continue;
    const Function &caller = *visit.frame->function;
    bool throughCallback = caller.calls[visit.call].target || caller.calls[visit.call].form == summary::CallForm::Operator;
    for (const Target &target : targets(program, *visit.frame, visit.call)) {
      if (!isSynchronous(target.mode) || !explorer.enters(target))
        continue;
      const Frame *inner = program.enter(*visit.frame, visit.call, target);
      const Function &callee = *target.function;
      for (CallId id = 0; id < callee.calls.size(); ++id) {
        if (callee.nodeOfCall[id] == None || isCutOff(program, *inner, id))
          continue;
        State crossed = visit.state;
        if (!explorer.crosses(*inner, id, crossed))
          continue;
        if (!seen.insert({&caller, visit.call, &callee, id}).second)
          continue;
        // A visitor that runs a callback: the call in the callback's body is what the region holds.
        bool shifts = visit.frame == &from && throughCallback && visit.primary == Site{from.function, first} &&
                      callee.parentFunction;
        queue.push_back({inner, id, shifts ? Site{&callee, id} : visit.primary, std::move(crossed)});
      }
    }
  }
}

} // namespace scalelint::program
