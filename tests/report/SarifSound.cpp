#include "SarifSound.h"
#include "tests/support/KeptLogs.h"

#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <set>

namespace scalelint::report {

using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace {

class Soundness {
public:
  Soundness(const Object &run, const SourceProvider &sources, const Report &report)
      : run(run), sources(sources), report(report) {}
  void check();

private:
  void rules();
  void result(const Object &);
  void location(const Object &);
  void region(const SourceText *, const Object &);
  void walk(const Value &);
  std::string path(const Object &artifactLocation) const;

  const Object &run;
  const SourceProvider &sources;
  const Report &report;
  const Array *artifacts = nullptr;
  const Array *ruleList = nullptr;
};

} // namespace

static std::string decoded(StringRef uri) {
  std::string text;
  for (size_t i = 0; i < uri.size(); ++i) {
    unsigned byte = 0;
    if (uri[i] == '%' && !uri.substr(i + 1, 2).getAsInteger(16, byte)) {
      text += char(byte);
      i += 2;
      continue;
    }
    text += uri[i];
  }
  return text;
}

std::string Soundness::path(const Object &artifactLocation) const {
  StringRef uri = *artifactLocation.getString("uri");
  if (!artifactLocation.get("uriBaseId"))
    return decoded(uri.drop_front(StringRef("file://").size()));
  StringRef root = *run.getObject("originalUriBaseIds")->getObject("SRCROOT")->getString("uri");
  EXPECT_TRUE(root.ends_with("/"));
  return decoded(root.drop_front(StringRef("file://").size())) + decoded(uri);
}

// The region as offsets of UTF-16 units, from its lines and columns; expects the offsets it states
// to agree and the snippet to be that text.
void Soundness::region(const SourceText *source, const Object &region) {
  int64_t line = *region.getInteger("startLine");
  if (!region.get("startColumn"))
    return;
  ASSERT_TRUE(source);
  std::u16string units = toUtf16(source->contents());
  if (!units.empty() && units[0] == u'\uFEFF')
    units.erase(0, 1);
  auto offsetOf = [&](int64_t toLine, int64_t column) {
    size_t at = 0;
    for (int64_t i = 1; i < toLine; ++i) {
      at = units.find_first_of(u"\r\n", at);
      EXPECT_NE(at, std::u16string::npos) << "a region begins behind the last line";
      at += units.substr(at, 2) == u"\r\n" ? 2 : 1;
    }
    return at + column - 1;
  };
  size_t begin = offsetOf(line, *region.getInteger("startColumn"));
  size_t end = offsetOf(*region.getInteger("endLine"), *region.getInteger("endColumn"));
  EXPECT_LE(begin, end);
  EXPECT_LE(end, units.size());
  EXPECT_EQ(int64_t(begin), *region.getInteger("charOffset"));
  EXPECT_EQ(int64_t(end - begin), *region.getInteger("charLength"));
  if (const Object *snippet = region.getObject("snippet")) {
    EXPECT_EQ(toUtf16(*snippet->getString("text")), units.substr(begin, end - begin));
  }
}

void Soundness::location(const Object &physical) {
  const Object &where = *physical.getObject("artifactLocation");
  std::string file = path(where);
  const Object &artifact = *(*artifacts)[*where.getInteger("index")].getAsObject();
  EXPECT_EQ(path(*artifact.getObject("location")), file);
  const SourceText *source = sources.file(file);
  EXPECT_EQ(source != nullptr, artifact.getObject("hashes") != nullptr);
  const Object *inner = physical.getObject("region");
  if (inner)
    region(source, *inner);
  if (const Object *outer = physical.getObject("contextRegion")) {
    region(source, *outer);
    auto begin = [](const Object &r) { return *r.getInteger("charOffset"); };
    auto end = [&](const Object &r) { return begin(r) + *r.getInteger("charLength"); };
    EXPECT_LE(begin(*outer), begin(*inner));
    EXPECT_GE(end(*outer), end(*inner));
    EXPECT_GT(end(*outer) - begin(*outer), end(*inner) - begin(*inner));
  }
}

// Every location and fix, wherever it stands; every message free of what would read as a link.
void Soundness::walk(const Value &value) {
  if (const Array *array = value.getAsArray())
    for (const Value &item : *array)
      walk(item);
  const Object *object = value.getAsObject();
  if (!object)
    return;
  if (const Object *physical = object->getObject("physicalLocation"))
    location(*physical);
  if (const Array *replacements = object->getArray("replacements"))
    for (const Value &each : *replacements)
      region(sources.file(path(*object->getObject("artifactLocation"))),
             *each.getAsObject()->getObject("deletedRegion"));
  if (const Object *message = object->getObject("message")) {
    EXPECT_FALSE(message->getString("text")->contains("]("));
  }
  for (const auto &entry : *object)
    walk(entry.second);
}

void Soundness::rules() {
  std::set<std::string> ids;
  const Array *taxonomies = run.getArray("taxonomies");
  for (const Value &value : *ruleList) {
    const Object &rule = *value.getAsObject();
    EXPECT_TRUE(ids.insert(rule.getString("id")->str()).second) << "a rule stands there twice";
    EXPECT_TRUE(rule.getString("helpUri"));
    const Array *relationships = rule.getArray("relationships");
    for (size_t i = 0; relationships && i < relationships->size(); ++i) {
      const Object &target = *(*relationships)[i].getAsObject()->getObject("target");
      const Object &component = *target.getObject("toolComponent");
      const Object &taxonomy = *(*taxonomies)[*component.getInteger("index")].getAsObject();
      EXPECT_EQ(taxonomy.getString("name"), component.getString("name"));
      const Object &taxon =
          *(*taxonomy.getArray("taxa"))[*target.getInteger("index")].getAsObject();
      EXPECT_EQ(taxon.getString("id"), target.getString("id"));
      EXPECT_TRUE(taxon.getObject("shortDescription"));
    }
  }
}

void Soundness::result(const Object &result) {
  const Object &rule = *(*ruleList)[*result.getInteger("ruleIndex")].getAsObject();
  EXPECT_EQ(rule.getString("id"), result.getString("ruleId"));
  const Object &prints = *result.getObject("partialFingerprints");
  EXPECT_TRUE(prints.getString("scalelint/v1"));
  EXPECT_EQ(report.suppressed.empty(), result.getArray("suppressions") == nullptr);
}

void Soundness::check() {
  artifacts = run.getArray("artifacts");
  const Object &driver = *run.getObject("tool")->getObject("driver");
  ruleList = driver.getArray("rules");
  rules();
  std::set<std::string> fingerprints;
  for (const Value &each : *run.getArray("results")) {
    result(*each.getAsObject());
    const Object &prints = *each.getAsObject()->getObject("partialFingerprints");
    EXPECT_TRUE(fingerprints.insert(prints.getString("scalelint/v1")->str()).second);
  }
  const Object &invocation = *run.getArray("invocations")->front().getAsObject();
  EXPECT_TRUE(invocation.getBoolean("executionSuccessful"));
  for (const Value &each : *invocation.getArray("toolExecutionNotifications")) {
    const Object &descriptor = *each.getAsObject()->getObject("descriptor");
    const Object &target =
        *(*driver.getArray("notifications"))[*descriptor.getInteger("index")].getAsObject();
    EXPECT_EQ(target.getString("id"), descriptor.getString("id"));
  }
  for (const auto &entry : run)
    if (entry.first != "tool")
      walk(entry.second);
}

Object soundLog(const Report &report, const SourceProvider &sources, const SarifLimits &limits) {
  std::string text;
  llvm::raw_string_ostream os(text);
  writeSarif(os, report, sources, limits);
  static unsigned number = 0;
  const testing::TestInfo *test = testing::UnitTest::GetInstance()->current_test_info();
  test::keepLog("report", std::string(test->name()) + "." + std::to_string(++number), text);
  Object log = *llvm::cantFail(llvm::json::parse(text)).getAsObject();
  EXPECT_EQ(log.getString("version"), "2.1.0");
  EXPECT_TRUE(log.getString("$schema"));
  Soundness(*log.getArray("runs")->front().getAsObject(), sources, report).check();
  return log;
}

} // namespace scalelint::report
