// Pages, tables and listings from the checks' values.
#include "driver/report/Docs.h"
#include "driver/report/Markdown.h"
#include "driver/report/Report.h"
#include "driver/report/Weaknesses.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/WithColor.h"

namespace scalelint::report {

using llvm::raw_ostream;
using llvm::StringRef;

// A "|" would end the cell.
static std::string cell(StringRef text) {
  std::string escaped;
  for (char c : text) {
    if (c == '|')
      escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

static std::string weaknessName(const Taxon &taxon) {
  return std::string(taxon.taxonomy) + "-" + std::to_string(taxon.id);
}

static std::string weaknessLinks(const Check &check) {
  std::vector<std::string> links;
  for (const Taxon &taxon : check.taxa) {
    std::string name = weaknessName(taxon);
    bool known = StringRef(taxon.taxonomy) == "CWE";
    links.push_back(known ? "[" + name + "](" + weaknessPage(taxon.id) + ")" : name);
  }
  return llvm::join(links, ", ");
}

static std::string optionsTable(const Check &check) {
  std::string table = "| option | default | meaning |\n|---|---|---|\n";
  for (const OptionDescription &option : check.options)
    table += llvm::formatv("| `{0}` | `{1}` | {2} |\n", option.name, option.defaultValue,
                           cell(option.meaning));
  return table;
}

// Where the section under a heading begins, behind its heading, and ends: before the next heading,
// or at the end. nullopt when there is none.
static std::optional<std::pair<size_t, size_t>> section(StringRef doc, StringRef heading) {
  for (size_t at = 0; at < doc.size();) {
    size_t lineEnd = std::min(doc.find('\n', at), doc.size());
    if (doc.slice(at, lineEnd).rtrim() == ("## " + heading).str())
      return std::pair(lineEnd, std::min(doc.find("\n## ", lineEnd), doc.size()));
    at = lineEnd + 1;
  }
  return std::nullopt;
}

std::string sectionOf(const Check &check, StringRef heading) {
  StringRef doc = check.doc;
  auto found = section(doc, heading);
  return found ? doc.slice(found->first, found->second).trim().str() : std::string();
}

std::string helpMarkdown(const Check &check) {
  StringRef doc = StringRef(check.doc).trim();
  if (check.options.empty())
    return doc.str() + "\n";
  auto options = section(doc, "Options");
  if (!options)
    return doc.str() + "\n\n## Options\n\n" + optionsTable(check);
  StringRef upTo = doc.take_front(options->second).rtrim();
  StringRef rest = doc.drop_front(options->second).ltrim();
  std::string text = upTo.str() + "\n\n" + optionsTable(check);
  return rest.empty() ? text : text + "\n" + rest.str() + "\n";
}

std::string plainHelp(const Check &check) {
  std::string text;
  llvm::raw_string_ostream os(text);
  renderMarkdown(os, helpMarkdown(check), {/*width=*/0, /*indent=*/0});
  return StringRef(text).trim().str();
}

std::string checkPage(const Check &check) {
  std::string page = "<!-- Generated from the check's value; change it there. -->\n";
  page += llvm::formatv("# {0}\n\n{1}\n\n", check.id, check.summary);
  page += "| profile | level | precision | family | weaknesses |\n|---|---|---|---|---|\n";
  page += llvm::formatv("| {0} | {1} | {2} | {3} | {4} |\n\n", name(check.profile),
                        name(check.severity), name(check.precision), name(check.family),
                        weaknessLinks(check));
  return page + helpMarkdown(check);
}

static std::string checksTable(const Checks &checks, StringRef pages) {
  std::string table = "| check | finds | profile | level | precision |\n|---|---|---|---|---|\n";
  for (const Check *check : checks)
    table += llvm::formatv("| [`{0}`]({1}{0}.md) | {2} | {3} | {4} | {5} |\n", check->id, pages,
                           cell(check->summary), name(check->profile), name(check->severity),
                           name(check->precision));
  return table;
}

static StringRef familyTitle(Family family) {
  switch (family) {
  case Family::Database:
    return "The database becomes the bottleneck";
  case Family::Latency:
    return "Latency compounds, synchronous design breaks";
  case Family::Failure:
    return "Failure is normal";
  case Family::Trust:
    return "Clients are trusted too much";
  case Family::Visibility:
    return "Nobody can see it";
  case Family::Contract:
    return "Contracts break";
  }
  return "";
}

std::string checksIndex(const Checks &checks) {
  std::string page = "<!-- Generated from the checks' values; change them there. -->\n# Checks\n";
  for (Family family : {Family::Database, Family::Latency, Family::Failure, Family::Trust,
                        Family::Visibility, Family::Contract}) {
    Checks members;
    for (const Check *check : checks)
      if (check->family == family)
        members.push_back(check);
    if (!members.empty())
      page += "\n## " + familyTitle(family).str() + "\n\n" + checksTable(members, "");
  }
  return page;
}

static llvm::Expected<std::string> between(StringRef file, StringRef text, Markers markers,
                                           StringRef generated) {
  size_t begin = text.find(markers.begin), end = text.find(markers.end);
  bool once = text.count(markers.begin) == 1 && text.count(markers.end) == 1;
  if (!once || end < begin)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   file + ": '" + markers.begin + "' and '" + markers.end +
                                       "' must each stand there once, in this order");
  StringRef head = text.take_front(begin + StringRef(markers.begin).size());
  return head.str() + "\n" + generated.str() + text.substr(end).str();
}

llvm::Expected<std::string> withChecksTable(const std::string &readme, const Checks &checks) {
  return between("README.md", readme, TableMarkers, checksTable(checks, "docs/checks/"));
}

llvm::Expected<std::string> withChecksLimits(const std::string &page, const Checks &checks) {
  std::string limits;
  for (const Check *check : checks) {
    std::string text = sectionOf(*check, "Limits");
    if (!text.empty())
      limits += llvm::formatv("\n### [`{0}`](checks/{0}.md)\n\n{1}\n", check->id, text).str();
  }
  return between("docs/limits.md", page, LimitsMarkers, limits + "\n");
}

llvm::Expected<std::map<std::string, std::string>> generatedDocs(const ReadDoc &read,
                                                                 const Checks &checks) {
  auto readme = withChecksTable(read("README.md"), checks);
  if (!readme)
    return readme.takeError();
  auto limits = withChecksLimits(read("docs/limits.md"), checks);
  if (!limits)
    return limits.takeError();
  std::map<std::string, std::string> files;
  files["README.md"] = std::move(*readme);
  files["docs/limits.md"] = std::move(*limits);
  files["docs/checks/README.md"] = checksIndex(checks);
  for (const Check *check : checks)
    files["docs/checks/" + std::string(check->id) + ".md"] = checkPage(*check);
  return files;
}

void explain(raw_ostream &os, const Check &check) {
  llvm::WithColor(os, raw_ostream::SAVEDCOLOR, true, false, llvm::ColorMode::Enable) << check.id;
  os << ": " << check.summary << "\n";
  os << "profile " << name(check.profile) << ", level " << name(check.severity) << ", precision "
     << name(check.precision);
  for (const Taxon &taxon : check.taxa)
    os << ", " << weaknessName(taxon);
  os << "\n\n";
  renderMarkdown(os, helpMarkdown(check));
}

static void listAsText(raw_ostream &os, const Checks &checks) {
  size_t idWidth = 5;
  for (const Check *check : checks)
    idWidth = std::max(idWidth, StringRef(check->id).size());
  auto row = [&](StringRef id, StringRef profile, StringRef level, StringRef precision,
                 StringRef summary) {
    os << llvm::left_justify(id, idWidth) << "  " << llvm::left_justify(profile, 7) << "  "
       << llvm::left_justify(level, 7) << "  " << llvm::left_justify(precision, 9) << "  "
       << summary << "\n";
  };
  row("check", "profile", "level", "precision", "finds");
  for (const Check *check : checks)
    row(check->id, name(check->profile), name(check->severity), name(check->precision),
        check->summary);
}

static void listAsJson(raw_ostream &os, const Checks &checks) {
  llvm::json::OStream json(os, 2);
  json.array([&] {
    for (const Check *check : checks)
      json.object([&] {
        json.attribute("id", check->id);
        json.attribute("summary", check->summary);
        json.attribute("family", name(check->family));
        json.attribute("profile", name(check->profile));
        json.attribute("level", name(check->severity));
        json.attribute("precision", name(check->precision));
        json.attributeArray("weaknesses", [&] {
          for (const Taxon &taxon : check->taxa)
            json.value(weaknessName(taxon));
        });
        json.attributeArray("options", [&] {
          for (const OptionDescription &option : check->options)
            json.object([&] {
              json.attribute("name", option.name);
              json.attribute("default", option.defaultValue);
              json.attribute("meaning", option.meaning);
            });
        });
      });
  });
  os << "\n";
}

void listChecks(raw_ostream &os, const Checks &checks, ListFormat format) {
  if (format == ListFormat::Json)
    listAsJson(os, checks);
  else
    listAsText(os, checks);
}

} // namespace scalelint::report
