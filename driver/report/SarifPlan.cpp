// Orders and numbers what goes into a SARIF log.
#include "driver/report/SarifPlan.h"
#include "driver/report/SarifFitting.h"

#include "llvm/ADT/STLExtras.h"

#include <cstring>

namespace scalelint::report {

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

static void placeResults(SarifPlan &plan, const SourceProvider &sources) {
  std::map<std::string, std::vector<std::string>> hashesByFile;
  for (SarifResult &result : plan.results) {
    result.place = placeOf(*result.finding, plan.base);
    const SourceText *source = sources.file(result.place.file);
    if (!source || !result.place.valid())
      continue;
    auto [hashes, isNew] = hashesByFile.try_emplace(result.place.file);
    if (isNew)
      hashes->second = lineHashes(source->contents());
    if (result.place.line <= hashes->second.size())
      result.lineHash = hashes->second[result.place.line - 1];
  }
}

std::map<const Finding *, Names> namesOf(const Report &report, const SourceProvider &sources) {
  std::vector<const Finding *> findings = everything(report);
  std::vector<Names> names = fingerprints(findings, sources);
  std::map<const Finding *, Names> byFinding;
  for (size_t i = 0; i < names.size(); ++i)
    byFinding[findings[i]] = names[i];
  return byFinding;
}

static void planResults(SarifPlan &plan, const Report &report, const SourceProvider &sources) {
  plan.results = allResults(report);
  // Before anything is fitted, so that a finding's name does not depend on how many others there
  // are.
  std::map<const Finding *, Names> names = namesOf(report, sources);
  for (SarifResult &result : plan.results)
    result.names = names[result.finding];
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
    if (result.suppression)
      mention(result.suppression->comment, "");
    for (const Step *step : result.flow)
      mention(step->range, "tracedFile");
    for (const Step *step : result.related)
      mention(step->range, "");
    for (const Finding *finding : result.alike)
      mention(finding->primary, "resultFile");
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

static void planNotifications(SarifPlan &plan, const Report &report,
                              std::vector<Notification> further) {
  for (const Notification *notification : notificationsInOrder(report))
    plan.notifications.push_back(*notification);
  llvm::append_range(plan.notifications, further);
  for (const Notification &notification : plan.notifications)
    plan.notificationIndex[notification.id] = 0;
  unsigned index = 0;
  for (auto &[id, position] : plan.notificationIndex)
    position = index++;
}

SarifPlan planSarif(const Report &report, const SourceProvider &sources, const SarifLimits &limits,
                    SarifUse use, const std::vector<Notification> &further) {
  SarifPlan plan;
  plan.base = baseFolder(report);
  planRules(plan, report);
  planResults(plan, report, sources);
  if (use == SarifUse::CodeScanning)
    llvm::erase_if(plan.results, [](const SarifResult &result) { return result.suppression; });
  std::vector<Notification> said = notificationsOf(fit(plan.results, limits), limits);
  placeResults(plan, sources);
  llvm::append_range(said, further);
  planNotifications(plan, report, std::move(said));
  planArtifacts(plan, sources);
  return plan;
}

} // namespace scalelint::report
