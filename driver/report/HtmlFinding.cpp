// One finding as an article, its parts in the order in which a reader asks: what, where, how it
// gets there, from which requests, what to do.
#include "driver/report/HtmlWriter.h"
#include "driver/report/Snippet.h"
#include "driver/report/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

namespace scalelint::report {

static constexpr unsigned ContextLines = 2;  // of an excerpt, before and after
static constexpr unsigned LineWidth = 400;   // longer lines are cut around the range
static constexpr unsigned OpenUpTo = 20;     // so many findings are shown with all their parts
static constexpr unsigned DeepestIndent = 6; // of the classes n1, n2, … of page.css

void HtmlWriter::place(const SourceRange &range) {
  if (range.file.empty())
    return;
  std::string text = relativeTo(report.root, range.file);
  if (range.line)
    text += ":" + std::to_string(range.line);
  if (range.line && range.column)
    text += ":" + std::to_string(range.column);
  os << "<span class=\"place\">";
  foreign(text);
  os << "</span>";
}

static void writeMarked(llvm::raw_ostream &os, const ShownRange &shown) {
  os << escaped(shown.before);
  if (!shown.marked.empty())
    os << "<mark>" << escaped(shown.marked) << "</mark>";
  os << escaped(shown.after);
}

void HtmlWriter::excerpt(const SourceRange &range) {
  const SourceText *source = sources.file(range.file);
  if (!source || range.line == 0 || range.line > source->lineCount())
    return;
  unsigned first = range.line > ContextLines ? range.line - ContextLines : 1;
  unsigned last = std::min(range.line + ContextLines, source->lineCount());
  size_t digits = std::to_string(last).size();
  auto gutter = [&](const std::string &number) {
    os << "<i>" << llvm::right_justify(number, digits) << "</i>  ";
  };
  os << "<pre class=\"excerpt\" dir=\"ltr\">";
  for (unsigned line = first; line <= last; ++line) {
    bool isTheLine = line == range.line;
    auto shown = shownRange(*source, isTheLine ? range : SourceRange{range.file, line}, LineWidth);
    gutter(std::to_string(line));
    writeMarked(os, *shown);
    os << '\n';
    if (!isTheLine || shown->underline.empty())
      continue;
    gutter("");
    os << shown->indent << "<span class=\"caret\">" << shown->underline << "</span>\n";
  }
  os << "</pre>\n";
}

void HtmlWriter::step(const Step &step, unsigned outermost) {
  unsigned depth = std::min(step.nesting - outermost, DeepestIndent);
  os << "<li class=\"n" << depth << (step.essential ? " essential" : "")
     << "\"><span class=\"step\">";
  foreign(step.message);
  os << "</span> ";
  place(step.range);
  const SourceText *source = sources.file(step.range.file);
  auto shown = source ? shownRange(*source, step.range, LineWidth) : std::nullopt;
  if (shown) {
    shown->before = llvm::StringRef(shown->before).ltrim().str();
    os << "<pre dir=\"ltr\">";
    writeMarked(os, *shown);
    os << "</pre>";
  }
  os << "</li>\n";
}

void HtmlWriter::path(const std::vector<Step> &steps) {
  if (steps.empty())
    return;
  unsigned outermost = steps.front().nesting;
  for (const Step &each : steps)
    outermost = std::min(outermost, each.nesting);
  os << "<h4>Path</h4>\n<ol class=\"path\">\n";
  for (const Step &each : steps)
    step(each, outermost);
  os << "</ol>\n";
}

void HtmlWriter::related(const std::vector<Step> &steps) {
  if (steps.empty())
    return;
  os << "<h4>See also</h4>\n<ul class=\"path\">\n";
  for (const Step &each : steps)
    step(each, each.nesting);
  os << "</ul>\n";
}

void HtmlWriter::roots(const std::vector<std::string> &names) {
  if (names.empty())
    return;
  os << "<h4>Reached from " << counted(names.size(), "request root")
     << "</h4>\n<ul class=\"roots\">\n";
  for (const std::string &each : names) {
    os << "<li>";
    foreign(each);
    os << "</li>\n";
  }
  os << "</ul>\n";
}

void HtmlWriter::diff(const FixedFiles &fixed) {
  for (const auto &[file, edits] : fixed.edits) {
    os << "<pre class=\"diff\" dir=\"ltr\">";
    place({file});
    os << '\n';
    for (const Hunk &hunk :
         hunks(sources.file(file)->contents(), fixed.contents.at(file), edits, 1))
      for (const DiffLine &line : hunk.lines) {
        std::string number = std::to_string(line.after ? line.after : line.before);
        std::string text = escaped(shownLine(line.text.rtrim("\r\n")));
        os << "<i>" << llvm::right_justify(number, 5) << "</i> ";
        if (line.kept())
          os << "  " << text << '\n';
        else if (line.before)
          os << "<del>- " << text << "</del>\n";
        else
          os << "<ins>+ " << text << "</ins>\n";
      }
    os << "</pre>\n";
  }
}

// A fix that no longer fits the sources is not offered.
void HtmlWriter::fix(const Fix &fix) {
  FixedFiles fixed = applyFixes({&fix}, sources);
  if (fixed.applied.empty())
    return;
  os << "<h4>Fix: ";
  foreign(fix.description);
  os << "</h4>\n";
  diff(fixed);
}

// What stands between two backticks is code.
void HtmlWriter::advice(llvm::StringRef text) {
  os << "<h4>What to do</h4>\n<p>";
  while (!text.empty()) {
    auto [words, behind] = text.split('`');
    auto [code, rest] = behind.split('`');
    bool isPair = words.size() + code.size() + 2 + rest.size() == text.size();
    foreign(isPair ? words : text);
    if (!isPair)
      break;
    os << "<code>";
    foreign(code);
    os << "</code>";
    text = rest;
  }
  os << "</p>\n";
}

void HtmlWriter::finding(const HtmlFinding &each) {
  const Finding &finding = *each.finding;
  std::string rootList;
  for (const std::string &root : finding.roots)
    rootList += (rootList.empty() ? "" : " ") + std::to_string(rootNumbers.at(root));
  os << "<article class=\"finding " << name(finding.level) << (each.known ? " known" : "") << "\" id=\"" << escaped(each.anchor)
     << "\" data-check=\"" << escaped(finding.check) << "\" data-level=\"" << name(finding.level)
     << "\" data-file=\"" << fileNumbers.at(relativeTo(report.root, finding.primary.file))
     << "\" data-roots=\"" << rootList << "\"";
  if (report.comparison)
    os << " data-state=\"" << (each.known ? "known" : "new") << "\"";
  os << ">\n<h3><span class=\"level\">" << name(finding.level) << "</span> ";
  if (report.comparison)
    os << "<span class=\"state\">" << (each.known ? "known" : "new") << "</span> ";
  foreign(finding.message);
  os << "</h3>\n<p>";
  place(finding.primary);
  if (!finding.function.empty()) {
    os << " <span class=\"soft\">in</span> <code>";
    foreign(finding.function);
    os << "</code>";
  }
  os << " <span class=\"soft\">· rank " << finding.rank << " · <a href=\"#" << escaped(each.anchor)
     << "\">link</a></span></p>\n";
  excerpt(finding.primary);
  os << "<details class=\"more\"" << (report.findings.size() <= OpenUpTo ? " open" : "")
     << "><summary>Path and advice</summary>\n";
  path(finding.flow);
  related(finding.related);
  roots(finding.roots);
  if (!finding.suggestion.empty())
    advice(finding.suggestion);
  for (const Fix &offered : finding.fixes)
    fix(offered);
  os << "</details>\n</article>\n";
}

} // namespace scalelint::report
