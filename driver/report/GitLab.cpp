// The Code Quality report.
#include "driver/report/GitLab.h"

#include "driver/report/SarifPlan.h"

#include "llvm/Support/JSON.h"

#include <algorithm>
#include <map>

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
  std::map<const Finding *, Names> names = namesOf(report, sources); // for look-up alone
  std::string base = baseFolder(report);
  llvm::json::OStream json(os, /*IndentSize=*/1);
  json.array([&] {
    for (const Finding *each : newInOrder(report)) {
      const Finding &finding = *each;
      SourceRange place = placeOf(finding, base);
      std::string path = place.file == base ? "." : relativeTo(base, place.file);
      json.object([&] {
        json.attribute("description", utf8(finding.message));
        json.attribute("check_name", utf8(finding.check));
        json.attribute("fingerprint", names.at(each).exact);
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
