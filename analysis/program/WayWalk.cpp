// The longest ways through one body, given what its calls do.
//
// Started operations (coroutines, futures, tasks) become pending and count when something waits for them, one alone;
// those that are in flight together do not.
#include "analysis/program/WayWalk.h"
#include "analysis/program/BodyWalk.h"

#include <algorithm>

namespace scalelint::program {

using model::Does;

// A message never lists so many, and sums must not overflow.
static constexpr unsigned MaxLength = 1000;
static constexpr size_t MaxPending = 16;

static unsigned sum(unsigned a, unsigned b) { return std::min(a + b, MaxLength); }

// A way is of no use beside one that is as long and asks for nothing more.
static bool replaces(const Way &one, const Way &other) {
  return one.length >= other.length && std::ranges::includes(other.taken, one.taken);
}

static std::vector<Way>::iterator leastOf(std::vector<Way> &ways) {
  return std::min_element(ways.begin(), ways.end(), [](const Way &a, const Way &b) { return a.length < b.length; });
}

namespace {
class Walk : public BodyWalk<Way, Walk> {
public:
  Walk(const Program &program, const Function &function, const std::vector<Effect> &effects)
      : BodyWalk(program, function), effects(effects) {}

  void await(const summary::Node &node, Way &way) { waitFor({node.value}, way); }

  Ends call(CallId id, Ways ways) const {
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
    Ends ends = Ends::fallsTo(std::move(ways));
    enter(id, effect.entered, effect.role, ends);
    enter(id, effect.callbacks, effect.role, ends);
    return ends;
  }

private:
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
    Ways from = std::exchange(ends.falls, {});
    for (const Way &way : from)
      for (const Effect::Alternative &alternative : alternatives) {
        if (alternative.through.returns)
          addWay(ends.falls, joined(id, *alternative.entered, way, *alternative.through.returns, role));
        if (alternative.through.throws)
          addWay(ends.throws, joined(id, *alternative.entered, way, *alternative.through.throws, role));
      }
    addWays(ends.anywhere, ends.falls);
    addWays(ends.anywhere, ends.throws);
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

  const std::vector<Effect> &effects;
};
} // namespace

static std::optional<Way> longest(std::vector<Way> ways) {
  if (ways.empty())
    return std::nullopt;
  Way way = *std::max_element(ways.begin(), ways.end(), [](const Way &a, const Way &b) { return a.length < b.length; });
  way.taken.clear();
  return way;
}

Through walkBody(const Program &program, const Function &function, const std::vector<Effect> &effects) {
  Ends<Way> ends = Walk(program, function, effects).node(0, {Way()});
  addWays(ends.returns, ends.falls);
  return {longest(std::move(ends.returns)), longest(std::move(ends.throws))};
}

} // namespace scalelint::program
