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

namespace scalelint::program {

using model::Does;
using summary::NodeKind;

// A message never lists so many, and sums must not overflow.
static constexpr unsigned MaxLength = 1000;
static constexpr size_t MaxPending = 16;

static unsigned sum(unsigned a, unsigned b) { return std::min(a + b, MaxLength); }

static void keepLonger(std::optional<Way> &known, const std::optional<Way> &other) {
  if (other && (!known || other->length > known->length))
    known = other;
}

static void keepLonger(Way &known, const Way &other) {
  if (other.length > known.length)
    known = other;
}

// Every end of `inner` but the fall is an end of `outer` too.
static void leave(Ends &outer, const Ends &inner) {
  keepLonger(outer.returns, inner.returns);
  keepLonger(outer.breaks, inner.breaks);
  keepLonger(outer.continues, inner.continues);
  keepLonger(outer.throws, inner.throws);
  keepLonger(outer.anywhere, inner.anywhere);
}

static Ends fallsTo(Way way) {
  Ends ends;
  ends.anywhere = way;
  ends.falls = std::move(way);
  return ends;
}

namespace {
class Walk {
public:
  Walk(const Program &program, const Function &function, const std::vector<Effect> &effects)
      : program(program), function(function), effects(effects) {}

  Ends node(NodeId id, Way way) const {
    const summary::Node &node = function.nodes[id];
    switch (node.kind) {
    case NodeKind::Block:
      return block(node, std::move(way));
    case NodeKind::Choice: {
      Ends ends;
      for (NodeId arm : node.children) {
        Ends inner = this->node(arm, way);
        leave(ends, inner);
        keepLonger(ends.falls, inner.falls);
      }
      return ends;
    }
    case NodeKind::Loop:
      return loop(node, std::move(way));
    case NodeKind::Try:
      return guarded(node, std::move(way));
    case NodeKind::Call:
      return call(node.index, std::move(way));
    case NodeKind::Await:
      waitFor({node.value}, way);
      return fallsTo(std::move(way));
    case NodeKind::Declare:
    case NodeKind::Assign:
      return fallsTo(std::move(way));
    case NodeKind::Return:
    case NodeKind::Goto: // where it leads is not followed
      return leaves(&Ends::returns, std::move(way));
    case NodeKind::Break:
      return leaves(&Ends::breaks, std::move(way));
    case NodeKind::Continue:
      return leaves(&Ends::continues, std::move(way));
    case NodeKind::Throw:
      return leaves(&Ends::throws, std::move(way));
    }
    return fallsTo(std::move(way));
  }

private:
  static Ends leaves(std::optional<Way> Ends::*by, Way way) {
    Ends ends;
    ends.anywhere = way;
    ends.*by = std::move(way);
    return ends;
  }

  Ends block(const summary::Node &node, Way way) const {
    Ends ends = fallsTo(std::move(way));
    for (NodeId child : node.children) {
      if (!ends.falls)
        break;
      Ends inner = this->node(child, std::move(*ends.falls));
      leave(ends, inner);
      ends.falls = std::move(inner.falls);
    }
    return ends;
  }

  // Children: condition, body, step. One turn, or none where the condition can say so first.
  Ends loop(const summary::Node &node, Way way) const {
    const summary::Loop &loop = function.loops[node.index];
    Ends ends;
    std::optional<Way> after;
    auto run = [&](NodeId child, std::optional<Way> from) -> std::optional<Way> {
      if (!from)
        return std::nullopt;
      Ends inner = this->node(child, std::move(*from));
      keepLonger(after, inner.breaks);
      std::optional<Way> falls = inner.falls;
      keepLonger(falls, inner.continues);
      inner.breaks = inner.continues = std::nullopt;
      leave(ends, inner);
      return falls;
    };
    bool endless = loop.kind == summary::LoopKind::Forever;
    std::optional<Way> at = std::move(way);
    if (!loop.bodyFirst) {
      at = run(node.children[0], at);
      if (!endless)
        keepLonger(after, at);
    }
    at = run(node.children[1], at);
    at = run(node.children[2], at);
    if (loop.bodyFirst)
      at = run(node.children[0], at);
    if (!endless)
      keepLonger(after, at);
    ends.falls = after;
    return ends;
  }

  // A handler may start wherever the body got to.
  Ends guarded(const summary::Node &node, Way way) const {
    Ends ends = this->node(node.children[0], std::move(way));
    Way thrown = ends.anywhere;
    if (node.children.size() > 1)
      ends.throws = std::nullopt;
    for (NodeId handler : llvm::drop_begin(node.children)) {
      Ends inner = this->node(handler, thrown);
      leave(ends, inner);
      keepLonger(ends.falls, inner.falls);
    }
    return ends;
  }

  Ends call(CallId id, Way way) const {
    const Effect &effect = effects[id];
    if (effect.waits) {
      std::vector<ValueId> values = function.calls[id].arguments;
      values.push_back(function.calls[id].receiver);
      waitFor(std::move(values), way);
    }
    if (effect.row)
      operate(id, effect, way);
    Ends ends = fallsTo(std::move(way));
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
    if (alternatives.empty() || !ends.falls)
      return;
    Way from = std::move(*ends.falls);
    ends.falls = std::nullopt;
    for (const Effect::Alternative &alternative : alternatives) {
      if (alternative.returns)
        keepLonger(ends.falls, joined(id, alternative, from, *alternative.returns, role));
      if (alternative.throws)
        keepLonger(ends.throws, joined(id, alternative, from, *alternative.throws, role));
    }
    for (const std::optional<Way> &end : {ends.falls, ends.throws})
      if (end)
        keepLonger(ends.anywhere, *end);
  }

  static std::optional<Way> joined(CallId id, const Effect::Alternative &alternative, Way way, const Way &inside,
                                   CacheRole role) {
    auto item = [&](const std::shared_ptr<const Item> &inner) {
      return std::make_shared<Item>(Item{nullptr, id, nullptr, alternative.entered, inner});
    };
    for (const Pending &pending : inside.pending)
      if (way.pending.size() < MaxPending)
        way.pending.push_back({id, item(pending.item), pending.length});
    if (!inside.length || role != CacheRole::None)
      return way;
    auto entered = item(inside.last);
    if (alternative.entered->isCoroutine) { // runs, but nobody waits until it is awaited
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
};
} // namespace

Ends walkBody(const Program &program, const Function &function, const std::vector<Effect> &effects) {
  Ends ends = Walk(program, function, effects).node(0, Way());
  keepLonger(ends.returns, ends.falls);
  return ends;
}

} // namespace scalelint::program
