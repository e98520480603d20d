// Which finding of today is which result of an earlier log.
#include "driver/report/Baseline.h"
#include "driver/report/Sarif.h"
#include "tests/report/Sample.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

namespace scalelint::report {
namespace {

const char *const File = "/srv/shop/src/store.cpp";

// A finding of the code between the marks « and » on a line, in a function.
Finding finding(const std::string &text, const std::string &line, const std::string &function = "shop::load") {
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(text).split(lines, '\n');
  Finding found;
  found.check = "scale-query-in-loop";
  found.function = function;
  found.key = "orders";
  found.message = "query runs in a loop";
  unsigned number = llvm::find_if(lines, [&](llvm::StringRef each) { return each == line; }) - lines.begin() + 1;
  EXPECT_LE(number, lines.size()) << line;
  found.primary = {File, number, 1, number, static_cast<unsigned>(line.find(';') + 1)};
  return found;
}

struct State {
  std::string text;
  std::vector<Finding> findings;

  Report report() const {
    Report report = sample::report();
    report.findings = findings;
    report.suppressed.clear();
    return report;
  }
  SourceProvider sources() const { return SourceProvider(readFromMemory({{File, text}})); }

  std::string log(const SarifLimits &limits = {}) const {
    std::string written;
    llvm::raw_string_ostream os(written);
    writeSarif(os, report(), sources(), limits, SarifUse::Baseline);
    return written;
  }

  // The lines of what is new, and how many are known and gone.
  std::string since(const std::string &log, Coverage coverage = Coverage::Whole) const {
    Report today = report();
    SourceProvider files = sources();
    auto comparison = compare(today, files, log, "old.sarif", coverage);
    if (!comparison)
      return llvm::toString(comparison.takeError());
    std::string text = "new";
    size_t gone = comparison->gone.size(), known = comparison->known.size();
    today.comparison = std::move(*comparison);
    for (const Finding *each : newInOrder(today))
      text += " " + std::to_string(each->primary.line);
    return text + "; " + std::to_string(known) + " known; " + std::to_string(gone) + " gone";
  }
};

State state(const std::string &text, const std::vector<std::pair<std::string, std::string>> &lines) {
  State result{text, {}};
  for (const auto &[line, function] : lines)
    result.findings.push_back(finding(text, line, function));
  return result;
}

} // namespace

TEST(Baseline, OfTwinsTheNewOneIsNewWhereverItStands) {
  State before = state("void load() {\nquery(); // first\n}\n", {{"query(); // first", "load"}});
  State after = state("void load() {\nquery(); // before\nquery(); // first\n}\n",
                      {{"query(); // before", "load"}, {"query(); // first", "load"}});
  EXPECT_EQ(after.since(before.log()), "new 2; 1 known; 0 gone");
}

TEST(Baseline, OfTwinsOneThatWentIsGone) {
  State before = state("query(); // a\nquery(); // b\n", {{"query(); // a", "load"}, {"query(); // b", "load"}});
  State after = state("query(); // b\n", {{"query(); // b", "load"}});
  EXPECT_EQ(after.since(before.log()), "new; 1 known; 1 gone");
}

TEST(Baseline, ARenamedFunctionTakesNoOthersResult) {
  State before = state("query(); // a\nquery(); // b\n", {{"query(); // a", "load"}, {"query(); // b", "store"}});
  State after = state("query(); // c\nquery(); // a\nquery(); // b\n",
                      {{"query(); // c", "added"}, {"query(); // a", "loadAll"}, {"query(); // b", "store"}});
  EXPECT_EQ(after.since(before.log()), "new 1; 2 known; 0 gone");
}

TEST(Baseline, ARunOverAPartKnowsOfNothingThatItIsGone) {
  State before = state("query(); // a\n", {{"query(); // a", "load"}});
  State after = state("\n", {});
  EXPECT_EQ(after.since(before.log()), "new; 0 known; 1 gone");
  EXPECT_EQ(after.since(before.log(), Coverage::Part), "new; 0 known; 0 gone");
}

TEST(Baseline, WhatWasSilencedSinceIsNotGone) {
  State some = state("query(); // a\n", {{"query(); // a", "load"}});
  Report today = some.report();
  today.suppressed.push_back({today.findings.front(), "known"});
  today.findings.clear();
  auto comparison = llvm::cantFail(compare(today, some.sources(), some.log(), "old.sarif", Coverage::Whole));
  EXPECT_TRUE(comparison.gone.empty());
  EXPECT_TRUE(comparison.known.empty());
}

TEST(Baseline, FindingsThatStandInAnothersResultAreKnown) {
  State before = state("query(); // a\nquery(); // b\nquery(); // c\n",
                       {{"query(); // a", "load"}, {"query(); // b", "store"}, {"query(); // c", "drop"}});
  std::string log = before.log({.results = 1, .shown = 1});
  EXPECT_NE(log.find("\"occurrenceCount\": 3"), std::string::npos);
  EXPECT_EQ(before.since(log), "new; 3 known; 0 gone");
  State more = state(before.text + "query(); // d\n", {{"query(); // a", "load"},
                                                      {"query(); // b", "store"},
                                                      {"query(); // c", "drop"},
                                                      {"query(); // d", "load"}});
  EXPECT_EQ(more.since(log), "new 4; 3 known; 0 gone");
}

TEST(Baseline, HoldsNothingOfWhereItWasWritten) {
  State some = state("query(); // a\n", {{"query(); // a", "load"}});
  std::string log = some.log();
  EXPECT_EQ(log.find(sample::Root), std::string::npos);
  EXPECT_EQ(log.find("file://"), std::string::npos);
  EXPECT_EQ(log.find("revisionId"), std::string::npos);
}

TEST(Baseline, ALogThatIsNoneIsRefusedWithItsReason) {
  State some = state("query(); // a\n", {{"query(); // a", "load"}});
  std::string log = some.log();
  auto said = [&](const std::string &text) { return some.since(text); };
  auto runs = [](const std::string &run) { return R"({"version": "2.1.0", "runs": [)" + run + "]}"; };
  EXPECT_NE(said(log.substr(0, log.size() / 2)).find("baseline 'old.sarif' is no JSON"), std::string::npos);
  EXPECT_EQ(said("{}"), "baseline 'old.sarif' is no SARIF log");
  EXPECT_EQ(said("[]"), "baseline 'old.sarif' is no SARIF log");
  EXPECT_EQ(said(R"({"version": "2.0.0", "runs": []})"), "baseline 'old.sarif' is SARIF 2.0.0; 2.1.0 is read");
  EXPECT_EQ(said(runs("")), "baseline 'old.sarif' has no run");
  EXPECT_EQ(said(runs(R"({"tool": {"driver": {"name": "other"}}, "results": []})")),
            "baseline 'old.sarif' was written by 'other', not by scalelint");
  EXPECT_EQ(said(runs(R"({"tool": {"driver": {"name": "scalelint"}}})")), "baseline 'old.sarif' has no results");
  EXPECT_EQ(said(runs(R"({"tool": {"driver": {"name": "scalelint"}}, "results": [{}]})")),
            "baseline 'old.sarif' has a result without a name (partialFingerprints); write it anew");
  EXPECT_EQ(said(std::string(1'000'000, '[')), "baseline 'old.sarif' is no SARIF log: it is nested too deeply");
  EXPECT_EQ(said(log), "new; 1 known; 0 gone");
}

} // namespace scalelint::report
