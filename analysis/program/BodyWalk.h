// One body walked forward, node by node: each node takes the ways to its start and gives the ways to each of its ends.
//
//   if (!call(users))        falls: 1 · returns: 1
//     return false;
//   switch (method) {        the arms exclude each other
//   case 0: return call(card);
//   default: return call(bank);
//   }
//
// What a way is, and what calls do to it, is the walker's own; a loop is gone through once, and a way remembers the
// conditions that come back, so that arms which exclude each other are on no way together.
#pragma once

#include "analysis/program/Conditions.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace scalelint::program {

// The ways to one point, none of which replaces another. There are several only where they differ in what counts, or
// where conditions before the point come back after it.
template <class Way> using WaysTo = std::vector<Way>;

// A `Way` has `std::vector<Fact> taken`, sorted: what must hold to come here. Beside it stand `replaces(one, other)`: the
// other is of no use, and `leastOf(ways)`: the one to give up when there are too many.
template <class Way> void addWay(WaysTo<Way> &known, Way way) {
  if (llvm::any_of(known, [&](const Way &each) { return replaces(each, way); }))
    return;
  llvm::erase_if(known, [&](const Way &each) { return replaces(way, each); });
  known.push_back(std::move(way));
  if (known.size() > Way::MaxWays)
    known.erase(leastOf(known));
}

template <class Way> void addWays(WaysTo<Way> &known, const WaysTo<Way> &more) {
  for (const Way &way : more)
    addWay(known, way);
}

// Where a piece of code may end, with the ways there.
template <class Way> struct Ends {
  WaysTo<Way> falls, returns, breaks, continues, throws;
  WaysTo<Way> anywhere; // to any point inside

  static Ends fallsTo(WaysTo<Way> ways) { return leaves(&Ends::falls, std::move(ways)); }
  static Ends leaves(WaysTo<Way> Ends::*by, WaysTo<Way> ways) {
    Ends ends;
    ends.anywhere = ways;
    ends.*by = std::move(ways);
    return ends;
  }

  // Every end of `inner` but the fall is an end of this too.
  void leave(const Ends &inner) {
    addWays(returns, inner.returns);
    addWays(breaks, inner.breaks);
    addWays(continues, inner.continues);
    addWays(throws, inner.throws);
    addWays(anywhere, inner.anywhere);
  }
};

// `Walker` derives from this and has `Ends call(CallId, WaysTo)`; the other steps are its to hide where they matter.
template <class Way, class Walker> class BodyWalk {
public:
  using Ends = program::Ends<Way>;
  using Ways = WaysTo<Way>;

  Ends node(NodeId id, Ways ways) {
    const summary::Node &node = function.nodes[id];
    auto through = [&](void (Walker::*step)(const summary::Node &, Way &)) {
      for (Way &way : ways)
        (walker().*step)(node, way);
    };
    switch (node.kind) {
    case summary::NodeKind::Block:
      return block(node, std::move(ways));
    case summary::NodeKind::Choice:
      return choice(node, ways);
    case summary::NodeKind::Loop:
      return loop(node, std::move(ways));
    case summary::NodeKind::Try:
      return guarded(node, std::move(ways));
    case summary::NodeKind::Call:
      return walker().call(node.index, std::move(ways));
    case summary::NodeKind::Await:
      through(&Walker::await);
      return Ends::fallsTo(std::move(ways));
    case summary::NodeKind::Declare:
    case summary::NodeKind::Assign:
      through(&Walker::store);
      return Ends::fallsTo(std::move(ways));
    case summary::NodeKind::Return:
      through(&Walker::giveBack);
      return Ends::leaves(&Ends::returns, std::move(ways));
    case summary::NodeKind::Goto: // where it leads is not followed
      return Ends::leaves(&Ends::returns, std::move(ways));
    case summary::NodeKind::Break:
      return Ends::leaves(&Ends::breaks, std::move(ways));
    case summary::NodeKind::Continue:
      return Ends::leaves(&Ends::continues, std::move(ways));
    case summary::NodeKind::Throw:
      return Ends::leaves(&Ends::throws, std::move(ways));
    }
    return Ends::fallsTo(std::move(ways));
  }

  void await(const summary::Node &, Way &) {}
  void store(const summary::Node &, Way &) {}    // a declaration or an assignment
  void giveBack(const summary::Node &, Way &) {} // a return
  void close(const summary::Node &, Ends &) {}   // the locals of a block die
  void assume(ValueId, bool, Ways &) {}          // a condition holds, or does not

protected:
  BodyWalk(const Program &program, const Function &function) : program(program), function(function) {
    findSharedSubjects();
  }

  const Program &program;
  const Function &function;

private:
  Walker &walker() { return static_cast<Walker &>(*this); }

  // Subjects that more than one choice asks about.
  void findSharedSubjects() {
    std::map<std::string, unsigned> asked;
    for (const summary::Node &node : function.nodes) {
      if (node.kind != summary::NodeKind::Choice || node.children.size() != 2)
        continue;
      std::set<std::string> here;
      for (bool holds : {true, false})
        for (Fact &fact : factsOf(program, function, node.value, holds))
          here.insert(std::move(fact.subject));
      for (const std::string &subject : here)
        if (++asked[subject] == 2)
          shared.insert(subject);
    }
  }

  Ends choice(const summary::Node &node, const Ways &ways) {
    Ends ends;
    for (size_t arm = 0; arm < node.children.size(); ++arm) {
      Ways entering = ways;
      if (node.children.size() == 2 && !shared.empty())
        entering = where(factsOf(program, function, node.value, arm == 0), ways);
      if (node.children.size() == 2)
        walker().assume(node.value, arm == 0, entering);
      if (entering.empty())
        continue; // what led here excludes this arm
      Ends inner = this->node(node.children[arm], std::move(entering));
      ends.leave(inner);
      addWays(ends.falls, inner.falls);
    }
    return ends;
  }

  // The ways on which the facts may hold.
  Ways where(std::vector<Fact> facts, const Ways &ways) const {
    llvm::erase_if(facts, [&](const Fact &fact) { return !shared.contains(fact.subject); });
    Ways result;
    for (Way way : ways) {
      if (llvm::any_of(facts, [&](const Fact &fact) {
            return llvm::any_of(way.taken, [&](const Fact &known) { return contradicts(known, fact); });
          }))
        continue;
      for (const Fact &fact : facts)
        if (auto at = llvm::lower_bound(way.taken, fact); at == way.taken.end() || *at != fact)
          way.taken.insert(at, fact);
      addWay(result, std::move(way));
    }
    return result;
  }

  Ends block(const summary::Node &node, Ways ways) {
    Ends ends = Ends::fallsTo(std::move(ways));
    for (NodeId child : node.children) {
      if (ends.falls.empty())
        break;
      Ends inner = this->node(child, std::move(ends.falls));
      ends.leave(inner);
      ends.falls = std::move(inner.falls);
    }
    walker().close(node, ends);
    return ends;
  }

  // Children: condition, body, step. One turn, or none where the condition can say so first.
  Ends loop(const summary::Node &node, Ways ways) {
    const summary::Loop &loop = function.loops[node.index];
    Ends ends;
    Ways after;
    auto run = [&](NodeId child, Ways from) {
      if (from.empty())
        return from;
      Ends inner = this->node(child, std::move(from));
      addWays(after, inner.breaks);
      addWays(inner.falls, inner.continues);
      inner.breaks.clear();
      inner.continues.clear();
      ends.leave(inner);
      return std::move(inner.falls);
    };
    bool endless = loop.kind == summary::LoopKind::Forever;
    auto goOn = [&](Ways from) { // past the loop
      if (endless)
        return;
      if (loop.kind == summary::LoopKind::Condition)
        walker().assume(loop.condition, false, from);
      addWays(after, from);
    };
    if (!loop.bodyFirst) {
      ways = run(node.children[0], std::move(ways));
      goOn(ways);
      if (loop.kind == summary::LoopKind::Condition)
        walker().assume(loop.condition, true, ways);
    }
    ways = run(node.children[1], std::move(ways));
    ways = run(node.children[2], std::move(ways));
    if (loop.bodyFirst)
      ways = run(node.children[0], std::move(ways));
    goOn(std::move(ways));
    ends.falls = std::move(after);
    return ends;
  }

  // A handler may start wherever the body got to.
  Ends guarded(const summary::Node &node, Ways ways) {
    Ends ends = this->node(node.children[0], std::move(ways));
    Ways thrown = ends.anywhere;
    if (node.children.size() > 1)
      ends.throws.clear();
    for (NodeId handler : llvm::drop_begin(node.children)) {
      Ends inner = this->node(handler, thrown);
      ends.leave(inner);
      addWays(ends.falls, inner.falls);
    }
    return ends;
  }

  std::set<std::string> shared;
};

} // namespace scalelint::program
