// Reads an earlier SARIF log.
#include "driver/report/BaselineLog.h"

#include "llvm/Support/JSON.h"

namespace scalelint::report {
namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

constexpr unsigned DeepestNesting = 200; // scalelint's own logs have 16 levels

llvm::Error unfit(llvm::StringRef file, const llvm::Twine &why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "baseline '" + file + "' " + why);
}

// LLVM's parser calls itself for every level, so a text of brackets alone would end the program.
bool isTooDeep(llvm::StringRef text) {
  unsigned depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '"')
      quoted = !quoted;
    else if (quoted)
      i += c == '\\';
    else if (c == '[' || c == '{') {
      if (++depth > DeepestNesting)
        return true;
    } else if ((c == ']' || c == '}') && depth)
      --depth;
  }
  return false;
}

const Object *firstObject(const Array *array) {
  return array && !array->empty() ? array->front().getAsObject() : nullptr;
}

llvm::StringRef textIn(const Object *object, llvm::StringRef key) {
  return object ? object->getString(key).value_or("") : "";
}

const Object *objectIn(const Object *object, llvm::StringRef key) { return object ? object->getObject(key) : nullptr; }

Level levelOf(llvm::StringRef word) {
  return word == "note" ? Level::Note : word == "error" ? Level::Error : Level::Warning;
}

// Does the result speak of code that was found to be so, and that nobody had silenced?
bool counts(const Object &result) {
  if (textIn(&result, "baselineState") == "absent")
    return false;
  const Array *suppressions = result.getArray("suppressions");
  return !suppressions || suppressions->empty();
}

EarlierResult readResult(const Object &result, const Object &prints) {
  EarlierResult read;
  read.result.check = textIn(&result, "ruleId").str();
  read.result.level = levelOf(textIn(&result, "level"));
  read.result.names = {textIn(&prints, "scalelint/v1").str(), textIn(&prints, "scalelint/anyFunction/v1").str()};
  read.result.message = textIn(result.getObject("message"), "text").str();
  const Object *place = objectIn(firstObject(result.getArray("locations")), "physicalLocation");
  read.result.uri = textIn(objectIn(place, "artifactLocation"), "uri").str();
  if (const Object *region = objectIn(place, "region"))
    read.result.line = region->getInteger("startLine").value_or(0);
  read.key = textIn(result.getObject("properties"), "key").str();
  read.lineHash = textIn(&prints, "primaryLocationLineHash").str();
  int64_t occurrences = result.getInteger("occurrenceCount").value_or(1);
  read.alike = occurrences > 1 ? occurrences - 1 : 0;
  return read;
}

llvm::Error readRun(const Object *run, llvm::StringRef file, std::vector<EarlierResult> &into) {
  llvm::StringRef name = textIn(objectIn(objectIn(run, "tool"), "driver"), "name");
  if (name != "scalelint")
    return unfit(file, "was written by '" + name + "', not by scalelint");
  const Array *results = run->getArray("results");
  if (!results)
    return unfit(file, "has no results");
  for (const Value &value : *results) {
    const Object *result = value.getAsObject();
    const Object *prints = objectIn(result, "partialFingerprints");
    if (textIn(prints, "scalelint/v1").empty())
      return unfit(file, "has a result without a name (partialFingerprints); write it anew");
    if (counts(*result))
      into.push_back(readResult(*result, *prints));
  }
  return llvm::Error::success();
}

} // namespace

llvm::Expected<std::vector<EarlierResult>> readBaseline(llvm::StringRef text, llvm::StringRef file) {
  if (isTooDeep(text))
    return unfit(file, "is no SARIF log: it is nested too deeply");
  auto log = llvm::json::parse(text);
  if (!log)
    return unfit(file, "is no JSON: " + llvm::toString(log.takeError()));
  const Object *root = log->getAsObject();
  const Array *runs = root ? root->getArray("runs") : nullptr;
  if (!runs || textIn(root, "version").empty())
    return unfit(file, "is no SARIF log");
  if (textIn(root, "version") != "2.1.0")
    return unfit(file, "is SARIF " + textIn(root, "version") + "; 2.1.0 is read");
  if (runs->empty())
    return unfit(file, "has no run");
  std::vector<EarlierResult> results;
  for (const Value &run : *runs)
    if (llvm::Error error = readRun(run.getAsObject(), file, results))
      return error;
  return results;
}

} // namespace scalelint::report
