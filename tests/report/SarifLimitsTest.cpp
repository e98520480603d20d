// What a log does with more than it may hold, shown with small limits.
#include "Sample.h"
#include "SarifSound.h"

#include "gtest/gtest.h"

#include <map>
#include <set>

using namespace scalelint;
using namespace scalelint::report;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace {

const Object &run(const Object &log) { return *log.getArray("runs")->front().getAsObject(); }
const Array &results(const Object &log) { return *run(log).getArray("results"); }
const Object &result(const Object &log, size_t index) { return *results(log)[index].getAsObject(); }

std::string textOf(const Object &holder) {
  return holder.getObject("message")->getString("text")->str();
}

// The texts of the notifications, by id.
std::map<std::string, std::string> said(const Object &log) {
  std::map<std::string, std::string> texts;
  const Object &invocation = *run(log).getArray("invocations")->front().getAsObject();
  for (const Value &each : *invocation.getArray("toolExecutionNotifications")) {
    const Object &notification = *each.getAsObject();
    texts[notification.getObject("descriptor")->getString("id")->str()] = textOf(notification);
  }
  return texts;
}

std::set<std::string> idsOf(const Object &log) {
  std::set<std::string> ids;
  for (const auto &[id, text] : said(log))
    ids.insert(id);
  return ids;
}

} // namespace

TEST(SarifLimits, KeepTheWorstAndNameTheRest) {
  Report report = sample::report();
  Finding note = sample::queryInLoop();
  note.level = Level::Note;
  note.key = "users";
  note.primary = sample::at(sample::Root + "/src/handlers.cpp", "store.users()");
  report.findings.push_back(note);
  SarifLimits limits;
  limits.results = 2;
  Object log = soundLog(report, sample::sources(), limits);
  ASSERT_EQ(results(log).size(), 2u);
  EXPECT_EQ(result(log, 0).getString("level"), "error");
  EXPECT_EQ(result(log, 1).getString("level"), "warning");
  EXPECT_EQ(said(log)["results-left-out"],
            "the findings of the lowest level and rank are left out, 1 of scale-query-in-loop; the "
            "log holds 2 results");
}

TEST(SarifLimits, FindingsThatAreAlikeStandInOneResult) {
  Report report = sample::report();
  Finding other = sample::queryInLoop();
  other.function = "shop::main";
  other.rank = 10;
  other.primary = sample::at(sample::Root + "/src/handlers.cpp", "server.Get");
  report.findings.push_back(other);
  SarifLimits limits;
  limits.shown = 2;
  Object log = soundLog(report, sample::sources(), limits);
  ASSERT_EQ(results(log).size(), 2u);
  const Object &query = result(log, 0);
  EXPECT_EQ(query.getInteger("rank"), 90);
  EXPECT_EQ(query.getInteger("occurrenceCount"), 2);
  const Array &related = *query.getArray("relatedLocations");
  ASSERT_EQ(related.size(), 2u);
  EXPECT_EQ(textOf(*related[1].getAsObject()), "the same in 'shop::main'");
  EXPECT_TRUE(idsOf(log).count("results-grouped"));
  EXPECT_FALSE(idsOf(log).count("results-left-out"));
}

TEST(SarifLimits, NothingIsGroupedBelowThem) {
  Report report = sample::report();
  report.findings.push_back(report.findings[1]);
  Object log = soundLog(report, sample::sources());
  EXPECT_EQ(results(log).size(), 3u);
  EXPECT_EQ(idsOf(log), std::set<std::string>{"statement-unparsed"});
}

TEST(SarifLimits, OfAPathTheEndsAndWhatIsEssentialStay) {
  Report report = sample::report();
  Finding &finding = report.findings[1];
  Step filler = finding.flow[2], essential = finding.flow[1];
  essential.message = "the loop";
  std::vector<Step> flow = {finding.flow.front()};
  flow.insert(flow.end(), 5, filler);
  flow.push_back(essential);
  flow.insert(flow.end(), 5, filler);
  flow.push_back(finding.flow.back());
  finding.flow = flow;
  SarifLimits limits;
  limits.steps = 4;
  Object log = soundLog(report, sample::sources(), limits);
  const Object &codeFlow = *result(log, 0).getArray("codeFlows")->front().getAsObject();
  const Array &steps =
      *codeFlow.getArray("threadFlows")->front().getAsObject()->getArray("locations");
  auto words = [&](size_t i) { return textOf(*steps[i].getAsObject()->getObject("location")); };
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(words(0), "GET /v1/users/{id}");
  EXPECT_EQ(words(1), "the loop");
  EXPECT_EQ(words(3), "query on 'orders'");
  EXPECT_TRUE(idsOf(log).count("flow-shortened"));
}

TEST(SarifLimits, ALongTextIsWholeAmongTheProperties) {
  Report report = sample::report();
  std::string words = "größe ";
  for (int i = 0; i < 9; ++i)
    words += words;
  report.findings[1].message = words;
  Object log = soundLog(report, sample::sources());
  std::string text = textOf(result(log, 0));
  EXPECT_TRUE(llvm::StringRef(words).starts_with(llvm::StringRef(text).drop_back(3)));
  EXPECT_EQ(toUtf16(text).size(), 2048u);
  EXPECT_EQ(result(log, 0).getObject("properties")->getString("message"), llvm::StringRef(words));
  EXPECT_TRUE(idsOf(log).count("message-shortened"));
}

TEST(SarifLimits, SuppressedFindingsGoFirst) {
  Report report = sample::report();
  report.suppressed.push_back({report.findings[0], "known"});
  report.suppressed.back().finding.key = "other";
  SarifLimits limits;
  limits.results = 2;
  Object log = soundLog(report, sample::sources(), limits);
  ASSERT_EQ(results(log).size(), 2u);
  for (size_t i : {0, 1})
    EXPECT_TRUE(result(log, i).getArray("suppressions")->empty());
}

TEST(SarifLimits, FingerprintsDoNotDependOnThem) {
  Report report = sample::report();
  Finding twin = report.findings[1];
  twin.rank = 10;
  report.findings.push_back(twin);
  SarifLimits limits;
  limits.results = 1;
  Object all = soundLog(report, sample::sources()),
         limited = soundLog(report, sample::sources(), limits);
  auto name = [](const Object &of) {
    return of.getObject("partialFingerprints")->getString("scalelint/v1")->str();
  };
  EXPECT_EQ(name(result(limited, 0)), name(result(all, 2)));
}
