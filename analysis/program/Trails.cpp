// Loop trails.
#include "analysis/program/Trails.h"
#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>
#include <set>

namespace scalelint::program {

using model::Does;

// Deeper ways exist only through recursion; wider ones say nothing new about one call.
static constexpr unsigned MaxDepth = 12, MaxVisits = 2000;

namespace {
class TrailFinder {
public:
  TrailFinder(const Program &program, const Statements &statements) : program(program), statements(statements) {}

  std::vector<LoopTrail> run() {
    findReachers();
    for (auto &function : program.functions)
      if (reaches[function->id])
        region(*function);
    return std::move(trails);
  }

private:
  // Functions that reach an operation at all: nothing else is explored.
  void findReachers() {
    reaches.assign(program.functions.size(), false);
    std::vector<std::vector<uint32_t>> enteredBy(program.functions.size());
    std::vector<uint32_t> open;
    for (auto &function : program.functions) {
      const Frame *frame = program.frame(*function);
      for (CallId id = 0; id < function->calls.size(); ++id) {
        if (function->nodeOfCall[id] == None)
          continue;
        if (!program.meanings(function->calls[id]).operations.empty() && !reaches[function->id]) {
          reaches[function->id] = true;
          open.push_back(function->id);
        }
        for (const Target &target : targets(program, *frame, id))
          if (isSynchronous(target.mode))
            enteredBy[target.function->id].push_back(function->id);
      }
    }
    while (!open.empty()) {
      uint32_t id = open.back();
      open.pop_back();
      for (uint32_t from : enteredBy[id])
        if (!reaches[from]) {
          reaches[from] = true;
          open.push_back(from);
        }
    }
  }

  const LoopTurns &turns(const Function &function, LoopId loop) {
    auto [it, inserted] = judged.try_emplace({&function, loop});
    if (inserted)
      it->second = turnsOf(program, statements, *program.frame(function), loop);
    return it->second;
  }

  // The innermost data-driven loop around a loop, itself included.
  LoopId dataLoop(const Function &function, LoopId loop) {
    for (; loop != None; loop = function.loops[loop].parent)
      if (turns(function, loop).turns == Turns::DataDriven)
        return loop;
    return None;
  }

  void region(const Function &function) {
    const Frame *frame = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id) {
      if (function.nodeOfCall[id] == None)
        continue;
      callbackRegion(*frame, id);
      LoopId loop = dataLoop(function, function.calls[id].loop);
      if (loop == None || leavesAfter(function, id, loop))
        continue;
      LoopTrail trail;
      trail.regionFrame = frame;
      trail.turns = turns(function, loop);
      trail.loop = function.loops[loop].span;
      for (LoopId outer = dataLoop(function, function.loops[loop].parent); outer != None;
           outer = dataLoop(function, function.loops[outer].parent))
        trail.outer.push_back(turns(function, outer).driver);
      trail.depth = 1 + trail.outer.size();
      explore(*frame, id, trail, [&](const Operation &operation) { return varies(operation, *frame, loop); });
    }
  }

  // std::for_each and its like: the callback's body is the region.
  void callbackRegion(const Frame &frame, CallId id) {
    if (program.meanings({frame.function, id}).callbacks.empty())
      return;
    for (const Target &target : targets(program, frame, id)) {
      if (target.mode != Mode::PerElement || !target.row || !reaches[target.function->id])
        continue;
      LoopTurns perElement = turnsOf(program, statements, frame, id, *target.row);
      if (perElement.turns != Turns::DataDriven)
        continue;
      const Frame *body = program.enter(frame, id, target);
      const Function &callback = *target.function;
      for (CallId inner = 0; inner < callback.calls.size(); ++inner) {
        if (callback.nodeOfCall[inner] == None || dataLoop(callback, callback.calls[inner].loop) != None)
          continue;
        LoopTrail trail;
        trail.regionFrame = body;
        trail.turns = perElement;
        trail.loop = frame.function->calls[id].span;
        explore(*body, inner, trail, [&](const Operation &operation) { return varies(operation, *body, None); });
      }
    }
  }

  bool varies(const Operation &operation, const Frame &frame, LoopId loop) {
    const summary::Call &call = operation.get();
    if (call.receiver && program::varies(program, {operation.frame, call.receiver}, frame, loop))
      return true;
    for (ValueId argument : call.arguments)
      if (program::varies(program, {operation.frame, argument}, frame, loop))
        return true;
    // sql << "…", use(id): what is chained to the result belongs to the operation.
    const Function &f = *operation.frame->function;
    ValueId result = f.resultOfCall[operation.call];
    for (CallId next = operation.call + 1; result && next < f.calls.size() && next < operation.call + 16; ++next) {
      const summary::Call &chained = f.calls[next];
      bool continues = chained.receiver == result ||
                       (chained.form == summary::CallForm::Operator && llvm::is_contained(chained.arguments, result));
      if (!continues)
        continue;
      for (ValueId argument : chained.arguments)
        if (argument != result && program::varies(program, {operation.frame, argument}, frame, loop))
          return true;
      result = f.resultOfCall[next];
    }
    return false;
  }

  struct Visit { const Frame *frame; CallId call; Site primary; };

  template <class Varies> void explore(const Frame &from, CallId first, const LoopTrail &pattern, Varies variesHere) {
    std::deque<Visit> queue = {{&from, first, {from.function, first}}};
    std::set<std::tuple<const Function *, CallId, const Function *, CallId>> seen;
    for (unsigned visits = 0; !queue.empty() && visits < MaxVisits; ++visits) {
      Visit visit = queue.front();
      queue.pop_front();
      if (Operation operation = operationAt(program, *visit.frame, visit.call)) {
        LoopTrail trail = pattern;
        trail.primary = visit.primary;
        trail.operation = operation;
        trail.varies = variesHere(operation);
        trails.push_back(std::move(trail));
        continue;
      }
      if (visit.frame->depth - from.depth >= MaxDepth)
        continue;
      const Function &caller = *visit.frame->function;
      bool throughCallback = caller.calls[visit.call].target || caller.calls[visit.call].form == summary::CallForm::Operator;
      for (const Target &target : targets(program, *visit.frame, visit.call)) {
        if (!isSynchronous(target.mode) || !reaches[target.function->id] || target.mode == Mode::PerElement)
          continue; // a callback per element is a region of its own
        const Frame *inner = program.enter(*visit.frame, visit.call, target);
        const Function &callee = *target.function;
        for (CallId id = 0; id < callee.calls.size(); ++id) {
          if (callee.nodeOfCall[id] == None || dataLoop(callee, callee.calls[id].loop) != None)
            continue; // the loop in there is the innermost one and has a trail of its own
          if (!seen.insert({&caller, visit.call, &callee, id}).second)
            continue;
          // A visitor that runs a callback: the call in the callback's body is what the region holds.
          bool shifts = visit.frame == &from && throughCallback && visit.primary == Site{from.function, first} &&
                        callee.parentFunction;
          queue.push_back({inner, id, shifts ? Site{&callee, id} : visit.primary});
        }
      }
    }
  }

  const Program &program;
  const Statements &statements;
  std::vector<bool> reaches;
  std::map<std::pair<const Function *, LoopId>, LoopTurns> judged;
  std::vector<LoopTrail> trails;
};
} // namespace

std::vector<LoopTrail> loopTrails(const Program &program, const Statements &statements) {
  return TrailFinder(program, statements).run();
}

} // namespace scalelint::program
