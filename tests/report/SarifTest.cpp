#include "Sample.h"
#include "SarifSound.h"

#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;
using llvm::json::Array;
using llvm::json::Object;

static const Object &run(const Object &log) { return *log.getArray("runs")->front().getAsObject(); }

static const Object &result(const Object &log, size_t index) {
  return *(*run(log).getArray("results"))[index].getAsObject();
}

static const Object &first(const Array *array) { return *array->front().getAsObject(); }

static const Object &invocation(const Object &log) {
  return first(run(log).getArray("invocations"));
}

static std::string messageOf(const Object &object) {
  return object.getObject("message")->getString("text")->str();
}

static std::string sarif(const Report &report) {
  std::string text;
  llvm::raw_string_ostream os(text);
  writeSarif(os, report, sample::sources());
  return text;
}

TEST(Sarif, ResultHoldsWhatTheFindingKnows) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &query = result(log, 0);
  EXPECT_EQ(query.getString("ruleId"), "scale-query-in-loop");
  EXPECT_EQ(query.getString("level"), "warning");
  EXPECT_EQ(query.getInteger("rank"), 90);
  EXPECT_EQ(messageOf(query), sample::queryInLoop().message);
  const Object &properties = *query.getObject("properties");
  EXPECT_EQ(properties.getString("key"), "orders");
  EXPECT_EQ(properties.getArray("roots")->size(), 3u);
  EXPECT_TRUE(properties.getString("suggestion")->contains("ANY($1)"));
  EXPECT_EQ(messageOf(first(query.getArray("relatedLocations"))), "table 'orders' is created here");
}

TEST(Sarif, LocationNamesFileRegionAndFunction) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &location = first(result(log, 0).getArray("locations"));
  const Object &physical = *location.getObject("physicalLocation");
  EXPECT_EQ(physical.getObject("artifactLocation")->getString("uri"), "src/handlers.cpp");
  EXPECT_EQ(physical.getObject("artifactLocation")->getString("uriBaseId"), "SRCROOT");
  const Object &region = *physical.getObject("region");
  EXPECT_EQ(region.getInteger("startLine"), 6);
  EXPECT_EQ(region.getInteger("startColumn"), 18);
  EXPECT_EQ(region.getObject("snippet")->getString("text"), "store.ordersOf(user.id)");
  EXPECT_EQ(physical.getObject("contextRegion")->getInteger("startLine"), 4);
  const Object &function = first(location.getArray("logicalLocations"));
  EXPECT_EQ(function.getString("name"), "listTotals");
  EXPECT_EQ(function.getString("fullyQualifiedName"), "shop::listTotals");
}

TEST(Sarif, PathIsACodeFlow) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &flow = first(result(log, 0).getArray("codeFlows"));
  const Array &steps = *first(flow.getArray("threadFlows")).getArray("locations");
  ASSERT_EQ(steps.size(), 4u);
  const Object &loop = *steps[1].getAsObject();
  EXPECT_EQ(messageOf(*loop.getObject("location")), "loop over 'users'");
  EXPECT_EQ(loop.getInteger("nestingLevel"), 1);
  EXPECT_EQ(loop.getString("importance"), "essential");
  EXPECT_EQ(steps[0].getAsObject()->getString("importance"), "important");
}

TEST(Sarif, FixStatesBothKindsOfRegion) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &fix = first(result(log, 1).getArray("fixes"));
  const Object &change = first(fix.getArray("artifactChanges"));
  const Object &replacement = first(change.getArray("replacements"));
  const Object &region = *replacement.getObject("deletedRegion");
  EXPECT_EQ(region.getInteger("startLine"), 9);
  EXPECT_EQ(region.getInteger("endColumn"), 1);
  EXPECT_EQ(region.getInteger("charLength"), 0);
  EXPECT_TRUE(
      replacement.getObject("insertedContent")->getString("text")->contains("CURLOPT_TIMEOUT"));
}

TEST(Sarif, AFixThatDoesNotFitIsLeftOut) {
  Report report = sample::report();
  report.findings[0].fixes[0].replacements[0].range.endColumn = 400;
  Object log = soundLog(report, sample::sources());
  EXPECT_FALSE(result(log, 1).getArray("fixes"));
}

TEST(Sarif, RuleComesFromTheCheck) {
  Object log = soundLog(sample::report(), sample::sources());
  const Array &rules = *run(log).getObject("tool")->getObject("driver")->getArray("rules");
  const Object &query = *rules[0].getAsObject();
  EXPECT_EQ(query.getString("name"), "QueryInLoop");
  EXPECT_EQ(query.getObject("shortDescription")->getString("text"),
            "Query runs once per turn of a loop.");
  EXPECT_EQ(query.getObject("fullDescription")->getString("text"),
            "A query that runs once per turn of a loop over `rows`, also through callees "
            "(https://example.org/callees).");
  EXPECT_TRUE(query.getObject("help")->getString("markdown")->contains("```cpp bad"));
  EXPECT_FALSE(query.getObject("help")->getString("text")->contains("```"));
  EXPECT_EQ(query.getString("helpUri"),
            "https://example.org/scalelint/docs/checks/scale-query-in-loop.md");
  EXPECT_EQ(query.getObject("properties")->getString("precision"), "very-high");
  EXPECT_EQ(query.getObject("properties")->getString("problem.severity"), "warning");
  EXPECT_FALSE(query.getObject("properties")->get("security-severity"));
  const Object &cache = *rules[2].getAsObject();
  EXPECT_EQ(cache.getObject("defaultConfiguration")->getBoolean("enabled"), false);
  EXPECT_EQ(cache.getObject("properties")->getString("problem.severity"), "recommendation");
}

TEST(Sarif, OnlyWeaknessesInUseAreListed) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &taxonomy = first(run(log).getArray("taxonomies"));
  ASSERT_EQ(taxonomy.getArray("taxa")->size(), 3u);
  const Object &loop = first(taxonomy.getArray("taxa"));
  EXPECT_EQ(loop.getString("id"), "CWE-1050");
  EXPECT_EQ(loop.getObject("shortDescription")->getString("text"),
            "Excessive Platform Resource Consumption within a Loop.");
}

TEST(Sarif, NotificationsSayWhatWasLeftOut) {
  Report report = sample::report();
  report.successful = false;
  report.exitCode = 3;
  Object log = soundLog(report, sample::sources());
  EXPECT_EQ(invocation(log).getBoolean("executionSuccessful"), false);
  EXPECT_EQ(invocation(log).getInteger("exitCode"), 3);
  const Object &unparsed = first(invocation(log).getArray("toolExecutionNotifications"));
  EXPECT_EQ(unparsed.getObject("descriptor")->getString("id"), "statement-unparsed");
  EXPECT_EQ(unparsed.getString("level"), "warning");
  EXPECT_EQ(unparsed.getArray("locations")->size(), 1u);
}

TEST(Sarif, RevisionAndCategoryComeFromTheCaller) {
  Object log = soundLog(sample::report(), sample::sources());
  const Object &revision = first(run(log).getArray("versionControlProvenance"));
  EXPECT_EQ(revision.getString("branch"), "main");
  EXPECT_EQ(revision.getObject("mappedTo")->getString("uriBaseId"), "SRCROOT");
  EXPECT_EQ(run(log).getObject("automationDetails")->getString("id"), "shop/default/");
}

TEST(Sarif, ArtifactsHaveRolesHashesAndEncodedNames) {
  Object log = soundLog(sample::report(), sample::sources());
  const Array &artifacts = *run(log).getArray("artifacts");
  ASSERT_EQ(artifacts.size(), 3u);
  const Object &schema = *artifacts[0].getAsObject();
  EXPECT_EQ(schema.getObject("location")->getString("uri"), "db/schema%201.sql");
  EXPECT_EQ(schema.getObject("hashes")->getString("sha-256")->size(), 64u);
  EXPECT_EQ(artifacts[1].getAsObject()->getArray("roles")->size(), 2u);
}

TEST(Sarif, SuppressedFindingsAreMarked) {
  Report report = sample::report();
  SourceRange comment = sample::at(report.findings[1].primary.file, "user");
  report.suppressed.push_back({report.findings[1], "the list has three entries", comment});
  report.findings.pop_back();
  Object log = soundLog(report, sample::sources());
  const Object &suppression = first(result(log, 0).getArray("suppressions"));
  EXPECT_EQ(suppression.getString("kind"), "inSource");
  EXPECT_EQ(suppression.getString("status"), "accepted");
  EXPECT_EQ(suppression.getString("justification"), "the list has three entries");
  const Object &place = *suppression.getObject("location")->getObject("physicalLocation");
  EXPECT_EQ(place.getObject("region")->getInteger("startLine"), comment.line);
  EXPECT_TRUE(result(log, 1).getArray("suppressions")->empty());
}

TEST(Sarif, ASuppressionWithoutReasonAndPlaceHasNeither) {
  Report report = sample::report();
  report.suppressed.push_back({report.findings[1], ""});
  report.findings.pop_back();
  Object log = soundLog(report, sample::sources());
  const Object &suppression = first(result(log, 0).getArray("suppressions"));
  EXPECT_EQ(suppression.size(), 2u) << "kind and status";
}

TEST(Sarif, TheCommentOfASuppressionMayStandInAFileOfItsOwn) {
  Report report = sample::report();
  SourceRange comment{sample::Root + "/src/only.h", 3, 1, 3, 7};
  report.suppressed.push_back({report.findings[1], "known", comment});
  report.findings.clear();
  Object log = soundLog(report, sample::sources());
  EXPECT_EQ(run(log).getArray("results")->size(), 1u);
}

TEST(Sarif, ForCodeScanningWhatIsSuppressedOrGoneIsLeftOut) {
  Report report = sample::report();
  report.suppressed.push_back({report.findings[1], "known"});
  report.findings.pop_back();
  report.comparison = Comparison{{}, {{sample::NoTimeout.id, "gone", "src/store.cpp", Level::Warning, 3, {"a:1", "b:1"}}}};
  auto results = [&](SarifUse use) {
    std::string text;
    llvm::raw_string_ostream os(text);
    writeSarif(os, report, sample::sources(), {}, use);
    return *run(*llvm::cantFail(llvm::json::parse(text)).getAsObject()).getArray("results");
  };
  EXPECT_EQ(results(SarifUse::Log).size(), 3u);
  Array kept = results(SarifUse::CodeScanning);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_FALSE(kept[0].getAsObject()->get("suppressions"));
  EXPECT_EQ(kept[0].getAsObject()->getString("baselineState"), "new");
}

TEST(Sarif, OrderOfFindingsDoesNotMatter) {
  Report forwards = sample::report(), backwards = sample::report();
  std::swap(backwards.findings[0], backwards.findings[1]);
  EXPECT_EQ(sarif(forwards), sarif(backwards));
}

TEST(Sarif, QuotedCodeIsNeitherPlaceholderNorLink) {
  Report report = sample::report();
  report.findings[1].message = "'handlers[name](request)' reads '{0}' of 'GET /users/{id}'";
  Object log = soundLog(report, sample::sources());
  EXPECT_EQ(messageOf(result(log, 0)),
            "'handlers[name] (request)' reads '{{0}}' of 'GET /users/{id}'");
}

TEST(Sarif, UnreadableSourceKeepsTheLine) {
  Report report = sample::report();
  Finding gone = sample::noTimeout();
  gone.primary = {"/usr/include/a b.h", 7, 3, 7, 9};
  report.findings.push_back(gone);
  Object log = soundLog(report, sample::sources());
  const Object &physical =
      *first(result(log, 2).getArray("locations")).getObject("physicalLocation");
  EXPECT_EQ(physical.getObject("artifactLocation")->getString("uri"),
            "file:///usr/include/a%20b.h");
  EXPECT_FALSE(physical.getObject("artifactLocation")->get("uriBaseId"));
  EXPECT_EQ(physical.getObject("region")->getInteger("startLine"), 7);
  EXPECT_FALSE(physical.getObject("region")->get("startColumn"));
  EXPECT_FALSE(result(log, 2).getObject("partialFingerprints")->get("primaryLocationLineHash"));
}

TEST(Sarif, MalformedSourceAndByteOrderMarkAreCounted) {
  std::string file = sample::Root + "/odd.cpp";
  SourceProvider sources(
      readFromMemory({{file, "\xEF\xBB\xBF\xE2\x82 \xF0\x9D\x84\x9E go();\r\nnext();"}}));
  Report report = sample::report();
  Finding finding = sample::noTimeout();
  finding.fixes.clear();
  finding.primary = {file, 1, 12, 2, 7};
  report.findings = {finding};
  report.notifications.clear();
  Object log = soundLog(report, sources);
  const Object &location = first(result(log, 0).getArray("locations"));
  const Object &region = *location.getObject("physicalLocation")->getObject("region");
  EXPECT_EQ(region.getInteger("startColumn"), 6);
  EXPECT_EQ(region.getInteger("charOffset"), 5);
}

TEST(Sarif, AOneLineFileHasNoRoomForContext) {
  std::string file = sample::Root + "/one.cpp";
  SourceProvider sources(readFromMemory({{file, "go();"}}));
  Report report = sample::report();
  Finding finding = sample::noTimeout();
  finding.fixes.clear();
  finding.primary = {file, 1, 1, 1, 6};
  report.findings = {finding};
  report.notifications.clear();
  Object log = soundLog(report, sources);
  const Object &location = first(result(log, 0).getArray("locations"));
  EXPECT_FALSE(location.getObject("physicalLocation")->getObject("contextRegion"));
}

TEST(Sarif, AFindingOfTheWholeProgramStandsAtTheFolder) {
  Report report = sample::report();
  Finding finding;
  finding.check = sample::NoTimeout.id;
  finding.message = "no route has a limiter";
  report.findings = {finding};
  Object log = soundLog(report, sample::sources());
  const Object &physical =
      *first(result(log, 0).getArray("locations")).getObject("physicalLocation");
  EXPECT_EQ(physical.getObject("artifactLocation")->getString("uri"), "./");
}

TEST(Sarif, AnEmptyReportIsALog) {
  Report report;
  report.checks = &sample::checks();
  report.root = sample::Root;
  report.version = "0.1.0";
  report.homepage = "https://example.org/scalelint";
  report.checkPages = "https://example.org/scalelint/docs/checks/";
  Object log = soundLog(report, sample::sources());
  EXPECT_TRUE(run(log).getArray("results")->empty());
}
