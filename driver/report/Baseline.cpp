// Comparison with an earlier log.
#include "driver/report/Baseline.h"

#include "driver/report/SarifPlan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

namespace scalelint::report {
namespace {

using llvm::json::Object;

llvm::Error unfit(llvm::StringRef file, const llvm::Twine &why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "baseline '" + file + "' " + why);
}

Level levelOf(llvm::StringRef word) {
  return word == "note" ? Level::Note : word == "error" ? Level::Error : Level::Warning;
}

// Does the result speak of code that was found to be so, and that nobody had silenced?
bool counts(const Object &result) {
  if (result.getString("baselineState") == llvm::StringRef("absent"))
    return false;
  const llvm::json::Array *suppressions = result.getArray("suppressions");
  return !suppressions || suppressions->empty();
}

GoneResult readResult(const Object &result, const Object &prints) {
  GoneResult read;
  read.check = result.getString("ruleId").value_or("").str();
  read.level = levelOf(result.getString("level").value_or(""));
  read.names.exact = prints.getString("scalelint/v1").value_or("").str();
  read.names.anyFunction = prints.getString("scalelint/anyFunction/v1").value_or("").str();
  if (const Object *message = result.getObject("message"))
    read.message = message->getString("text").value_or("").str();
  const llvm::json::Array *locations = result.getArray("locations");
  const Object *location = locations && !locations->empty() ? locations->front().getAsObject() : nullptr;
  const Object *place = location ? location->getObject("physicalLocation") : nullptr;
  if (!place)
    return read;
  if (const Object *artifact = place->getObject("artifactLocation"))
    read.uri = artifact->getString("uri").value_or("").str();
  if (const Object *region = place->getObject("region"))
    read.line = region->getInteger("startLine").value_or(0);
  return read;
}

llvm::Expected<std::vector<GoneResult>> readLog(llvm::StringRef text, llvm::StringRef file) {
  auto log = llvm::json::parse(text);
  if (!log)
    return unfit(file, "is no JSON: " + llvm::toString(log.takeError()));
  const Object *root = log->getAsObject();
  const llvm::json::Array *runs = root ? root->getArray("runs") : nullptr;
  if (!runs || !root->getString("version"))
    return unfit(file, "is no SARIF log");
  std::vector<GoneResult> results;
  for (const llvm::json::Value &each : *runs) {
    const Object *run = each.getAsObject();
    const Object *tool = run ? run->getObject("tool") : nullptr;
    const Object *driver = tool ? tool->getObject("driver") : nullptr;
    llvm::StringRef name = driver ? driver->getString("name").value_or("") : "";
    if (name != "scalelint")
      return unfit(file, "was written by '" + name + "', not by scalelint");
    const llvm::json::Array *written = run->getArray("results");
    if (!written)
      return unfit(file, "has no results");
    for (const llvm::json::Value &value : *written) {
      const Object *result = value.getAsObject();
      const Object *prints = result ? result->getObject("partialFingerprints") : nullptr;
      if (!prints || !prints->getString("scalelint/v1"))
        return unfit(file, "has a result without a name (partialFingerprints); write it anew");
      if (counts(*result))
        results.push_back(readResult(*result, *prints));
    }
  }
  return results;
}

} // namespace

llvm::Expected<Comparison> compare(const Report &report, const SourceProvider &sources, llvm::StringRef log,
                                   llvm::StringRef file) {
  auto earlier = readLog(log, file);
  if (!earlier)
    return earlier.takeError();
  if (report.checks) // a check that did not run says nothing of what it found before
    llvm::erase_if(*earlier, [&](const GoneResult &result) {
      return llvm::none_of(*report.checks, [&](const Check *check) { return result.check == check->id; });
    });
  Comparison comparison;
  std::map<const Finding *, Names> names = namesOf(report, sources);
  // The exact names first, so that a renamed function takes no other's result.
  for (std::string Names::*kind : {&Names::exact, &Names::anyFunction}) {
    std::multimap<std::pair<std::string, std::string>, size_t> open;
    for (size_t i = 0; i < earlier->size(); ++i)
      open.insert({{(*earlier)[i].check, (*earlier)[i].names.*kind}, i});
    std::vector<size_t> met;
    for (const Finding *finding : newInOrder(report)) {
      auto it = comparison.known.contains(finding) ? open.end() : open.find({finding->check, names.at(finding).*kind});
      if (it == open.end())
        continue;
      comparison.known.insert(finding);
      met.push_back(it->second);
      open.erase(it);
    }
    llvm::sort(met, std::greater());
    for (size_t index : met)
      earlier->erase(earlier->begin() + index);
  }
  comparison.gone = std::move(*earlier);
  return comparison;
}

} // namespace scalelint::report
