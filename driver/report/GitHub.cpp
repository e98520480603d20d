// Workflow commands and the job summary.
#include "driver/report/GitHub.h"

#include "driver/report/MarkdownText.h"
#include "driver/report/Text.h"
#include "driver/report/Uri.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SHA256.h"

#include <map>

namespace scalelint::report {

using llvm::StringRef;

static const char *commandOf(Level level) {
  switch (level) {
  case Level::Note:
    return "notice";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  return "";
}

// "%" and line ends end no command; in a property neither do ":" and ",". The rest is as the runner's
// table of escapes has it.
static std::string escaped(StringRef text, StringRef alsoEscaped = "") {
  std::string result;
  for (char c : llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text)) {
    bool isSpecial = c == '%' || c == '\r' || c == '\n' || alsoEscaped.contains(c);
    result += isSpecial ? "%" + llvm::utohexstr(static_cast<unsigned char>(c), /*LowerCase=*/false, 2) : std::string(1, c);
  }
  return result;
}

static std::string property(StringRef text) { return escaped(text, ":,"); }

// The runner keeps so many UTF-16 units; no character is cut in two.
static std::string shortened(StringRef text, size_t limit) {
  size_t units = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = text[i];
    units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    if (units > limit - 1 && toUtf16(text).size() > limit)
      return (text.take_front(i) + "\xE2\x80\xA6").str();
  }
  return text.str();
}

static std::string placeOf(const SourceRange &range, const std::string &base) {
  std::string place = relativeTo(base, range.file);
  return range.line ? place + ":" + std::to_string(range.line) : place;
}

// What an annotation says below its title: the finding, how it is reached, what to do.
static std::string messageOf(const Finding &finding, const std::string &base) {
  std::string text = finding.message;
  for (const Step &step : finding.flow)
    text += "\n" + std::string(step.essential ? "> " : "  ") + placeOf(step.range, base) + " " + step.message;
  if (!finding.suggestion.empty())
    text += "\nhelp: " + finding.suggestion;
  return text;
}

// Columns count characters as in SARIF, the last one is the range's last character; the runner refuses them for a range
// over several lines.
static void writePlace(llvm::raw_ostream &os, const SourceRange &range, const std::string &base,
                       const SourceProvider &sources) {
  if (range.file.empty())
    return;
  os << "file=" << property(relativeTo(base, range.file)) << ",";
  if (!range.valid())
    return;
  os << "line=" << range.line << ",endLine=" << std::max(range.line, range.endLine) << ",";
  const SourceText *source = sources.file(range.file);
  std::optional<Stretch> stretch = source ? source->stretch(range) : std::nullopt;
  if (!stretch || range.line != range.endLine)
    return;
  unsigned first = source->utf16Column(stretch->begin), behind = source->utf16Column(stretch->end);
  os << "col=" << first << ",endColumn=" << std::max(first, behind - 1) << ",";
}

// "3 warnings, 1 note"
static std::string byLevel(const std::map<Level, size_t> &counts) {
  std::vector<std::string> parts;
  for (const auto &[level, count] : llvm::reverse(counts))
    if (count)
      parts.push_back(counted(count, name(level)));
  return llvm::join(parts, ", ");
}

void writeAnnotations(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources,
                      const GitHubLimits &limits) {
  std::string base = baseFolder(report);
  std::map<Level, size_t> total, room, leftOut;
  for (const Finding *finding : newInOrder(report))
    ++total[finding->level];
  bool isTooMuch = llvm::any_of(total, [&](const auto &each) { return each.second > limits.annotations; });
  for (Level level : {Level::Note, Level::Warning, Level::Error})
    room[level] = limits.annotations;
  if (isTooMuch)
    --room[Level::Note]; // for the notice that says so
  for (const Finding *finding : worstFirst(report)) {
    if (room[finding->level] == 0) {
      ++leftOut[finding->level];
      continue;
    }
    --room[finding->level];
    os << "::" << commandOf(finding->level) << " ";
    writePlace(os, finding->primary, base, sources);
    os << "title=" << property(finding->check)
       << "::" << escaped(shortened(messageOf(*finding, base), limits.message)) << "\n";
  }
  if (isTooMuch)
    os << "::notice title=scalelint::"
       << escaped(llvm::formatv("{0} of the lowest rank are not annotated, since GitHub shows {1} annotations of a level; "
                                "the log and the job summary tell of them",
                                byLevel(leftOut), limits.annotations)
                      .str())
       << "\n";
}

std::string withoutCommands(StringRef text) {
  // A token that the text cannot hold, since it is made of it, and that is the same for the same text.
  std::string token = llvm::toHex(llvm::SHA256::hash(llvm::arrayRefFromStringRef(text)), /*LowerCase=*/true);
  return ("::stop-commands::" + token + "\n" + text + (text.ends_with("\n") ? "" : "\n") + "::" + token + "::\n").str();
}

// A place as Markdown, a link where the site's address is known.
static std::string shownPlace(const SourceRange &range, const std::string &base, StringRef sources) {
  std::string place = markdownText(placeOf(range, base)), path = relativeTo(base, range.file);
  if (sources.empty() || StringRef(path).starts_with("/"))
    return place;
  std::string target = markdownTarget((sources + uriPath(path)).str());
  return llvm::formatv("[{0}]({1}{2})", place, target, range.line ? "#L" + std::to_string(range.line) : "");
}

static std::string findingItem(const Finding &finding, const std::string &base, StringRef sources) {
  std::string item = llvm::formatv("- **{0}** ", name(finding.level));
  if (!finding.primary.file.empty())
    item += shownPlace(finding.primary, base, sources) + " ";
  item += llvm::formatv("{0} `{1}`\n", markdownText(finding.message), finding.check);
  if (!finding.suggestion.empty())
    item += llvm::formatv("  <br>help: {0}\n", markdownText(finding.suggestion));
  return item;
}

static std::string tableByCheck(const Report &report) {
  std::map<std::string, std::map<Level, size_t>> counts;
  for (const Finding *finding : newInOrder(report))
    ++counts[finding->check][finding->level];
  if (counts.empty())
    return "";
  std::string table = "| check | errors | warnings | notes |\n|---|--:|--:|--:|\n";
  for (auto &[check, ofThis] : counts) {
    std::string shown = "`" + check + "`";
    if (StringRef(report.checkPages).starts_with("https:"))
      shown = "[" + shown + "](" + markdownTarget(report.checkPages + check + ".md") + ")";
    table += llvm::formatv("| {0} | {1} | {2} | {3} |\n", shown, ofThis[Level::Error], ofThis[Level::Warning],
                           ofThis[Level::Note]);
  }
  return table + "\n";
}

std::string jobSummary(const Report &report, StringRef sources, size_t taken, const GitHubLimits &limits) {
  std::string base = baseFolder(report);
  std::string text = "## scalelint\n\n" + markdownText(countsLine(report)) + "\n\n";
  if (!report.successful)
    text += "**Not every unit was analysed**; the log names those that were not.\n\n";
  text += tableByCheck(report);
  const size_t SentenceLength = 200; // what is kept for the sentence about the rest
  size_t room = limits.summary - std::min(limits.summary, taken + SentenceLength);
  if (text.size() > room)
    return room ? "scalelint: the step's summary is full; the log holds the findings.\n" : "";
  size_t shown = 0;
  std::vector<const Finding *> findings = worstFirst(report);
  for (const Finding *finding : findings) {
    std::string item = findingItem(*finding, base, sources);
    if (shown == limits.findings || text.size() + item.size() > room)
      break;
    text += item;
    ++shown;
  }
  if (size_t rest = findings.size() - shown)
    text += llvm::formatv("\n{0} of the lowest rank {1} left out: {2}; the log holds them.\n", counted(rest, "finding"),
                          rest == 1 ? "is" : "are",
                          shown == limits.findings ? llvm::formatv("the summary shows {0}", shown).str()
                                                   : std::string("GitHub takes no longer summary"));
  return text;
}

} // namespace scalelint::report
