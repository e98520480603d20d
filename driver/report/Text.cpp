// The text output. One block per finding, its parts in the order in which a reader asks: what,
// where, how it gets there, from which requests, what to do.
#include "driver/report/Text.h"
#include "driver/report/Fixes.h"
#include "driver/report/Snippet.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/WithColor.h"

#include <cstdlib>
#include <set>

namespace scalelint::report {

using llvm::raw_ostream;

bool wantsColor(raw_ostream &os, Color color) {
  if (color != Color::Auto)
    return color == Color::Always;
  const char *noColor = std::getenv("NO_COLOR");
  return os.has_colors() && (!noColor || !*noColor);
}

namespace {

class TextWriter {
public:
  TextWriter(raw_ostream &os, const Report &report, const SourceProvider &sources,
             const TextOptions &options)
      : os(os), report(report), sources(sources), options(options) {}

  void finding(const Finding &);
  void notification(const Notification &);
  void closing();

private:
  llvm::WithColor paint(raw_ostream::Colors color, bool bold = false) {
    return llvm::WithColor(os, color, bold, false, llvm::ColorMode::Enable);
  }
  std::string place(const SourceRange &) const;
  void head(const SourceRange &, Level, const std::string &message, const std::string &id);
  void label(llvm::StringRef);
  void path(const std::vector<Step> &);
  void related(const std::vector<Step> &);
  void roots(const std::vector<std::string> &);
  void fix(const Fix &, size_t alternatives);
  void diffLine(const DiffLine &);

  raw_ostream &os;
  const Report &report;
  const SourceProvider &sources;
  const TextOptions &options;
};

} // namespace

static raw_ostream::Colors colorOf(Level level) {
  switch (level) {
  case Level::Note:
    return raw_ostream::CYAN;
  case Level::Warning:
    return raw_ostream::MAGENTA;
  case Level::Error:
    return raw_ostream::RED;
  }
  return raw_ostream::SAVEDCOLOR;
}

// "src/store.cpp:12:3", as far as known.
std::string TextWriter::place(const SourceRange &range) const {
  std::string text = printable(relativeTo(report.root, range.file));
  if (range.line)
    text += ":" + std::to_string(range.line);
  if (range.line && range.column)
    text += ":" + std::to_string(range.column);
  return text;
}

void TextWriter::head(const SourceRange &range, Level level, const std::string &message,
                      const std::string &id) {
  if (!range.file.empty())
    paint(raw_ostream::SAVEDCOLOR, true) << place(range) << ": ";
  paint(colorOf(level), true) << name(level) << ": ";
  paint(raw_ostream::SAVEDCOLOR, true) << printable(message);
  paint(raw_ostream::BRIGHT_BLACK) << " [" << id << "]";
  os << '\n';
}

void TextWriter::label(llvm::StringRef text) { paint(raw_ostream::CYAN) << "  " << text << ":"; }

// Steps with their places in one column; the call depth indents the words, ">" marks the steps
// without which the finding would not be true.
void TextWriter::path(const std::vector<Step> &steps) {
  if (steps.empty())
    return;
  label("path");
  os << '\n';
  size_t placeWidth = 0;
  unsigned outermost = steps.front().nesting;
  for (const Step &step : steps) {
    placeWidth = std::max(placeWidth, place(step.range).size());
    outermost = std::min(outermost, step.nesting);
  }
  size_t digits = std::to_string(steps.size()).size();
  unsigned number = 0;
  for (const Step &step : steps) {
    paint(raw_ostream::YELLOW, true) << (step.essential ? "  > " : "    ");
    os << llvm::right_justify(std::to_string(++number), digits) << ". ";
    paint(raw_ostream::BRIGHT_BLACK) << llvm::left_justify(place(step.range), placeWidth);
    os.indent(2 + 2 * std::min(step.nesting - outermost, 12u));
    if (step.essential)
      paint(raw_ostream::SAVEDCOLOR, true) << printable(step.message);
    else
      os << printable(step.message);
    os << '\n';
  }
}

void TextWriter::related(const std::vector<Step> &steps) {
  if (steps.empty())
    return;
  label("see also");
  os << '\n';
  size_t placeWidth = 0;
  for (const Step &step : steps)
    placeWidth = std::max(placeWidth, place(step.range).size());
  for (const Step &step : steps) {
    paint(raw_ostream::BRIGHT_BLACK) << "    " << llvm::left_justify(place(step.range), placeWidth);
    os << "  " << printable(step.message) << '\n';
  }
}

void TextWriter::roots(const std::vector<std::string> &names) {
  if (names.empty())
    return;
  label(
      llvm::formatv("reached from {0} request root{1}", names.size(), names.size() == 1 ? "" : "s")
          .str());
  size_t shown = std::min<size_t>(names.size(), options.rootsShown);
  for (size_t i = 0; i < shown; ++i)
    os << (i ? ", " : " ") << printable(names[i]);
  if (shown < names.size())
    os << " and " << names.size() - shown << " more";
  os << '\n';
}

void TextWriter::diffLine(const DiffLine &line) {
  std::string text = shownLine(line.text.rtrim("\r\n"));
  std::string number = std::to_string(line.after ? line.after : line.before);
  paint(raw_ostream::CYAN) << llvm::right_justify(number, 5);
  if (line.kept())
    os << "   " << text;
  else if (line.before)
    paint(raw_ostream::RED) << " - " << text;
  else
    paint(raw_ostream::GREEN) << " + " << text;
  os << '\n';
}

// What the first fix would change. A fix that no longer fits the sources is not offered.
void TextWriter::fix(const Fix &fix, size_t alternatives) {
  FixedFiles fixed = applyFixes({&fix}, sources);
  if (fixed.applied.empty())
    return;
  label("fix available");
  os << ' ' << printable(fix.description);
  if (alternatives > 1)
    os << " (1 of " << alternatives << ")";
  os << '\n';
  for (const auto &[file, edits] : fixed.edits) {
    paint(raw_ostream::BRIGHT_BLACK) << "    " << printable(relativeTo(report.root, file));
    os << '\n';
    for (const Hunk &hunk :
         hunks(sources.file(file)->contents(), fixed.contents.at(file), edits, 1))
      for (const DiffLine &line : hunk.lines)
        diffLine(line);
  }
}

void TextWriter::finding(const Finding &finding) {
  head(finding.primary, finding.level, finding.message, finding.check);
  SnippetStyle style;
  style.width = options.width;
  style.underline = colorOf(finding.level);
  if (const SourceText *source = sources.file(finding.primary.file))
    writeSnippet(os, *source, finding.primary, style);
  path(finding.flow);
  related(finding.related);
  roots(finding.roots);
  if (!finding.suggestion.empty()) {
    label("help");
    os << ' ' << printable(finding.suggestion) << '\n';
  }
  if (!finding.fixes.empty())
    fix(finding.fixes.front(), finding.fixes.size());
  os << '\n';
}

void TextWriter::notification(const Notification &notification) {
  head(notification.range.value_or(SourceRange{}), notification.level, notification.message,
       notification.id);
}

void TextWriter::closing() {
  paint(raw_ostream::SAVEDCOLOR, true) << countsLine(report);
  os << '\n';
}

std::string counted(size_t count, llvm::StringRef noun) {
  return llvm::formatv("{0} {1}{2}", count, noun, count == 1 ? "" : "s").str();
}

std::string countsLine(const Report &report) {
  std::string text =
      report.findings.empty() ? "no findings" : counted(report.findings.size(), "finding");
  const char *separator = ": ";
  for (Level level : {Level::Error, Level::Warning, Level::Note}) {
    size_t count =
        llvm::count_if(report.findings, [&](const Finding &f) { return f.level == level; });
    if (count == 0)
      continue;
    text += separator + counted(count, name(level));
    separator = ", ";
  }
  std::set<std::string> files;
  for (const Finding &finding : report.findings)
    files.insert(finding.primary.file);
  if (!files.empty())
    text += " in " + counted(files.size(), "file");
  if (report.comparison)
    text += "; " + std::to_string(report.findings.size() - report.comparison->known.size()) + " new, " +
            std::to_string(report.comparison->known.size()) + " known, " +
            std::to_string(report.comparison->gone.size()) + " gone";
  if (!report.elsewhere.empty())
    text += "; " + std::to_string(report.elsewhere.size()) + " on unchanged lines";
  if (!report.suppressed.empty())
    text += "; " + std::to_string(report.suppressed.size()) + " suppressed";
  return text + "; " + counted(report.units, "unit");
}

void writeText(raw_ostream &os, const Report &report, const SourceProvider &sources,
               const TextOptions &options) {
  bool wasColored = os.colors_enabled();
  os.enable_colors(wantsColor(os, options.color));
  TextWriter writer(os, report, sources, options);
  for (const Finding *finding : newInOrder(report))
    writer.finding(*finding);
  std::vector<const Notification *> notifications = notificationsInOrder(report);
  for (const Notification *notification : notifications)
    writer.notification(*notification);
  if (!notifications.empty())
    os << '\n';
  writer.closing();
  os.enable_colors(wasColored);
}

} // namespace scalelint::report
