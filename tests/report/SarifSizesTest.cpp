// Made-up reports of such a size that the sites that show logs would refuse or cut them. A program
// of its own: it takes some seconds.
#include "Sample.h"
#include "driver/report/Sarif.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <map>
#include <random>
#include <set>

using namespace scalelint;
using namespace scalelint::report;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace {

// A log of which only a few numbers are looked at: real sizes take too long for `soundLog`.
struct Large {
  std::string text;
  Value parsed = nullptr;
  const Object &log() const { return *parsed.getAsObject(); }
};

Large write(const Report &report) {
  Large large;
  llvm::raw_string_ostream os(large.text);
  writeSarif(os, report, sample::sources());
  large.parsed = llvm::cantFail(llvm::json::parse(large.text));
  return large;
}

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

size_t placesIn(const Object &result) {
  const Array *related = result.getArray("relatedLocations");
  return result.getArray("locations")->size() + (related ? related->size() : 0);
}

Report emptyReport() {
  Report report = sample::report();
  report.findings.clear();
  report.notifications.clear();
  return report;
}

// In a file that can't be read, so that each takes little room.
Finding madeUp(unsigned number) {
  Finding finding;
  finding.check = sample::QueryInLoop.id;
  finding.message = "query runs once per turn";
  finding.primary = {sample::Root + "/src/generated.cpp", number + 1, 1, number + 1, 9};
  finding.function = "generated" + std::to_string(number);
  finding.key = "table" + std::to_string(number);
  finding.rank = 10 + number % 50;
  return finding;
}

} // namespace

TEST(SarifSizes, OfThirtyThousandResultsTheWorstStay) {
  Report report = emptyReport();
  for (unsigned i = 0; i < 30000; ++i)
    report.findings.push_back(madeUp(i));
  report.findings.back().level = Level::Error;
  Large large = write(report);
  ASSERT_EQ(results(large.log()).size(), 25000u);
  EXPECT_EQ(result(large.log(), 0).getString("level"), "error");
  EXPECT_EQ(result(large.log(), 1).getInteger("rank"), 59);
  EXPECT_GE(*result(large.log(), 24999).getInteger("rank"), 10 + 5000 / 600 - 1);
  EXPECT_EQ(said(large.log())["results-left-out"],
            "the findings of the lowest level and rank are left out, 5000 of "
            "scale-query-in-loop; the log holds 25000 results");
  EXPECT_EQ(said(large.log())["results-behind"],
            "20000 results of the lowest level and rank stand behind the 5000 that sites show");
}

TEST(SarifSizes, OfThirtyThousandThatAreAlikeNoneIsLost) {
  Report report = emptyReport();
  for (unsigned i = 0; i < 30000; ++i) {
    report.findings.push_back(madeUp(i));
    report.findings.back().key = "table" + std::to_string(i % 7);
  }
  Large large = write(report);
  EXPECT_LE(results(large.log()).size(), 5000u);
  size_t places = 0;
  for (const Value &each : results(large.log())) {
    EXPECT_LE(placesIn(*each.getAsObject()), 1000u);
    places += placesIn(*each.getAsObject());
  }
  EXPECT_EQ(places, 30000u);
  EXPECT_TRUE(idsOf(large.log()).count("results-grouped"));
  EXPECT_FALSE(idsOf(large.log()).count("results-left-out"));
}

TEST(SarifSizes, AResultHasAThousandPlacesAtMost) {
  Report report = sample::report();
  Step step = report.findings[1].related.front();
  report.findings[1].related.assign(2000, step);
  step.essential = true;
  step.message = "the index";
  report.findings[1].related.push_back(step);
  Large large = write(report);
  const Object &query = result(large.log(), 0);
  EXPECT_EQ(placesIn(query), 1000u);
  EXPECT_EQ(textOf(*query.getArray("relatedLocations")->back().getAsObject()), "the index");
  EXPECT_TRUE(idsOf(large.log()).count("locations-left-out"));
}

TEST(SarifSizes, ALogHasTenMegabytesCompressedAtMost) {
  ASSERT_TRUE(llvm::compression::zlib::isAvailable());
  Report report = emptyReport();
  std::mt19937_64 random(1); // what can't be compressed
  for (unsigned i = 0; i < 24000; ++i) {
    Finding finding = madeUp(i);
    for (int word = 0; word < 60; ++word)
      finding.message += " " + llvm::utohexstr(random());
    report.findings.push_back(finding);
  }
  Large large = write(report);
  llvm::SmallVector<uint8_t, 0> bytes;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(large.text), bytes);
  EXPECT_LE(bytes.size(), 10'000'000u);
  EXPECT_GT(bytes.size(), 8'000'000u) << "much is left out without need";
  size_t held = results(large.log()).size();
  EXPECT_NE(said(large.log())["results-left-out"].find(std::to_string(24000 - held) +
                                                       " of scale-query-in-loop"),
            std::string::npos)
      << said(large.log())["results-left-out"];
  EXPECT_TRUE(idsOf(large.log()).count("log-large"));
}
