// The run of a SARIF log: the tool and its rules, what they map to, how the run went, which files
// it saw.
#include "driver/report/Sarif.h"
#include "driver/report/Docs.h"
#include "driver/report/Markdown.h"
#include "driver/report/SarifWriter.h"
#include "driver/report/Uri.h"
#include "driver/report/Weaknesses.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/SHA256.h"

#include <algorithm>
#include <cstring>

namespace scalelint::report {

static constexpr const char *Schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// "scale-missing-timeout" → "MissingTimeout". A letter alone goes with the next word,
// "NplusOneQuery": validators take a name with two capitals in a row for no Pascal case.
static std::string pascalCase(llvm::StringRef id) {
  id.consume_front("scale-");
  std::string name;
  llvm::SmallVector<llvm::StringRef> words;
  id.split(words, '-');
  bool upper = true;
  for (llvm::StringRef word : words) {
    name += upper ? llvm::toUpper(word.front()) : word.front();
    name += word.drop_front();
    upper = word.size() > 1;
  }
  return name;
}

static std::string sentence(llvm::StringRef words) {
  std::string text = words.str();
  if (!text.empty())
    text[0] = llvm::toUpper(text[0]);
  if (!words.ends_with("."))
    text += ".";
  return text;
}

static std::string fullDescription(const Check &check) {
  std::string paragraph = firstParagraph(check.doc);
  return sentence(paragraph.empty() ? check.summary : paragraph);
}

static std::string weaknessId(unsigned cwe) { return "CWE-" + std::to_string(cwe); }

// What a notification of this kind means to the reader of the findings.
static std::string notificationMeaning(llvm::StringRef id) {
  struct Meaning {
    llvm::StringLiteral id;
    const char *text;
  };
  static constexpr Meaning Meanings[] = {
      {"cache-unusable", "The cache can't be used; the run is slower, its findings are the same."},
      {"entry-invalid", "An entry of the compilation database can't be used; its unit is missing."},
      {"flow-shortened",
       "A finding's path has more steps than a log may hold; the middle is left out."},
      {"locations-left-out", "A finding has more related locations than a log may hold."},
      {"log-large", "The log is larger than some sites take unless they are configured to."},
      {"message-shortened",
       "A finding's text is longer than sites take; the whole is among its properties."},
      {"pack-invalid", "A rule pack has an error; its library is not known."},
      {"results-behind", "There are more findings than sites show; the worst come first."},
      {"results-grouped",
       "There are more findings than sites show; of those that are alike one stands for all."},
      {"results-left-out", "There are more findings than a log may hold; those of the lowest level "
                           "and rank are left out."},
      {"schema-unparsed", "A statement of the schema can't be parsed; its tables are not known."},
      {"schema-unreadable", "A file of the schema can't be read; its tables are not known."},
      {"statement-unparsed",
       "A statement can't be parsed; checks that need its parts stay silent on it."},
      {"suppression-unknown", "A comment is to silence a check that there is not; it silences nothing."},
      {"suppression-unmatched", "A comment begins or ends a silenced region that has no other end; it silences nothing."},
      {"suppression-unused", "A comment is to silence a check that finds nothing there."},
      {"unit-diagnostic",
       "A unit has an error; what depends on the place of the error may be missing."},
      {"unit-failed", "A unit can't be analysed; what only it would show is missing."},
      {"unit-incomplete",
       "A unit can't be parsed to its end; what only its rest would show is missing."},
  };
  const Meaning *found =
      llvm::find_if(Meanings, [&](const Meaning &each) { return each.id == id; });
  if (found != std::end(Meanings))
    return found->text;
  std::string words = id.str();
  std::replace(words.begin(), words.end(), '-', ' ');
  return sentence(words);
}

// What GitHub calls the severity of a rule.
static const char *problemSeverity(Level level) {
  return level == Level::Note ? "recommendation" : name(level);
}

void SarifWriter::text(llvm::StringRef key, llvm::StringRef value) {
  json.attribute(key, llvm::json::isUTF8(value) ? value.str() : llvm::json::fixUTF8(value));
}

void SarifWriter::message(llvm::StringRef key, llvm::StringRef value) {
  json.attributeObject(key, [&] { text("text", value); });
}

void SarifWriter::uriOf(const std::string &path) {
  bool isBase = path == plan.base;
  std::string relative = relativeTo(plan.base, path);
  bool belowBase = relative != path;
  text("uri", isBase ? "./" : belowBase ? uriPath(relative) : "file://" + uriPath(path));
  if (isBase || belowBase)
    json.attribute("uriBaseId", RootId);
}

void SarifWriter::artifactLocation(const std::string &path) {
  json.attributeObject("artifactLocation", [&] {
    uriOf(path);
    json.attribute("index", plan.artifacts.at(path).index);
  });
}

void SarifWriter::relationship(unsigned cwe) {
  json.object([&] {
    json.attributeObject("target", [&] {
      json.attribute("id", weaknessId(cwe));
      json.attribute("index", plan.weaknesses.at(cwe));
      json.attributeObject("toolComponent", [&] {
        json.attribute("name", "CWE");
        json.attribute("index", 0);
      });
    });
    json.attributeArray("kinds", [&] { json.value("superset"); });
  });
}

static std::vector<unsigned> weaknesses(const Check &check) {
  std::vector<unsigned> ids;
  for (const Taxon &taxon : check.taxa)
    if (!std::strcmp(taxon.taxonomy, "CWE"))
      ids.push_back(taxon.id);
  return ids;
}

// The tags "external/cwe/cwe-1050" are what GitHub shows weaknesses from.
void SarifWriter::ruleProperties(const Check &check) {
  json.attributeObject("properties", [&] {
    json.attribute("precision", name(check.precision));
    json.attribute("problem.severity", problemSeverity(check.severity));
    json.attribute("profile", name(check.profile));
    json.attributeArray("tags", [&] {
      json.value("scalability");
      json.value(name(check.family));
      for (unsigned cwe : weaknesses(check))
        json.value("external/cwe/cwe-" + std::to_string(cwe));
    });
  });
}

void SarifWriter::rule(const Check &check) {
  json.object([&] {
    text("id", check.id);
    text("name", pascalCase(check.id));
    message("shortDescription", sentence(check.summary));
    message("fullDescription", fullDescription(check));
    json.attributeObject("help", [&] {
      text("text", plainHelp(check));
      text("markdown", helpMarkdown(check));
    });
    if (!report.checkPages.empty())
      text("helpUri", report.checkPages + check.id + ".md");
    json.attributeObject("defaultConfiguration", [&] {
      json.attribute("level", name(check.severity));
      json.attribute("enabled", check.profile == Profile::Default);
    });
    std::vector<unsigned> ids = weaknesses(check);
    if (!ids.empty())
      array("relationships", ids, [&](unsigned cwe) { relationship(cwe); });
    ruleProperties(check);
  });
}

void SarifWriter::tool() {
  json.attributeObject("tool", [&] {
    json.attributeObject("driver", [&] {
      json.attribute("name", "scalelint");
      json.attribute("organization", "scalelint");
      text("version", report.version);
      text("semanticVersion", report.version);
      if (!report.homepage.empty())
        text("informationUri", report.homepage);
      array("rules", plan.rules, [&](const Check *check) { rule(*check); });
      array("notifications", plan.notificationIndex, [&](const auto &entry) {
        json.object([&] {
          text("id", entry.first);
          text("name", pascalCase(entry.first));
          for (const char *part : {"shortDescription", "fullDescription", "help"})
            message(part, notificationMeaning(entry.first));
        });
      });
      if (plan.weaknesses.empty())
        return;
      json.attributeArray("supportedTaxonomies", [&] {
        json.object([&] {
          json.attribute("name", "CWE");
          json.attribute("index", 0);
        });
      });
    });
  });
}

void SarifWriter::taxonomies() {
  if (plan.weaknesses.empty())
    return;
  json.attributeArray("taxonomies", [&] {
    json.object([&] {
      json.attribute("name", "CWE");
      json.attribute("organization", "MITRE");
      json.attribute("version", WeaknessVersion);
      json.attribute("releaseDateUtc", WeaknessDate);
      message("shortDescription", "The MITRE Common Weakness Enumeration.");
      json.attribute("informationUri", "https://cwe.mitre.org/");
      json.attribute("isComprehensive", false);
      array("taxa", plan.weaknesses, [&](const auto &entry) {
        unsigned id = entry.first;
        json.object([&] {
          json.attribute("id", weaknessId(id));
          if (const char *title = weaknessName(id))
            message("shortDescription", sentence(title));
          json.attribute("helpUri", weaknessPage(id));
        });
      });
    });
  });
}

void SarifWriter::notification(const Notification &notification) {
  json.object([&] {
    json.attributeObject("descriptor", [&] {
      text("id", notification.id);
      json.attribute("index", plan.notificationIndex.at(notification.id));
    });
    json.attribute("level", name(notification.level));
    message("message", notification.message);
    if (!notification.range || notification.range->file.empty())
      return;
    json.attributeArray("locations", [&] {
      json.object([&] { physicalLocation(*notification.range, Context::Without); });
    });
  });
}

void SarifWriter::invocation() {
  json.attributeArray("invocations", [&] {
    json.object([&] {
      json.attribute("executionSuccessful", report.successful);
      json.attribute("exitCode", report.exitCode);
      if (use == SarifUse::Log)
        json.attributeObject("workingDirectory", [&] { text("uri", directoryUri(report.root)); });
      array("toolExecutionNotifications", plan.notifications,
            [&](const Notification &each) { notification(each); });
    });
  });
}

void SarifWriter::versionControl() {
  if (!report.revision || use == SarifUse::Baseline)
    return;
  json.attributeArray("versionControlProvenance", [&] {
    json.object([&] {
      const Revision &revision = *report.revision;
      text("repositoryUri",
           revision.repository.empty() ? directoryUri(plan.base) : revision.repository);
      if (!revision.revision.empty())
        text("revisionId", revision.revision);
      if (!revision.branch.empty())
        text("branch", revision.branch);
      json.attributeObject("mappedTo", [&] { json.attribute("uriBaseId", RootId); });
    });
  });
}

static std::string sha256(llvm::StringRef contents) {
  llvm::SHA256 hash;
  hash.update(contents);
  return llvm::toHex(llvm::ArrayRef(hash.final()), /*LowerCase=*/true);
}

void SarifWriter::artifacts() {
  array("artifacts", plan.artifacts, [&](const auto &entry) {
    const auto &[path, artifact] = entry;
    json.object([&] {
      json.attributeObject("location", [&] { uriOf(path); });
      if (!artifact.roles.empty())
        array("roles", artifact.roles, [&](const std::string &role) { json.value(role); });
      const SourceText *source = sources.file(path);
      if (!source)
        return;
      json.attribute("length", source->contents().size());
      json.attributeObject("hashes",
                           [&] { json.attribute("sha-256", sha256(source->contents())); });
    });
  });
}

void SarifWriter::run() {
  json.object([&] {
    tool();
    json.attributeObject("automationDetails", [&] {
      // GitHub takes what stands before the last slash as the category.
      std::string category = report.category.empty() ? "scalelint" : report.category;
      text("id", llvm::StringRef(category).rtrim('/').str() + "/");
    });
    invocation();
    json.attributeObject("originalUriBaseIds", [&] {
      json.attributeObject(RootId, [&] {
        if (use == SarifUse::Log)
          text("uri", directoryUri(plan.base));
        message("description", "The directory that paths are relative to.");
      });
    });
    versionControl();
    json.attribute("columnKind", "utf16CodeUnits");
    json.attribute("defaultEncoding", "utf-8");
    json.attributeArray("newlineSequences", [&] {
      for (const char *newline : {"\r\n", "\n", "\r"})
        json.value(newline);
    });
    artifacts();
    json.attributeArray("results", [&] {
      for (const SarifResult &each : plan.results)
        result(each);
      if (report.comparison && use != SarifUse::CodeScanning)
        for (const GoneResult &each : report.comparison->gone)
          gone(each);
    });
    taxonomies();
  });
}

void SarifWriter::log() {
  json.object([&] {
    json.attribute("$schema", Schema);
    json.attribute("version", "2.1.0");
    json.attributeArray("runs", [&] { run(); });
  });
}

// Where this build can't compress, the plain size stands for it: it is never smaller.
static size_t compressedSize(const std::string &text) {
  if (!llvm::compression::zlib::isAvailable())
    return text.size();
  llvm::SmallVector<uint8_t, 0> bytes;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(text), bytes);
  return bytes.size();
}

static std::string render(const Report &report, const SourceProvider &sources,
                          const SarifPlan &plan, SarifUse use) {
  std::string text;
  llvm::raw_string_ostream os(text);
  SarifWriter(os, report, sources, plan, use).log();
  os << '\n';
  return text;
}

// Fewer results each turn, so it ends.
static std::string renderFitting(const Report &report, const SourceProvider &sources,
                                 SarifLimits &limits, SarifUse use) {
  while (true) {
    SarifPlan plan = planSarif(report, sources, limits, use, {});
    std::string text = render(report, sources, plan, use);
    size_t size = text.size() <= limits.compressed ? text.size() : compressedSize(text);
    if (size <= limits.compressed || plan.results.empty())
      return text;
    limits.results = plan.results.size() * 0.95 * limits.compressed / size;
  }
}

void writeSarif(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources,
                const SarifLimits &limits, SarifUse use) {
  SarifLimits fitting = limits;
  std::string text = renderFitting(report, sources, fitting, use);
  if (text.size() > limits.plain) {
    Notification large{
        Level::Note, "log-large",
        llvm::formatv(
            "the log has {0} MB; GitLab takes {1} MB unless it is configured to take more",
            text.size() / 1'000'000, limits.plain / 1'000'000),
        std::nullopt};
    text = render(report, sources, planSarif(report, sources, fitting, use, {large}), use);
  }
  os << text;
}

} // namespace scalelint::report
