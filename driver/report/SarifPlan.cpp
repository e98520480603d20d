// Orders, numbers and limits what goes into a SARIF log.
#include "driver/report/SarifPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <cstring>

namespace scalelint::report {

namespace {
// Which findings a limit cut short.
struct Shortened {
  size_t resultsLeftOut = 0;
  size_t flows = 0;
  size_t related = 0;
};
} // namespace

// The top of the repository, if there is one: sites look paths up from there.
static std::string baseFolder(const Report &report) {
  bool isInRepository = report.revision && !report.revision->top.empty();
  std::string folder = isInRepository ? report.revision->top : report.root;
  return llvm::StringRef(folder).rtrim('/').str();
}

// A finding of the whole program is shown at the first place that it names, else at the folder of
// all sources.
static SourceRange placeOf(const Finding &finding, const std::string &base) {
  if (!finding.primary.file.empty())
    return finding.primary;
  for (const std::vector<Step> *steps : {&finding.flow, &finding.related})
    for (const Step &step : *steps)
      if (!step.range.file.empty())
        return step.range;
  return {base, 1};
}

static void planRules(SarifPlan &plan, const Report &report) {
  if (!report.checks)
    return;
  for (const Check *check : *report.checks) {
    plan.ruleIndex[check->id] = plan.rules.size();
    plan.rules.push_back(check);
    for (const Taxon &taxon : check->taxa)
      if (!std::strcmp(taxon.taxonomy, "CWE"))
        plan.weaknesses[taxon.id] = 0;
  }
  unsigned index = 0;
  for (auto &[id, position] : plan.weaknesses)
    position = index++;
}

static bool resultBefore(const SarifResult &left, const SarifResult &right) {
  return before(*left.finding, *right.finding);
}

static std::vector<SarifResult> allResults(const Report &report) {
  std::vector<SarifResult> results;
  for (const Finding &finding : report.findings)
    results.emplace_back().finding = &finding;
  for (const SuppressedFinding &suppressed : report.suppressed) {
    SarifResult &result = results.emplace_back();
    result.finding = &suppressed.finding;
    result.suppression = &suppressed;
  }
  llvm::sort(results, resultBefore);
  return results;
}

// Keeps the most severe and highest ranked ones; their order stays.
static size_t limitResults(std::vector<SarifResult> &results, size_t limit) {
  if (results.size() <= limit)
    return 0;
  size_t leftOut = results.size() - limit;
  llvm::sort(results, [](const SarifResult &left, const SarifResult &right) {
    auto worth = [](const SarifResult &result) {
      return std::tie(result.finding->level, result.finding->rank);
    };
    return worth(left) != worth(right) ? worth(left) > worth(right) : resultBefore(left, right);
  });
  results.resize(limit);
  llvm::sort(results, resultBefore);
  return leftOut;
}

// The root and the operation are what a reader needs, so the middle is left out.
static std::vector<const Step *> limitSteps(const std::vector<Step> &steps, size_t limit) {
  std::vector<const Step *> kept;
  size_t front = steps.size() <= limit ? steps.size() : limit / 2;
  size_t back = steps.size() <= limit ? 0 : limit - front;
  for (size_t i = 0; i < front; ++i)
    kept.push_back(&steps[i]);
  for (size_t i = steps.size() - back; i < steps.size(); ++i)
    kept.push_back(&steps[i]);
  return kept;
}

static std::vector<const Step *> firstSteps(const std::vector<Step> &steps, size_t limit) {
  std::vector<const Step *> kept;
  for (size_t i = 0; i < std::min(steps.size(), limit); ++i)
    kept.push_back(&steps[i]);
  return kept;
}

static Shortened planResults(SarifPlan &plan, const Report &report, const SourceProvider &sources,
                             const SarifLimits &limits) {
  Shortened shortened;
  plan.results = allResults(report);
  std::vector<const Finding *> findings;
  for (const SarifResult &result : plan.results)
    findings.push_back(result.finding);
  // Before the limit, so that a finding's name does not depend on how many others there are.
  std::vector<Names> names = fingerprints(findings, sources);
  for (size_t i = 0; i < names.size(); ++i)
    plan.results[i].names = names[i];
  shortened.resultsLeftOut = limitResults(plan.results, limits.results);

  std::map<std::string, std::vector<std::string>> hashesByFile;
  for (SarifResult &result : plan.results) {
    const Finding &finding = *result.finding;
    result.place = placeOf(finding, plan.base);
    result.flow = limitSteps(finding.flow, limits.steps);
    result.related = firstSteps(finding.related, limits.locations);
    shortened.flows += result.flow.size() < finding.flow.size();
    shortened.related += result.related.size() < finding.related.size();
    const SourceText *source = sources.file(result.place.file);
    if (!source || !result.place.valid())
      continue;
    auto [hashes, isNew] = hashesByFile.try_emplace(result.place.file);
    if (isNew)
      hashes->second = lineHashes(source->contents());
    if (result.place.line <= hashes->second.size())
      result.lineHash = hashes->second[result.place.line - 1];
  }
  return shortened;
}

static void planArtifacts(SarifPlan &plan, const SourceProvider &sources) {
  auto mention = [&](const SourceRange &range, const char *role) {
    if (range.file.empty())
      return;
    SarifArtifact &artifact = plan.artifacts[range.file];
    if (*role)
      artifact.roles.insert(role);
  };
  for (const SarifResult &result : plan.results) {
    mention(result.place, result.place.file == plan.base ? "directory" : "resultFile");
    for (const Step *step : result.flow)
      mention(step->range, "tracedFile");
    for (const Step *step : result.related)
      mention(step->range, "");
    for (const Fix &fix : result.finding->fixes)
      for (const Replacement &replacement : fix.replacements)
        mention(replacement.range, "");
  }
  for (const Notification &notification : plan.notifications)
    if (notification.range)
      mention(*notification.range, "");
  unsigned index = 0;
  for (auto &[path, artifact] : plan.artifacts)
    artifact.index = index++;
}

static void planNotifications(SarifPlan &plan, const Report &report, const Shortened &shortened,
                              const SarifLimits &limits) {
  for (const Notification *notification : notificationsInOrder(report))
    plan.notifications.push_back(*notification);
  auto say = [&](const char *id, std::string message) {
    plan.notifications.push_back({Level::Warning, id, std::move(message), std::nullopt});
  };
  if (shortened.resultsLeftOut)
    say("results-left-out",
        llvm::formatv("{0} findings of the lowest level and rank are left out; a log "
                      "holds {1}",
                      shortened.resultsLeftOut, limits.results));
  if (shortened.flows)
    say("flow-shortened",
        llvm::formatv("{0} findings lack the middle of their path; a path holds {1} steps",
                      shortened.flows, limits.steps));
  if (shortened.related)
    say("locations-left-out",
        llvm::formatv("{0} findings lack some related locations; a finding holds {1}",
                      shortened.related, limits.locations));
  for (const Notification &notification : plan.notifications)
    plan.notificationIndex[notification.id] = 0;
  unsigned index = 0;
  for (auto &[id, position] : plan.notificationIndex)
    position = index++;
}

SarifPlan planSarif(const Report &report, const SourceProvider &sources,
                    const SarifLimits &limits) {
  SarifPlan plan;
  plan.base = baseFolder(report);
  planRules(plan, report);
  Shortened shortened = planResults(plan, report, sources, limits);
  planNotifications(plan, report, shortened, limits);
  planArtifacts(plan, sources);
  return plan;
}

} // namespace scalelint::report
