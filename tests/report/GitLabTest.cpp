#include "Sample.h"

#include "driver/report/Fingerprint.h"
#include "driver/report/GitLab.h"

#include "llvm/Support/JSON.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

static llvm::json::Array entries(const Report &report) {
  std::string out;
  llvm::raw_string_ostream os(out);
  writeCodeQuality(os, report, sample::sources());
  llvm::json::Value value = llvm::cantFail(llvm::json::parse(out));
  return *value.getAsArray();
}

TEST(CodeQuality, AnEntryHoldsWhatGitLabReads) {
  Report report = sample::report();
  std::string fingerprint = fingerprints({&report.findings[0]}, sample::sources())[0].exact;
  llvm::json::Array all = entries(report);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1], llvm::json::Value(llvm::json::Object{
                        {"description", report.findings[0].message},
                        {"check_name", "scale-no-timeout"},
                        {"fingerprint", fingerprint},
                        {"severity", "critical"},
                        {"location", llvm::json::Object{{"path", "src/store.cpp"},
                                                        {"lines", llvm::json::Object{{"begin", 8}}}}}}));
  EXPECT_EQ(all[0].getAsObject()->getString("severity"), "major");
}

TEST(CodeQuality, NoFindingsAreAnEmptyList) { EXPECT_TRUE(entries(Report()).empty()); }

TEST(CodeQuality, TwinsHaveFingerprintsOfTheirOwn) {
  Report report = sample::report();
  report.findings.push_back(report.findings[0]);
  std::set<std::string> seen;
  for (const llvm::json::Value &each : entries(report))
    seen.insert(each.getAsObject()->getString("fingerprint")->str());
  EXPECT_EQ(seen.size(), 3u);
}

TEST(CodeQuality, OnlyWhatIsNewIsListed) {
  Report report = sample::report();
  report.comparison = Comparison{{&report.findings[0]}, {}};
  ASSERT_EQ(entries(report).size(), 1u);
  EXPECT_EQ(entries(report)[0].getAsObject()->getString("check_name"), "scale-query-in-loop");
}

TEST(CodeQuality, PathsAreRelativeToTheTopOfTheRepository) {
  Report report = sample::report();
  report.revision->top = "/srv";
  EXPECT_EQ(entries(report)[0].getAsObject()->getObject("location")->getString("path"), "shop/src/handlers.cpp");
}

TEST(CodeQuality, AFindingOfTheWholeProgramStandsSomewhere) {
  Report report;
  report.root = "/srv/shop";
  report.findings.emplace_back().check = "scale-x";
  const llvm::json::Value entry = entries(report)[0];
  const llvm::json::Object &location = *entry.getAsObject()->getObject("location");
  EXPECT_EQ(location.getString("path"), ".");
  EXPECT_EQ(location.getObject("lines")->getInteger("begin"), 1);
}

TEST(CodeQuality, NamesAreText) {
  Report report = sample::report();
  report.findings[0].message = "\"\\\n\x01\xff";
  EXPECT_EQ(entries(report)[1].getAsObject()->getString("description"), "\"\\\n\x01\xEF\xBF\xBD");
}
