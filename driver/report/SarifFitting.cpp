// Groups, orders and cuts results, and says so.
#include "driver/report/SarifFitting.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace scalelint::report {

// Suppressed ones come last: nobody is to see them first.
static bool isWorse(const SarifResult &left, const SarifResult &right) {
  auto worth = [](const SarifResult &result) {
    return std::tuple(!result.suppression, result.finding->level, result.finding->rank);
  };
  if (worth(left) != worth(right))
    return worth(left) > worth(right);
  return before(*left.finding, *right.finding);
}

using Group = std::vector<SarifResult>; // of findings that are alike, the worst first

// By the worst of each; alike is what says the same of the same thing.
static std::vector<Group> groupsOf(std::vector<SarifResult> results) {
  llvm::sort(results, isWorse);
  std::vector<Group> groups;
  std::map<std::tuple<llvm::StringRef, llvm::StringRef, bool>, size_t> byName;
  for (SarifResult &result : results) {
    auto name = std::tuple(llvm::StringRef(result.finding->check),
                           llvm::StringRef(result.finding->key), result.suppression != nullptr);
    auto [group, isNew] = byName.try_emplace(name, groups.size());
    if (isNew)
      groups.emplace_back();
    groups[group->second].push_back(std::move(result));
  }
  return groups;
}

// As few results as the limit of locations allows.
static void mergeGroup(Group &&group, size_t locations, std::vector<SarifResult> &into) {
  size_t room = 0;
  for (SarifResult &result : group) {
    if (room == 0) {
      size_t own = 1 + std::min(result.finding->related.size(), locations - 1);
      room = locations - own;
      into.push_back(std::move(result));
      continue;
    }
    into.back().alike.push_back(result.finding);
    --room;
  }
}

// Those of the lowest worth are merged first, and no more than must be.
static void group(std::vector<SarifResult> &results, size_t wanted, const SarifLimits &limits,
                  Fitting &fitting) {
  size_t count = results.size();
  if (count <= wanted)
    return;
  std::vector<Group> groups = groupsOf(std::move(results));
  results.clear();
  for (Group &each : llvm::reverse(groups)) {
    if (count <= wanted) {
      std::move(each.begin(), each.end(), std::back_inserter(results));
      continue;
    }
    size_t size = each.size(), held = results.size();
    mergeGroup(std::move(each), limits.locations, results);
    size_t became = results.size() - held;
    count -= size - became;
    fitting.grouped += size - became;
    fitting.groups += size > became ? became : 0;
  }
}

static void leaveOut(std::vector<SarifResult> &results, size_t limit, Fitting &fitting) {
  for (size_t i = limit; i < results.size(); ++i)
    fitting.leftOut[results[i].finding->check] += 1 + results[i].alike.size();
  if (results.size() > limit)
    results.resize(limit);
}

// What makes the finding true stays, and so do both ends: the root and the operation. Of the rest
// the middle is left out.
static std::vector<const Step *> fewerSteps(const std::vector<Step> &steps, size_t limit) {
  std::vector<const Step *> kept;
  size_t essential = llvm::count_if(steps, [](const Step &step) { return step.essential; });
  bool keepsEssential = essential + 2 <= limit;
  size_t others = keepsEssential ? limit - essential : limit;
  size_t front = others / 2, back = others - front;
  auto isOther = [&](const Step &step) { return !(keepsEssential && step.essential); };
  size_t total = llvm::count_if(steps, isOther), seen = 0;
  for (const Step &step : steps) {
    bool keeps = !isOther(step) || total <= others || seen < front || seen + back >= total;
    seen += isOther(step);
    if (keeps)
      kept.push_back(&step);
  }
  return kept;
}

// The essential ones, and the first of the others as far as there is room.
static std::vector<const Step *> fewerRelated(const std::vector<Step> &steps, size_t limit) {
  std::vector<const Step *> kept;
  for (bool essential : {true, false})
    for (const Step &step : steps)
      if (step.essential == essential && kept.size() < limit)
        kept.push_back(&step);
  llvm::sort(kept); // they stand in one vector, so this is its order
  return kept;
}

static std::string shortened(llvm::StringRef text, size_t characters) {
  auto isStart = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  size_t count = 0;
  size_t cut = text.size();
  for (size_t i = 0; i < text.size(); ++i) {
    if (!isStart(text[i]))
      continue;
    if (++count == characters)
      cut = i;
  }
  return count <= characters ? text.str() : (text.take_front(cut) + "\xE2\x80\xA6").str();
}

Fitting fit(std::vector<SarifResult> &results, const SarifLimits &limits) {
  Fitting fitting;
  size_t wanted = std::min(limits.results, limits.shown);
  group(results, wanted, limits, fitting);
  if (results.size() > wanted) {
    llvm::sort(results, isWorse);
    leaveOut(results, limits.results, fitting);
    fitting.behind = results.size() - std::min(results.size(), limits.shown);
  } else {
    llvm::sort(results, [](const SarifResult &left, const SarifResult &right) {
      return before(*left.finding, *right.finding);
    });
  }
  for (SarifResult &result : results) {
    const Finding &finding = *result.finding;
    result.flow = fewerSteps(finding.flow, limits.steps);
    result.related = fewerRelated(finding.related, limits.locations - 1);
    result.text = shortened(finding.message, limits.message);
    fitting.flows += result.flow.size() < finding.flow.size();
    fitting.related += result.related.size() < finding.related.size();
    fitting.messages += result.text != finding.message;
  }
  return fitting;
}

static std::string byCheck(const std::map<std::string, size_t> &counts) {
  std::vector<std::string> parts;
  for (const auto &[check, count] : counts)
    parts.push_back(std::to_string(count) + " of " + check);
  return llvm::join(parts, ", ");
}

std::vector<Notification> notificationsOf(const Fitting &fitting, const SarifLimits &limits) {
  std::vector<Notification> said;
  auto say = [&](Level level, const char *id, std::string message) {
    said.push_back({level, id, std::move(message), std::nullopt});
  };
  if (fitting.grouped)
    say(Level::Note, "results-grouped",
        llvm::formatv("{0} findings stand as related locations of {1} others that are alike, since "
                      "sites show {2} results",
                      fitting.grouped, fitting.groups, limits.shown));
  if (fitting.behind)
    say(Level::Warning, "results-behind",
        llvm::formatv(
            "{0} results of the lowest level and rank stand behind the {1} that sites show",
            fitting.behind, limits.shown));
  if (!fitting.leftOut.empty())
    say(Level::Warning, "results-left-out",
        llvm::formatv("the findings of the lowest level and rank are left out, {0}; the log holds "
                      "{1} results",
                      byCheck(fitting.leftOut), limits.results));
  if (fitting.flows)
    say(Level::Warning, "flow-shortened",
        llvm::formatv("{0} findings lack the middle of their path; a path holds {1} steps",
                      fitting.flows, limits.steps));
  if (fitting.related)
    say(Level::Warning, "locations-left-out",
        llvm::formatv("{0} findings lack some related locations; a finding holds {1}",
                      fitting.related, limits.locations));
  if (fitting.messages)
    say(Level::Note, "message-shortened",
        llvm::formatv("{0} findings have a text of more than {1} characters, which stands whole "
                      "among its properties",
                      fitting.messages, limits.message));
  return said;
}

} // namespace scalelint::report
