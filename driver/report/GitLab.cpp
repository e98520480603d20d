// The Code Quality report.
#include "driver/report/GitLab.h"

#include "driver/report/Fingerprint.h"

#include "llvm/Support/JSON.h"

#include <algorithm>
#include <set>

namespace scalelint::report {

// Of info, minor, major, critical and blocker; the last one is for what must not be merged, which no check can know.
static const char *severityOf(Level level) {
  switch (level) {
  case Level::Note:
    return "info";
  case Level::Warning:
    return "major";
  case Level::Error:
    return "critical";
  }
  return "";
}

static std::string utf8(llvm::StringRef text) { return llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text); }

void writeCodeQuality(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources) {
  std::vector<const Finding *> counting = newInOrder(report);
  std::set<const Finding *> shown(counting.begin(), counting.end()); // for look-up alone
  // All count in a fingerprint's number, as they do in the log.
  std::vector<const Finding *> all = inOrder(report);
  for (const SuppressedFinding &suppressed : report.suppressed)
    all.push_back(&suppressed.finding);
  std::sort(all.begin(), all.end(), [](const Finding *left, const Finding *right) { return before(*left, *right); });
  std::vector<Names> names = fingerprints(all, sources);
  std::string base = baseFolder(report);
  llvm::json::OStream json(os, /*IndentSize=*/1);
  json.array([&] {
    for (size_t i = 0; i < all.size(); ++i) {
      const Finding &finding = *all[i];
      if (!shown.count(&finding))
        continue;
      SourceRange place = placeOf(finding, base);
      std::string path = place.file == base ? "." : relativeTo(base, place.file);
      json.object([&] {
        json.attribute("description", utf8(finding.message));
        json.attribute("check_name", utf8(finding.check));
        json.attribute("fingerprint", names[i].exact);
        json.attribute("severity", severityOf(finding.level));
        json.attributeObject("location", [&] {
          json.attribute("path", utf8(path));
          json.attributeObject("lines", [&] { json.attribute("begin", std::max(1u, place.line)); });
        });
      });
    }
  });
  os << '\n';
}

} // namespace scalelint::report
