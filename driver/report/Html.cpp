// The frame of the page: head, filters, overview, the groups and what is no finding.
#include "driver/report/Html.h"
#include "driver/report/Docs.h"
#include "driver/report/Fingerprint.h"
#include "driver/report/HtmlWriter.h"
#include "driver/report/Markdown.h"
#include "driver/report/Snippet.h"
#include "driver/report/Text.h"
#include "driver/report/Weaknesses.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

namespace scalelint::report {

using llvm::StringRef;

std::string escaped(StringRef text) {
  std::string result;
  llvm::raw_string_ostream os(result);
  llvm::printHTMLEscaped(printable(text), os);
  return result;
}

static const Check *checkOf(const Report &report, StringRef id) {
  if (report.checks)
    for (const Check *check : *report.checks)
      if (id == check->id)
        return check;
  return nullptr;
}

static bool goesFirst(const HtmlFinding &left, const HtmlFinding &right) {
  const Finding &l = *left.finding, &r = *right.finding;
  if (left.known != right.known)
    return right.known;
  if (std::tie(l.level, l.rank) != std::tie(r.level, r.rank))
    return std::tie(l.level, l.rank) > std::tie(r.level, r.rank);
  return left.place < right.place;
}

static void number(std::map<std::string, unsigned> &names) {
  unsigned next = 0;
  for (auto &[name, number] : names)
    number = next++;
}

HtmlWriter::HtmlWriter(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources)
    : os(os), report(report), sources(sources) {
  std::vector<const Finding *> findings = inOrder(report);
  std::vector<Names> names = fingerprints(findings, sources);
  std::map<std::string, HtmlGroup> byCheck;
  for (const auto &[place, finding, name] : llvm::enumerate(findings, names)) {
    bool known = report.comparison && report.comparison->known.contains(finding);
    byCheck[finding->check].findings.push_back({finding, "f-" + name.exact, place, known});
    fileNumbers[relativeTo(report.root, finding->primary.file)];
    for (const std::string &root : finding->roots)
      rootNumbers[root];
  }
  number(fileNumbers);
  number(rootNumbers);
  auto take = [&](const std::string &id) {
    auto it = byCheck.find(id);
    if (it == byCheck.end())
      return;
    HtmlGroup group = std::move(it->second);
    group.id = id;
    group.check = checkOf(report, id);
    llvm::sort(group.findings, goesFirst);
    groups.push_back(std::move(group));
    byCheck.erase(it);
  };
  if (report.checks)
    for (const Check *check : *report.checks)
      take(check->id);
  while (!byCheck.empty())
    take(byCheck.begin()->first);
}

void HtmlWriter::foreign(StringRef text) { os << "<bdi>" << escaped(text) << "</bdi>"; }

// 'sha256-…', by which a policy names the one script or style that may be used.
static std::string hashSource(StringRef text) {
  auto hash = llvm::SHA256::hash(llvm::arrayRefFromStringRef(text));
  return "'sha256-" + llvm::encodeBase64(hash) + "'";
}

static std::string projectName(const Report &report) {
  StringRef name = llvm::sys::path::filename(StringRef(report.root).rtrim('/'));
  return name.empty() ? "findings" : name.str();
}

void HtmlWriter::head() {
  os << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
     << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
     << hashSource(PageStyle) << "; script-src " << hashSource(PageScript)
     << "; base-uri 'none'; form-action 'none'\">\n"
     << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
     << "<meta name=\"generator\" content=\"scalelint " << escaped(report.version) << "\">\n<title>"
     << escaped(projectName(report)) << ": " << counted(report.findings.size(), "finding")
     << "</title>\n<style>" << PageStyle << "</style>\n</head>\n<body>\n";
}

void HtmlWriter::heading() {
  os << "<header>\n<h1>";
  foreign(projectName(report));
  os << "</h1>\n<p>" << countsLine(report) << "</p>\n<p class=\"soft\">scalelint "
     << escaped(report.version);
  if (!report.category.empty()) {
    os << " · ";
    foreign(report.category);
  }
  if (report.revision && !report.revision->revision.empty()) {
    os << " · revision ";
    foreign(report.revision->revision);
    if (!report.revision->branch.empty()) {
      os << " of ";
      foreign(report.revision->branch);
    }
  }
  os << "</p>\n";
  if (!report.successful)
    os << "<p class=\"alert\">Some units could not be analysed: see the "
          "<a href=\"#notifications\">notifications</a>.</p>\n";
  os << "</header>\n";
}

void HtmlWriter::choice(StringRef name, StringRef every,
                        const std::map<std::string, unsigned> &names) {
  os << "<select name=\"" << name << "\" aria-label=\"" << name << "\">\n<option value=\"\">"
     << every << "</option>\n";
  if (name == "root")
    os << "<option value=\"none\">no request root</option>\n";
  for (const auto &[text, number] : names)
    os << "<option value=\"" << number << "\">"
       << (text.empty() ? "the whole program" : escaped(text)) << "</option>\n";
  os << "</select>\n";
}

// Without scripts the page shows everything, and no filters.
void HtmlWriter::filters() {
  os << "<form id=\"filters\" role=\"search\" hidden>\n"
        "<input type=\"search\" name=\"text\" placeholder=\"search\" aria-label=\"text\">\n"
        "<select name=\"check\" aria-label=\"check\">\n<option value=\"\">every check</option>\n";
  for (const HtmlGroup &group : groups)
    os << "<option>" << escaped(group.id) << "</option>\n";
  os << "</select>\n<select name=\"level\" aria-label=\"level\">\n"
        "<option value=\"\">every level</option>\n";
  for (Level level : {Level::Error, Level::Warning, Level::Note})
    if (llvm::any_of(report.findings, [&](const Finding &f) { return f.level == level; }))
      os << "<option>" << name(level) << "</option>\n";
  os << "</select>\n";
  if (report.comparison)
    os << "<select name=\"state\" aria-label=\"state\">\n<option value=\"\">new and known</option>\n"
          "<option>new</option>\n<option>known</option>\n</select>\n";
  choice("root", "every request root", rootNumbers);
  choice("file", "every file", fileNumbers);
  os << "<button type=\"reset\">clear</button>\n"
        "<button type=\"button\" id=\"toggle\">open or close all</button>\n"
        "<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n";
}

void HtmlWriter::overview() {
  os << "<table>\n<thead><tr><th>check</th><th>finds</th><th class=\"number\">findings</th></tr>"
        "</thead>\n<tbody>\n";
  for (const HtmlGroup &group : groups)
    os << "<tr><td><a href=\"#" << escaped(group.id) << "\">" << escaped(group.id)
       << "</a></td><td>" << escaped(group.check ? group.check->summary : "")
       << "</td><td class=\"number\">" << group.findings.size() << "</td></tr>\n";
  os << "</tbody>\n</table>\n";
}

void HtmlWriter::about(const Check &check) {
  os << "<details class=\"about\"><summary>About this check</summary>\n<div>\n";
  renderMarkdownAsHtml(os, helpMarkdown(check));
  for (const Taxon &taxon : check.taxa)
    if (StringRef(taxon.taxonomy) == "CWE")
      os << "<p><a href=\"" << escaped(weaknessPage(taxon.id)) << "\" rel=\"noreferrer\">CWE-"
         << taxon.id << "</a></p>\n";
  os << "</div>\n</details>\n";
}

void HtmlWriter::group(const HtmlGroup &group) {
  os << "<section class=\"group\" id=\"" << escaped(group.id) << "\">\n<h2>" << escaped(group.id)
     << " <span class=\"count\">" << group.findings.size() << "</span></h2>\n";
  if (group.check) {
    os << "<p class=\"soft\">" << escaped(group.check->summary) << "</p>\n";
    about(*group.check);
  }
  for (const HtmlFinding &each : group.findings)
    finding(each);
  os << "</section>\n";
}

void HtmlWriter::suppressed() {
  if (report.suppressed.empty())
    return;
  std::vector<const SuppressedFinding *> ordered;
  for (const SuppressedFinding &each : report.suppressed)
    ordered.push_back(&each);
  llvm::sort(ordered, [](const auto *l, const auto *r) { return before(l->finding, r->finding); });
  os << "<section id=\"suppressed\">\n<h2>Suppressed <span class=\"count\">" << ordered.size()
     << "</span></h2>\n<ul>\n";
  for (const SuppressedFinding *each : ordered) {
    os << "<li>";
    place(each->finding.primary);
    os << ' ';
    foreign(each->finding.message);
    os << " <span class=\"soft\">" << escaped(each->finding.check) << "</span>";
    if (each->justification.empty()) {
      os << " <span class=\"soft\">no reason given</span>";
    } else {
      os << ": ";
      foreign(each->justification);
    }
    os << "</li>\n";
  }
  os << "</ul>\n</section>\n";
}

void HtmlWriter::notifications() {
  std::vector<const Notification *> all = notificationsInOrder(report);
  if (all.empty())
    return;
  os << "<section id=\"notifications\">\n<h2>Notifications <span class=\"count\">" << all.size()
     << "</span></h2>\n<ul>\n";
  for (const Notification *each : all) {
    os << "<li><span class=\"level " << name(each->level) << "\">" << name(each->level)
       << "</span> ";
    if (each->range)
      place(*each->range);
    os << ' ';
    foreign(each->message);
    os << " <span class=\"soft\">" << escaped(each->id) << "</span></li>\n";
  }
  os << "</ul>\n</section>\n";
}

void HtmlWriter::page() {
  head();
  heading();
  if (!groups.empty()) {
    filters();
    os << "<main>\n";
    overview();
    for (const HtmlGroup &each : groups)
      group(each);
    os << "</main>\n";
  }
  suppressed();
  notifications();
  os << "<script>" << PageScript << "</script>\n</body>\n</html>\n";
}

void writeHtml(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources) {
  HtmlWriter(os, report, sources).page();
}

} // namespace scalelint::report
