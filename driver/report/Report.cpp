// The order of findings and the words for the enumerations of a check.
#include "driver/report/Report.h"

#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <tuple>

namespace scalelint::report {

static bool sameStep(const Step &left, const Step &right) {
  return left.range == right.range && left.message == right.message;
}

static bool stepBefore(const Step &left, const Step &right) {
  return std::tie(left.range, left.message) < std::tie(right.range, right.message);
}

// -1, 0 or 1, like strcmp.
static int compareSteps(const std::vector<Step> &left, const std::vector<Step> &right) {
  auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end(), sameStep);
  if (l == left.end() && r == right.end())
    return 0;
  if (l == left.end())
    return -1;
  if (r == right.end())
    return 1;
  return stepBefore(*l, *r) ? -1 : 1;
}

bool before(const Finding &left, const Finding &right) {
  auto visible = [](const Finding &finding) {
    return std::tie(finding.primary, finding.check, finding.key, finding.function, finding.message,
                    finding.level, finding.rank, finding.roots, finding.suggestion);
  };
  if (visible(left) != visible(right))
    return visible(left) < visible(right);
  if (int order = compareSteps(left.flow, right.flow))
    return order < 0;
  return compareSteps(left.related, right.related) < 0;
}

static void sort(std::vector<const Finding *> &findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding *left, const Finding *right) { return before(*left, *right); });
}

std::vector<const Finding *> inOrder(const Report &report) {
  std::vector<const Finding *> findings;
  findings.reserve(report.findings.size());
  for (const Finding &finding : report.findings)
    findings.push_back(&finding);
  sort(findings);
  return findings;
}

std::vector<const Finding *> everything(const Report &report) {
  std::vector<const Finding *> findings;
  for (const Finding &finding : report.findings)
    findings.push_back(&finding);
  for (const Finding &finding : report.elsewhere)
    findings.push_back(&finding);
  for (const Finding &finding : report.off)
    findings.push_back(&finding);
  for (const SuppressedFinding &suppressed : report.suppressed)
    findings.push_back(&suppressed.finding);
  sort(findings);
  return findings;
}

std::vector<const Finding *> newInOrder(const Report &report) {
  std::vector<const Finding *> findings = inOrder(report);
  if (report.comparison)
    std::erase_if(findings, [&](const Finding *finding) { return report.comparison->known.contains(finding); });
  return findings;
}

std::vector<const Finding *> worstFirst(const Report &report) {
  std::vector<const Finding *> findings = newInOrder(report);
  auto isWorse = [](const Finding *left, const Finding *right) {
    auto worth = [](const Finding *finding) { return std::tie(finding->level, finding->rank); };
    return worth(left) != worth(right) ? worth(left) > worth(right) : before(*left, *right);
  };
  std::sort(findings.begin(), findings.end(), isWorse);
  return findings;
}

std::vector<const Notification *> notificationsInOrder(const Report &report) {
  std::vector<const Notification *> ordered;
  for (const Notification &notification : report.notifications)
    ordered.push_back(&notification);
  std::sort(ordered.begin(), ordered.end(),
            [](const Notification *left, const Notification *right) {
              return std::tie(left->range, left->id, left->message, left->level) <
                     std::tie(right->range, right->id, right->message, right->level);
            });
  return ordered;
}

std::string baseFolder(const Report &report) {
  bool isInRepository = report.revision && !report.revision->top.empty();
  std::string folder = isInRepository ? report.revision->top : report.root;
  return llvm::StringRef(folder).rtrim('/').str();
}

SourceRange placeOf(const Finding &finding, const std::string &base) {
  if (!finding.primary.file.empty())
    return finding.primary;
  for (const std::vector<Step> *steps : {&finding.flow, &finding.related})
    for (const Step &step : *steps)
      if (!step.range.file.empty())
        return step.range;
  return {base, 1};
}

std::string relativeTo(const std::string &root, const std::string &path) {
  llvm::StringRef folder = llvm::StringRef(root).rtrim('/');
  llvm::StringRef rest = path;
  if (root.empty() || !rest.consume_front(folder) || !rest.consume_front("/"))
    return path;
  return rest.str();
}

const char *name(Level level) {
  switch (level) {
  case Level::Note:
    return "note";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  return "";
}

const char *name(Precision precision) {
  switch (precision) {
  case Precision::Low:
    return "low";
  case Precision::Medium:
    return "medium";
  case Precision::High:
    return "high";
  case Precision::VeryHigh:
    return "very-high";
  }
  return "";
}

const char *name(Profile profile) {
  switch (profile) {
  case Profile::Default:
    return "default";
  case Profile::Strict:
    return "strict";
  }
  return "";
}

const char *name(Family family) {
  switch (family) {
  case Family::Database:
    return "database";
  case Family::Latency:
    return "latency";
  case Family::Failure:
    return "failure";
  case Family::Trust:
    return "trust";
  case Family::Visibility:
    return "visibility";
  case Family::Contract:
    return "contract";
  }
  return "";
}

} // namespace scalelint::report
