// JUnit XML.
#include "driver/report/JUnit.h"

#include "driver/report/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

#include <map>
#include <set>

namespace scalelint::report {

namespace {

class JUnitWriter {
public:
  JUnitWriter(llvm::raw_ostream &os, const Report &report, std::optional<Level> failOn)
      : os(os), report(report), base(baseFolder(report)), failOn(failOn) {}

  void units();
  void suite(const std::string &check, const std::vector<const Finding *> &findings);

private:
  void testCase(const Finding &);
  std::string uniqueName(const Finding &);
  bool isFailure(const Finding &finding) const { return failOn && finding.level >= *failOn; }

  llvm::raw_ostream &os;
  const Report &report;
  std::string base;
  std::optional<Level> failOn;
  std::map<std::pair<std::string, std::string>, unsigned> named; // how often a check and a name were seen
};

} // namespace

namespace {
enum class In { Attribute, Element };
} // namespace

// XML 1.0 has no way to write most control characters (https://www.w3.org/TR/xml/#charsets); line ends and tabs would
// become blanks in an attribute.
static std::string xml(llvm::StringRef text, In in = In::Attribute) {
  std::string result;
  for (char c : llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text)) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (c == '\r' || (in == In::Attribute && (c == '\n' || c == '\t')))
      result += "&#" + std::to_string(c) + ";";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
      result += "\xEF\xBF\xBD";
    else
      result += c;
  }
  // Two characters of the basic plane are none in XML.
  for (const char *none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (size_t at = result.find(none); at != std::string::npos; at = result.find(none, at))
      result.replace(at, 3, "\xEF\xBF\xBD");
  return result;
}

std::string JUnitWriter::uniqueName(const Finding &finding) {
  std::string name = finding.message;
  if (!finding.primary.file.empty())
    name += " (" + relativeTo(base, finding.primary.file) + ")";
  unsigned count = ++named[{finding.check, name}];
  return count == 1 ? name : name + " #" + std::to_string(count);
}

void JUnitWriter::testCase(const Finding &finding) {
  std::string path = relativeTo(base, finding.primary.file), text;
  if (!path.empty())
    text += path + ":" + std::to_string(finding.primary.line) + ":" + std::to_string(finding.primary.column) + ": ";
  text += std::string(name(finding.level)) + ": " + finding.message + "\n";
  for (const Step &step : finding.flow)
    text += relativeTo(base, step.range.file) + ":" + std::to_string(step.range.line) + ": " + step.message + "\n";
  if (!finding.suggestion.empty())
    text += "help: " + finding.suggestion + "\n";
  os << "    <testcase classname=\"" << xml(finding.check) << "\" name=\"" << xml(uniqueName(finding)) << "\"";
  if (!path.empty())
    os << " file=\"" << xml(path) << "\" line=\"" << finding.primary.line << "\"";
  os << " time=\"0\">\n";
  bool fails = isFailure(finding);
  const char *element = fails ? "failure" : "skipped";
  os << "      <" << element << " message=\"" << xml(finding.message) << "\"";
  if (fails)
    os << " type=\"" << name(finding.level) << "\"";
  os << ">" << xml(text, In::Element) << "</" << element << ">\n    </testcase>\n";
}

void JUnitWriter::suite(const std::string &check, const std::vector<const Finding *> &findings) {
  size_t failures = llvm::count_if(findings, [&](const Finding *each) { return isFailure(*each); });
  os << llvm::formatv("  <testsuite name=\"{0}\" tests=\"{1}\" failures=\"{2}\" errors=\"0\" skipped=\"{3}\" time=\"0\">\n",
                      xml(check), std::max<size_t>(1, findings.size()), failures, findings.size() - failures);
  for (const Finding *finding : findings)
    testCase(*finding);
  if (findings.empty())
    os << "    <testcase classname=\"" << xml(check) << "\" name=\"no findings\" time=\"0\"/>\n";
  os << "  </testsuite>\n";
}

void JUnitWriter::units() {
  os << "  <testsuite name=\"scalelint\" tests=\"1\" failures=\"0\" errors=\"" << (report.successful ? 0 : 1)
     << "\" skipped=\"0\" time=\"0\">\n"
     << "    <testcase classname=\"scalelint\" name=\"every unit is analysed\" time=\"0\"";
  if (report.successful) {
    os << "/>\n  </testsuite>\n";
    return;
  }
  std::string text;
  for (const Notification *notification : notificationsInOrder(report))
    if (notification->level == Level::Error)
      text += (notification->range ? relativeTo(base, notification->range->file) + ": " : "") + notification->message + "\n";
  os << ">\n      <error message=\"some unit could not be analysed\" type=\"incomplete\">" << xml(text, In::Element)
     << "</error>\n    </testcase>\n  </testsuite>\n";
}

void writeJUnit(llvm::raw_ostream &os, const Report &report, std::optional<Level> failOn) {
  std::map<std::string, std::vector<const Finding *>> byCheck;
  if (report.checks)
    for (const Check *check : *report.checks)
      byCheck[check->id];
  for (const Finding *finding : newInOrder(report))
    byCheck[finding->check].push_back(finding);
  os << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"scalelint\">\n";
  JUnitWriter writer(os, report, failOn);
  writer.units();
  for (const auto &[check, findings] : byCheck)
    writer.suite(check, findings);
  os << "</testsuites>\n";
}

} // namespace scalelint::report
