// scale-missing-timeout: a client that a remote operation is done with and that no deadline bounds.
#include "analysis/model/Scalars.h"
#include "analysis/program/Lenses.h"
#include "checks/LoopFindings.h"
#include "checks/OnePerPlace.h"
#include "checks/SetterFix.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using namespace program;

static constexpr int64_t Never = INT64_MAX;

namespace {
// An aspect of a client that leaves it waiting for too long.
struct Gap {
  const model::AspectRow *aspect;
  int64_t waits = Never;        // nanoseconds
  const Setting *setting = nullptr; // what sets it to that; null = the library's default
};
} // namespace

static bool isTimeout(llvm::StringRef aspect) { return aspect.ends_with("-timeout"); }

// Does a setting of `other` bound what `aspect` names?
static bool covers(const model::AspectRow &aspect, llvm::StringRef other) {
  if (other == aspect.aspect || llvm::is_contained(aspect.satisfiedBy, other))
    return true;
  return other == "total-timeout" &&
         (aspect.aspect == "connect-timeout" || aspect.aspect == "read-timeout" || aspect.aspect == "write-timeout");
}

// How long a setting lets wait; nothing where its value is not known, which counts as a deadline.
static std::optional<int64_t> waits(const Setting &setting) {
  if (!setting.value)
    return std::nullopt;
  if (*setting.value <= 0)
    return Never;
  return setting.unit == model::Unit::None ? std::nullopt : setting.value;
}

static std::optional<Gap> gapOf(const model::AspectRow &aspect, const ClientObject &object, const Use &use,
                                int64_t ceiling) {
  Gap gap{&aspect, Never, nullptr};
  for (const std::vector<Setting> *settings : {&object.settings, &use.settings})
    for (const Setting &setting : *settings) {
      if (!covers(aspect, setting.aspect) || (setting.asynchronousOnly && use.operation.row->blocking))
        continue;
      std::optional<int64_t> time = waits(setting);
      if (!time || *time <= ceiling)
        return std::nullopt;
      if (!gap.setting || *time < gap.waits)
        gap = {&aspect, *time, &setting};
    }
  if (gap.setting)
    return gap;
  if (aspect.defaultUnknown || (aspect.defaultValue && aspect.defaultValue->count() <= ceiling))
    return std::nullopt;
  if (aspect.defaultValue)
    gap.waits = aspect.defaultValue->count();
  return gap;
}

// What nothing bounds; a total deadline that is set too high speaks for all that it covers.
static std::vector<Gap> gapsOf(const ClientObject &object, const Use &use, int64_t ceiling) {
  std::vector<Gap> gaps;
  for (const model::AspectRow &aspect : object.client->aspects)
    if (isTimeout(aspect.aspect))
      if (std::optional<Gap> gap = gapOf(aspect, object, use, ceiling))
        if (!gap->setting || llvm::none_of(gaps, [&](const Gap &known) { return known.setting == gap->setting; }))
          gaps.push_back(*gap);
  return gaps;
}

static std::string spelled(int64_t nanoseconds) {
  if (nanoseconds % 1'000'000'000)
    return std::to_string(nanoseconds / 1'000'000) + " ms";
  return std::to_string(nanoseconds / 1'000'000'000) + " s";
}

static std::string words(llvm::StringRef aspect) {
  std::string result = aspect.str();
  std::replace(result.begin(), result.end(), '-', ' ');
  return result;
}

static std::string article(const std::string &noun) {
  return (llvm::StringRef("aeiou").contains(noun.front()) ? "an " : "a ") + noun;
}

static std::string saidOf(const Gap &gap) {
  std::string what = words(gap.setting ? gap.setting->aspect : gap.aspect->aspect);
  if (!gap.setting && gap.waits == Never)
    return "no " + what;
  if (gap.waits == Never)
    return article(what) + " that never ends";
  return article(what) + " of " + spelled(gap.waits) + (gap.setting ? "" : " by default");
}

static std::string listed(const std::vector<std::string> &parts) {
  std::string result;
  for (size_t i = 0; i < parts.size(); ++i)
    result += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return result;
}

static std::string nameOf(const Program &program, const ClientObject &object) {
  std::string name = object.name ? describe(program, object.name) : "";
  return object.client->client + (name.empty() ? "" : " '" + name + "'");
}

static std::string messageOf(const Program &program, const ClientObject &object, const Use &use,
                             const std::vector<Gap> &gaps, const std::string &blocked, int64_t ceiling) {
  std::vector<std::string> parts;
  int64_t longest = 0;
  for (const Gap &gap : gaps) {
    parts.push_back(saidOf(gap));
    longest = std::max(longest, gap.waits);
  }
  bool bounded = llvm::any_of(gaps, [](const Gap &gap) { return gap.waits != Never; });
  bool onlyConnect = llvm::all_of(gaps, [](const Gap &gap) { return gap.aspect->aspect == "connect-timeout"; });
  std::string message = nameOf(program, object) + " has " + listed(parts);
  if (bounded)
    message += ", above the ceiling of " + spelled(ceiling);
  message += onlyConnect ? "; an unreachable peer " : "; a stalled peer ";
  message += (use.operation.row->blocking ? "blocks '" : "keeps '") + blocked + "' ";
  message += use.operation.row->blocking ? "" : "waiting ";
  return message + (longest == Never ? "for ever" : "for " + spelled(longest));
}

static std::string suggestionOf(const std::vector<Gap> &gaps) {
  std::vector<std::string> parts;
  for (const Gap &gap : gaps) {
    std::string part = gap.setting                      ? "lower the " + words(gap.setting->aspect)
                       : !gap.aspect->suggestion.empty() ? gap.aspect->suggestion
                                                         : "set a " + words(gap.aspect->aspect);
    if (!llvm::is_contained(parts, part))
      parts.push_back(std::move(part));
  }
  return llvm::join(parts, "; ");
}

// One fix closes all gaps, or there is none. What is set elsewhere to a value that is too high would win
// over a setter after the creation, so it has no fix.
static void addFix(const Program &program, const ClientObject &object, const std::vector<Gap> &gaps, Finding &finding) {
  std::vector<SetterStatement> setters;
  std::vector<std::string> set;
  for (const Gap &gap : gaps) {
    if (llvm::any_of(set, [&](const std::string &other) { return covers(*gap.aspect, other); }))
      continue;
    if (gap.setting || gap.aspect->fix.empty())
      return;
    setters.push_back({gap.aspect->fix, gap.aspect->fixInclude});
    set.push_back(gap.aspect->aspect);
  }
  std::vector<std::string> names;
  for (const std::string &aspect : set)
    names.push_back(article(words(aspect)));
  if (auto fix = setterFix(program, object, setters, "set " + listed(names)))
    finding.fixes.push_back(std::move(*fix));
}

// From the creation through the calls that lead to the operation.
static std::vector<Step> wayOf(const Program &program, const ClientObject &object, const Use &use,
                               const std::vector<Gap> &gaps) {
  std::vector<Step> steps;
  steps.push_back({rangeOf(program, use.operation.get().span),
                   "waits for the " + program.lenses().statements.describe(use.operation), use.operation.frame->depth,
                   true});
  for (const Frame *frame = use.operation.frame; frame->caller && !frame->callback; frame = frame->caller)
    steps.push_back({rangeOf(program, frame->caller->function->calls[frame->call].span),
                     "calls '" + frame->function->displayName + "'", frame->caller->depth, false});
  steps.push_back(
      {rangeOf(program, program.call(object.creation).span), "makes the " + object.client->client, 0, true});
  for (const Gap &gap : gaps)
    if (gap.setting)
      steps.push_back({rangeOf(program, gap.setting->place), "sets the " + words(gap.setting->aspect), 0, true});
  std::reverse(steps.begin(), steps.end());
  return steps;
}

static Finding findingOf(const Program &program, const ClientObject &object, const Use &use,
                         const std::vector<Gap> &gaps, int64_t ceiling) {
  const summary::Call &made = program.call(object.creation);
  const Function &user = outermost(*use.operation.frame);
  Finding finding;
  finding.check = "scale-missing-timeout";
  finding.primary = rangeOf(program, made.span);
  finding.function = object.creation.function->displayName;
  std::vector<std::string> aspects;
  for (const Gap &gap : gaps)
    aspects.push_back(gap.aspect->aspect);
  finding.key = nameOf(program, object) + ": " + llvm::join(aspects, " ");
  finding.suggestion = suggestionOf(gaps);
  finding.flow = wayOf(program, object, use, gaps);
  bool seen = !object.escape && !object.leaves;
  if (object.escape)
    finding.related.push_back({rangeOf(program, program.call(object.escape).span),
                               "may be set here, out of sight", 0, false});
  if (!seen || llvm::all_of(gaps, [](const Gap &gap) { return gap.aspect->noteOnly; })) {
    finding.level = Level::Note;
    finding.rank = 25;
  }
  placeOnRequestPath(program, user, finding);
  const std::string &blocked = finding.roots.empty() ? user.displayName : finding.roots.front();
  finding.message = messageOf(program, object, use, gaps, blocked, ceiling);
  addFix(program, object, gaps, finding);
  return finding;
}

// The finding of an object: that of its worst use, with the roots of all.
static std::optional<Finding> findingOf(const Program &program, const ClientObject &object, int64_t ceiling) {
  std::optional<Finding> worst;
  if (object.optionsUnknown)
    return worst;
  for (const Use &use : object.uses) {
    std::vector<Gap> gaps = use.optionsUnknown ? std::vector<Gap>() : gapsOf(object, use, ceiling);
    if (gaps.empty())
      continue;
    Finding finding = findingOf(program, object, use, gaps, ceiling);
    if (worst)
      llvm::append_range(finding.roots, worst->roots);
    if (!worst || isWorse(finding, *worst))
      worst = std::move(finding);
    else
      worst->roots = std::move(finding.roots);
  }
  return worst;
}

// The member that the constructors of its class fill; none for an object with a way of its own.
static EntityId memberOf(const ClientObject &object) {
  if (!object.name || object.name.get().kind != ValueKind::Field)
    return None;
  return object.name.get().entity;
}

// Chains of callers, instances of a template and constructors that fill one member are one hazard: the
// worst is reported.
static void join(Finding &known, Finding more, const ClientObject &object) {
  if (isWorse(more, known))
    std::swap(known, more);
  llvm::append_range(known.roots, more.roots);
  llvm::append_range(known.related, more.related);
  if (more.primary != known.primary)
    known.related.push_back({more.primary, "makes the " + object.client->client + " too", 0, false});
}

static std::vector<Step> withoutRepetition(std::vector<Step> steps) {
  std::vector<Step> result;
  for (Step &step : steps)
    if (llvm::none_of(result, [&](const Step &known) {
          return known.range == step.range && known.message == step.message;
        }))
      result.push_back(std::move(step));
  return result;
}

static void run(const Program &program, const CheckOptions &options, const FindingSink &sink) {
  auto ceiling = model::parseDuration(options.get("timeout-ceiling", "30s")).value_or(std::chrono::seconds(30));
  std::vector<Finding> findings;
  std::map<SourceRange, size_t> byPlace;
  std::map<std::pair<EntityId, std::string>, size_t> byMember;
  for (const ClientObject &object : program.lenses().settings.objects) {
    std::optional<Finding> finding = findingOf(program, object, ceiling.count());
    if (!finding)
      continue;
    auto [it, inserted] = byPlace.try_emplace(finding->primary, findings.size());
    if (EntityId member = memberOf(object); inserted && member != None) {
      auto [same, first] = byMember.try_emplace({member, finding->key}, findings.size());
      it->second = same->second;
      inserted = first;
    }
    if (inserted)
      findings.push_back(std::move(*finding));
    else
      join(findings[it->second], std::move(*finding), object);
  }
  for (Finding &finding : findings) {
    llvm::sort(finding.roots);
    finding.roots.erase(std::unique(finding.roots.begin(), finding.roots.end()), finding.roots.end());
    finding.related = withoutRepetition(std::move(finding.related));
    sink(std::move(finding));
  }
}

extern const Check MissingTimeout;
const Check MissingTimeout = {
    .id = "scale-missing-timeout",
    .summary = "remote operation without a deadline",
    .doc = R"md(
## What it flags

A client, context, handle or connection that a remote operation is done with and for which nothing in the program sets
a deadline. Connecting and reading are looked at apart, and the library's documented default counts: none, a default or
an explicit value above the ceiling, 0 and "never" are flagged, with the value.

## Why it hurts at scale

One peer that accepts connections and does not answer holds every thread that asks it, until none is left. The requests
that wait behind them fail too, and so do the callers of this service.

## Example

```cpp bad
#include <curl/curl.h>
void fetch(const char *url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}
```

```cpp good
#include <curl/curl.h>
void fetch(const char *url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}
```

## Fix

The library's setter, inserted after the creation where the object has a name and nothing sets the deadline yet.

## Limits

A value that is not known counts as a deadline, and so does one of several that is short enough: which of them holds at
run time is not decided. A field is one place for all objects of its class, so what any method sets on it counts, and so
does what any method does with it. An object that code out of sight may have changed is a note. Connection texts from the environment are not
judged. Environment variables and service files that a library reads are not seen.

## Options

`timeout-ceiling`: the longest deadline that is one, 30 s; `timeouts: {ceiling: …}` of the configuration sets it.
)md",
    .family = Family::Failure,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {cwe(1088)},
    .options = {{"timeout-ceiling", "30s", "the longest deadline that counts as one"}},
    .run = run,
};

} // namespace scalelint
