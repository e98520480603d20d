// A result of a SARIF log: where it is, the path that proves it, and how to mend it.
#include "driver/report/Fixes.h"
#include "driver/report/SarifWriter.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::report {

static constexpr unsigned ContextLines = 2; // before and after

// SARIF reads "{0}" in a message as a placeholder and "[a](1)" as a link. Both can come out of
// quoted code. Other braces stay as they are: they are common in routes, and viewers show doubled
// ones doubled.
static std::string literal(llvm::StringRef message) {
  std::string text;
  while (!message.empty()) {
    size_t digits = message.starts_with("{") ? message.find_first_not_of("0123456789", 1) : 0;
    bool placeholder = digits > 1 && digits != llvm::StringRef::npos && message[digits] == '}';
    if (placeholder) {
      text += ("{" + message.take_front(digits + 1) + "}").str();
      message = message.drop_front(digits + 1);
      continue;
    }
    bool link = message.starts_with("](");
    text += link ? "] " : message.take_front(1).str();
    message = message.drop_front(1);
  }
  return text;
}

void SarifWriter::snippet(llvm::StringRef contents) { message("snippet", contents); }

void SarifWriter::position(const SourceText &source, Stretch stretch) {
  json.attribute("startLine", source.lineOf(stretch.begin));
  json.attribute("startColumn", source.utf16Column(stretch.begin));
  json.attribute("endLine", source.lineOf(stretch.end));
  json.attribute("endColumn", source.utf16Column(stretch.end));
  size_t offset = source.utf16Offset(stretch.begin);
  json.attribute("charOffset", offset);
  json.attribute("charLength", source.utf16Offset(stretch.end) - offset);
}

void SarifWriter::region(const SourceRange &range) {
  if (!range.valid())
    return;
  const SourceText *source = sources.file(range.file);
  std::optional<Stretch> stretch = source ? source->stretch(range) : std::nullopt;
  json.attributeObject("region", [&] {
    if (!stretch) {
      json.attribute("startLine", range.line);
      return;
    }
    position(*source, *stretch);
    snippet(source->slice(*stretch));
  });
}

void SarifWriter::contextRegion(const SourceText &source, const SourceRange &range, Stretch inner) {
  unsigned first = range.line > ContextLines ? range.line - ContextLines : 1;
  unsigned last = std::min(range.endLine + ContextLines, source.lineCount());
  Stretch outer{*source.offset(first, 1), *source.offset(last, 1) + source.line(last).size()};
  bool contains = outer.begin <= inner.begin && inner.end <= outer.end;
  bool isLarger = outer.end - outer.begin > inner.end - inner.begin;
  if (!contains || !isLarger)
    return;
  json.attributeObject("contextRegion", [&] {
    position(source, outer);
    snippet(source.slice(outer));
  });
}

void SarifWriter::physicalLocation(const SourceRange &range, Context context) {
  json.attributeObject("physicalLocation", [&] {
    artifactLocation(range.file);
    region(range);
    const SourceText *source = sources.file(range.file);
    if (context == Context::Without || !source)
      return;
    if (std::optional<Stretch> stretch = source->stretch(range))
      contextRegion(*source, range, *stretch);
  });
}

// The part behind the last "::" that stands outside of template arguments and parameters.
static llvm::StringRef unqualified(llvm::StringRef function) {
  size_t end = std::min(function.find_first_of("<("), function.size());
  size_t colons = function.take_front(end).rfind("::");
  return colons == llvm::StringRef::npos ? function : function.drop_front(colons + 2);
}

void SarifWriter::primaryLocation(const SarifResult &result) {
  const Finding &finding = *result.finding;
  json.attributeArray("locations", [&] {
    json.object([&] {
      physicalLocation(result.place, Context::With);
      if (finding.function.empty())
        return;
      json.attributeArray("logicalLocations", [&] {
        json.object([&] {
          text("name", unqualified(finding.function));
          text("fullyQualifiedName", finding.function);
          json.attribute("kind", "function");
        });
      });
    });
  });
}

void SarifWriter::codeFlow(const std::vector<const Step *> &steps) {
  if (steps.empty())
    return;
  auto step = [&](const Step *each) {
    json.object([&] {
      json.attributeObject("location", [&] {
        if (!each->range.file.empty())
          physicalLocation(each->range, Context::Without);
        message("message", literal(each->message));
      });
      json.attribute("nestingLevel", each->nesting);
      json.attribute("importance", each->essential ? "essential" : "important");
    });
  };
  json.attributeArray("codeFlows", [&] {
    json.object([&] {
      json.attributeArray("threadFlows",
                          [&] { json.object([&] { array("locations", steps, step); }); });
    });
  });
}

void SarifWriter::relatedLocations(const SarifResult &result) {
  if (result.related.empty() && result.alike.empty())
    return;
  unsigned id = 0;
  auto location = [&](const SourceRange &range, const std::string &words) {
    json.object([&] {
      json.attribute("id", ++id);
      if (!range.file.empty())
        physicalLocation(range, Context::Without);
      message("message", literal(words));
    });
  };
  json.attributeArray("relatedLocations", [&] {
    for (const Step *each : result.related)
      location(each->range, each->message);
    for (const Finding *each : result.alike)
      location(each->primary,
               "the same" + (each->function.empty() ? "" : " in '" + each->function + "'"));
  });
}

// `fix` must apply to the sources as they are.
void SarifWriter::fix(const Fix &fix) {
  FixedFiles fixed = applyFixes({&fix}, sources);
  json.object([&] {
    message("description", literal(fix.description));
    array("artifactChanges", fixed.edits, [&](const auto &entry) {
      const auto &[path, edits] = entry;
      const SourceText &source = *sources.file(path);
      json.object([&] {
        artifactLocation(path);
        array("replacements", edits, [&](const Edit &edit) {
          json.object([&] {
            json.attributeObject("deletedRegion", [&] { position(source, edit.range); });
            message("insertedContent", edit.text);
          });
        });
      });
    });
  });
}

void SarifWriter::fixes(const std::vector<Fix> &fixes) {
  std::vector<const Fix *> usable;
  for (const Fix &fix : fixes)
    if (!applyFixes({&fix}, sources).applied.empty())
      usable.push_back(&fix);
  if (!usable.empty())
    array("fixes", usable, [&](const Fix *each) { fix(*each); });
}

// Either every result says whether it is suppressed, or none does: an empty list means that it is
// not.
void SarifWriter::suppressions(const SarifResult &result) {
  if (report.suppressed.empty() || use == SarifUse::CodeScanning)
    return;
  json.attributeArray("suppressions", [&] {
    if (!result.suppression)
      return;
    json.object([&] {
      json.attribute("kind", "inSource");
      json.attribute("status", "accepted");
      if (!result.suppression->justification.empty())
        text("justification", result.suppression->justification);
      if (const SourceRange &comment = result.suppression->comment; comment.valid())
        json.attributeObject("location", [&] { physicalLocation(comment, Context::Without); });
    });
  });
}

void SarifWriter::resultProperties(const SarifResult &result) {
  const Finding &finding = *result.finding;
  json.attributeObject("properties", [&] {
    text("key", finding.key);
    if (result.text != finding.message)
      text("message", finding.message);
    if (!finding.suggestion.empty())
      text("suggestion", finding.suggestion);
    if (!finding.roots.empty())
      array("roots", finding.roots, [&](const std::string &root) {
        json.value(llvm::json::isUTF8(root) ? root : llvm::json::fixUTF8(root));
      });
  });
}

// A result that stands for several is new when one of them is.
void SarifWriter::baselineState(const SarifResult &result) {
  if (!report.comparison || result.suppression)
    return;
  auto isKnown = [&](const Finding *finding) { return report.comparison->known.contains(finding); };
  bool known = isKnown(result.finding) && std::all_of(result.alike.begin(), result.alike.end(), isKnown);
  json.attribute("baselineState", known ? "unchanged" : "new");
}

void SarifWriter::gone(const GoneResult &result) {
  json.object([&] {
    text("ruleId", result.check);
    if (auto rule = plan.ruleIndex.find(result.check); rule != plan.ruleIndex.end())
      json.attribute("ruleIndex", rule->second);
    json.attribute("level", name(result.level));
    json.attribute("baselineState", "absent");
    message("message", result.message);
    json.attributeArray("locations", [&] {
      json.object([&] {
        json.attributeObject("physicalLocation", [&] {
          json.attributeObject("artifactLocation", [&] {
            text("uri", result.uri);
            if (llvm::StringRef(result.uri).find("://") == llvm::StringRef::npos)
              json.attribute("uriBaseId", RootId);
          });
          if (result.line)
            json.attributeObject("region", [&] { json.attribute("startLine", result.line); });
        });
      });
    });
    json.attributeObject("partialFingerprints", [&] {
      json.attribute("scalelint/v1", result.names.exact);
      json.attribute("scalelint/anyFunction/v1", result.names.anyFunction);
    });
    if (!report.suppressed.empty())
      json.attributeArray("suppressions", [] {});
  });
}

void SarifWriter::result(const SarifResult &result) {
  const Finding &finding = *result.finding;
  json.object([&] {
    text("ruleId", finding.check);
    auto rule = plan.ruleIndex.find(finding.check);
    if (rule != plan.ruleIndex.end())
      json.attribute("ruleIndex", rule->second);
    json.attribute("level", name(finding.level));
    json.attribute("rank", finding.rank);
    baselineState(result);
    if (!result.alike.empty())
      json.attribute("occurrenceCount", 1 + result.alike.size());
    // As text alone: viewers prefer a rule's message string, which would have to show the whole
    // text as one quoted argument.
    message("message", literal(result.text));
    primaryLocation(result);
    codeFlow(result.flow);
    relatedLocations(result);
    json.attributeObject("partialFingerprints", [&] {
      json.attribute("scalelint/v1", result.names.exact);
      json.attribute("scalelint/anyFunction/v1", result.names.anyFunction);
      if (!result.lineHash.empty())
        json.attribute("primaryLocationLineHash", result.lineHash);
    });
    fixes(finding.fixes);
    suppressions(result);
    resultProperties(result);
  });
}

} // namespace scalelint::report
