// Everything that must be known before the first byte of a SARIF log can be written: the log refers
// by number to rules, artifacts and notifications, and says what was left out. Used by the SARIF
// writer alone.
#pragma once

#include "driver/report/Fingerprint.h"
#include "driver/report/Report.h"
#include "driver/report/Sarif.h"
#include "driver/report/Source.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace scalelint::report {

struct SarifResult {
  const Finding *finding = nullptr;
  const SuppressedFinding *suppression = nullptr; // set when it is suppressed
  SourceRange place; // where sites show it: they refuse a result without one
  Names names;
  std::string lineHash; // empty when the source can't be read
  std::string text;     // the message, as far as the limits allow, as the rest
  std::vector<const Step *> flow;
  std::vector<const Step *> related;
  std::vector<const Finding *> alike; // findings that stand in this result
};

struct SarifArtifact {
  unsigned index = 0;
  std::set<std::string> roles;
};

struct SarifPlan {
  std::string base; // absolute directory that paths are relative to
  std::vector<const Check *> rules;
  std::map<std::string, unsigned> ruleIndex;         // by check id
  std::vector<SarifResult> results;                  // in order
  std::map<std::string, SarifArtifact> artifacts;    // by path; `index` follows this order
  std::map<unsigned, unsigned> weaknesses;           // CWE id to its index among the taxa
  std::vector<Notification> notifications;           // in order, those of the limits last
  std::map<std::string, unsigned> notificationIndex; // by notification id
};

// The names of everything in the report.
std::map<const Finding *, Names> namesOf(const Report &, const SourceProvider &);

// `further` notifications stand behind the report's.
SarifPlan planSarif(const Report &, const SourceProvider &, const SarifLimits &, SarifUse,
                    const std::vector<Notification> &further);

} // namespace scalelint::report
