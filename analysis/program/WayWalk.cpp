// The longest ways through one body, built forward, node by node: each node takes the longest way to its start and
// gives the longest way to each of its ends.
//
//   if (!call(users))        falls: 1 · returns: 1
//     return false;
//   switch (method) {        the arms exclude each other: the longest counts
//   case 0: return call(card);
//   default: return call(bank);
//   }                        longest way to a return: 2
//
// A loop is gone through once. Started operations (coroutines, futures, tasks) become pending and count when
// something waits for them, one alone; those that are in flight together do not.
#include "analysis/program/WayWalk.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>

namespace scalelint::program {

using model::Does;
using summary::NodeKind;

// A message never lists so many, and sums must not overflow.
static constexpr unsigned MaxLength = 1000;
static constexpr size_t MaxPending = 16, MaxWays = 8;

static unsigned sum(unsigned a, unsigned b) { return std::min(a + b, MaxLength); }

// A way is of no use beside one that is as long and asks for nothing more.
static bool replaces(const Way &one, const Way &other) {
  return one.length >= other.length && std::ranges::includes(other.taken, one.taken);
}

// The longest ways to one point, none of which replaces another. There are several only where conditions before the
// point come back after it.
using WaysTo = std::vector<Way>;

static void add(WaysTo &known, Way way) {
  if (llvm::any_of(known, [&](const Way &each) { return replaces(each, way); }))
    return;
  llvm::erase_if(known, [&](const Way &each) { return replaces(way, each); });
  known.push_back(std::move(way));
  if (known.size() > MaxWays)
    known.erase(std::min_element(known.begin(), known.end(),
                                 [](const Way &a, const Way &b) { return a.length < b.length; }));
}

static void add(WaysTo &known, const WaysTo &more) {
  for (const Way &way : more)
    add(known, way);
}

namespace {
// Where a piece of code may end, with the ways there.
struct Ends {
  WaysTo falls, returns, breaks, continues, throws;
  WaysTo anywhere; // to any point inside
};
} // namespace

// Every end of `inner` but the fall is an end of `outer` too.
static void leave(Ends &outer, const Ends &inner) {
  add(outer.returns, inner.returns);
  add(outer.breaks, inner.breaks);
  add(outer.continues, inner.continues);
  add(outer.throws, inner.throws);
  add(outer.anywhere, inner.anywhere);
}

static Ends fallsTo(WaysTo ways) {
  Ends ends;
  ends.anywhere = ways;
  ends.falls = std::move(ways);
  return ends;
}

namespace {
class Walk {
public:
  Walk(const Program &program, const Function &function, const std::vector<Effect> &effects)
      : program(program), function(function), effects(effects) {
    findSharedSubjects();
  }

  Ends node(NodeId id, WaysTo ways) const {
    const summary::Node &node = function.nodes[id];
    switch (node.kind) {
    case NodeKind::Block:
      return block(node, std::move(ways));
    case NodeKind::Choice:
      return choice(node, ways);
    case NodeKind::Loop:
      return loop(node, std::move(ways));
    case NodeKind::Try:
      return guarded(node, std::move(ways));
    case NodeKind::Call:
      return call(node.index, std::move(ways));
    case NodeKind::Await:
      for (Way &way : ways)
        waitFor({node.value}, way);
      return fallsTo(std::move(ways));
    case NodeKind::Declare:
    case NodeKind::Assign:
      return fallsTo(std::move(ways));
    case NodeKind::Return:
    case NodeKind::Goto: // where it leads is not followed
      return leaves(&Ends::returns, std::move(ways));
    case NodeKind::Break:
      return leaves(&Ends::breaks, std::move(ways));
    case NodeKind::Continue:
      return leaves(&Ends::continues, std::move(ways));
    case NodeKind::Throw:
      return leaves(&Ends::throws, std::move(ways));
    }
    return fallsTo(std::move(ways));
  }

private:
  // Subjects that more than one choice asks about.
  void findSharedSubjects() {
    std::map<std::string, unsigned> asked;
    for (const summary::Node &node : function.nodes) {
      if (node.kind != NodeKind::Choice || node.children.size() != 2)
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

  Ends choice(const summary::Node &node, const WaysTo &ways) const {
    Ends ends;
    for (size_t arm = 0; arm < node.children.size(); ++arm) {
      WaysTo entering = ways;
      if (node.children.size() == 2 && !shared.empty())
        entering = where(factsOf(program, function, node.value, arm == 0), ways);
      if (entering.empty())
        continue; // what led here excludes this arm
      Ends inner = this->node(node.children[arm], std::move(entering));
      leave(ends, inner);
      add(ends.falls, inner.falls);
    }
    return ends;
  }

  // The ways on which the facts may hold.
  WaysTo where(std::vector<Fact> facts, const WaysTo &ways) const {
    llvm::erase_if(facts, [&](const Fact &fact) { return !shared.contains(fact.subject); });
    WaysTo result;
    for (Way way : ways) {
      if (llvm::any_of(facts, [&](const Fact &fact) {
            return llvm::any_of(way.taken, [&](const Fact &known) { return contradicts(known, fact); });
          }))
        continue;
      for (const Fact &fact : facts)
        if (auto at = llvm::lower_bound(way.taken, fact); at == way.taken.end() || *at != fact)
          way.taken.insert(at, fact);
      add(result, std::move(way));
    }
    return result;
  }

  static Ends leaves(WaysTo Ends::*by, WaysTo ways) {
    Ends ends;
    ends.anywhere = ways;
    ends.*by = std::move(ways);
    return ends;
  }

  Ends block(const summary::Node &node, WaysTo ways) const {
    Ends ends = fallsTo(std::move(ways));
    for (NodeId child : node.children) {
      if (ends.falls.empty())
        break;
      Ends inner = this->node(child, std::move(ends.falls));
      leave(ends, inner);
      ends.falls = std::move(inner.falls);
    }
    return ends;
  }

  // Children: condition, body, step. One turn, or none where the condition can say so first.
  Ends loop(const summary::Node &node, WaysTo ways) const {
    const summary::Loop &loop = function.loops[node.index];
    Ends ends;
    WaysTo after;
    auto run = [&](NodeId child, WaysTo from) {
      if (from.empty())
        return from;
      Ends inner = this->node(child, std::move(from));
      add(after, inner.breaks);
      add(inner.falls, inner.continues);
      inner.breaks.clear();
      inner.continues.clear();
      leave(ends, inner);
      return std::move(inner.falls);
    };
    bool endless = loop.kind == summary::LoopKind::Forever;
    if (!loop.bodyFirst) {
      ways = run(node.children[0], std::move(ways));
      if (!endless)
        add(after, ways);
    }
    ways = run(node.children[1], std::move(ways));
    ways = run(node.children[2], std::move(ways));
    if (loop.bodyFirst)
      ways = run(node.children[0], std::move(ways));
    if (!endless)
      add(after, ways);
    ends.falls = std::move(after);
    return ends;
  }

  // A handler may start wherever the body got to.
  Ends guarded(const summary::Node &node, WaysTo ways) const {
    Ends ends = this->node(node.children[0], std::move(ways));
    WaysTo thrown = ends.anywhere;
    if (node.children.size() > 1)
      ends.throws.clear();
    for (NodeId handler : llvm::drop_begin(node.children)) {
      Ends inner = this->node(handler, thrown);
      leave(ends, inner);
      add(ends.falls, inner.falls);
    }
    return ends;
  }

  Ends call(CallId id, WaysTo ways) const {
    const Effect &effect = effects[id];
    for (Way &way : ways) {
      if (effect.waits) {
        std::vector<ValueId> values = function.calls[id].arguments;
        values.push_back(function.calls[id].receiver);
        waitFor(std::move(values), way);
      }
      if (effect.row)
        operate(id, effect, way);
    }
    Ends ends = fallsTo(std::move(ways));
    enter(id, effect.entered, effect.role, ends);
    enter(id, effect.callbacks, effect.role, ends);
    return ends;
  }

  void operate(CallId id, const Effect &effect, Way &way) const {
    auto item = std::make_shared<Item>(Item{way.last, id, effect.row, nullptr, nullptr});
    if (effect.starts) {
      item->before = nullptr;
      if (way.pending.size() < MaxPending)
        way.pending.push_back({id, item, 1});
      return;
    }
    bool goesOn = way.bulk && effect.row->does == Does::SqlBulk;
    if (effect.role != CacheRole::None || goesOn)
      return;
    way.bulk = effect.row->does == Does::SqlBulk;
    way.length = sum(way.length, 1);
    way.last = std::move(item);
  }

  // Goes on with the longest of the functions that the call may enter.
  void enter(CallId id, const std::vector<Effect::Alternative> &alternatives, CacheRole role, Ends &ends) const {
    if (alternatives.empty())
      return;
    WaysTo from = std::exchange(ends.falls, {});
    for (const Way &way : from)
      for (const Effect::Alternative &alternative : alternatives) {
        if (alternative.through.returns)
          add(ends.falls, joined(id, *alternative.entered, way, *alternative.through.returns, role));
        if (alternative.through.throws)
          add(ends.throws, joined(id, *alternative.entered, way, *alternative.through.throws, role));
      }
    add(ends.anywhere, ends.falls);
    add(ends.anywhere, ends.throws);
  }

  static Way joined(CallId id, const Function &function, Way way, const Way &inside, CacheRole role) {
    auto item = [&](const std::shared_ptr<const Item> &inner) {
      return std::make_shared<Item>(Item{nullptr, id, nullptr, &function, inner});
    };
    for (const Pending &pending : inside.pending)
      if (way.pending.size() < MaxPending)
        way.pending.push_back({id, item(pending.item), pending.length});
    if (!inside.length || role != CacheRole::None)
      return way;
    auto entered = item(inside.last);
    if (function.isCoroutine) { // runs, but nobody waits until it is awaited
      if (way.pending.size() < MaxPending)
        way.pending.push_back({id, entered, inside.length});
      return way;
    }
    entered->before = way.last;
    way.last = std::move(entered);
    way.length = sum(way.length, inside.length);
    way.bulk = inside.bulk;
    return way;
  }

  void waitFor(std::vector<ValueId> values, Way &way) const {
    if (way.pending.empty())
      return;
    std::set<CallId> sources;
    for (ValueId value : values)
      addSources(program, function, value, sources);
    settle(sources, way);
  }

  // One operation alone was waited for: it counts as if it had blocked. Several in flight are joined.
  static void settle(const std::set<CallId> &sources, Way &way) {
    if (llvm::none_of(way.pending, [&](const Pending &pending) { return sources.contains(pending.starter); }))
      return;
    if (way.pending.size() == 1) {
      auto item = std::make_shared<Item>(*way.pending.front().item);
      item->before = way.last;
      way.last = std::move(item);
      way.length = sum(way.length, way.pending.front().length);
      way.bulk = false;
    }
    way.pending.clear();
  }

  const Program &program;
  const Function &function;
  const std::vector<Effect> &effects;
  std::set<std::string> shared;
};
} // namespace

static std::optional<Way> longest(WaysTo ways) {
  if (ways.empty())
    return std::nullopt;
  Way way = *std::max_element(ways.begin(), ways.end(), [](const Way &a, const Way &b) { return a.length < b.length; });
  way.taken.clear();
  return way;
}

Through walkBody(const Program &program, const Function &function, const std::vector<Effect> &effects) {
  Ends ends = Walk(program, function, effects).node(0, {Way()});
  add(ends.returns, ends.falls);
  return {longest(std::move(ends.returns)), longest(std::move(ends.throws))};
}

} // namespace scalelint::program
