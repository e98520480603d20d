#include "driver/report/Docs.h"
#include "Sample.h"

#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

template <class Write> static std::string written(Write write) {
  std::string out;
  llvm::raw_string_ostream os(out);
  write(os);
  return out;
}

TEST(Docs, PageHoldsFactsDocAndOptions) {
  std::string page = checkPage(sample::QueryInLoop);
  EXPECT_NE(page.find("# scale-query-in-loop\n\nquery runs once per turn of a loop\n"),
            std::string::npos);
  EXPECT_NE(page.find("| default | warning | very-high | database | "
                      "[CWE-1050](https://cwe.mitre.org/data/definitions/1050.html), "),
            std::string::npos);
  EXPECT_NE(
      page.find(
          "## Options\n\nWhich loops count.\n\n| option | default | meaning |\n|---|---|---|\n"
          "| `min-turns` | `8` | loops with fewer turns \\| constant ones stay silent |\n"),
      std::string::npos);
}

TEST(Docs, OptionsGetAHeadingWhereTheDocHasNone) {
  EXPECT_NE(checkPage(sample::MissingCache).find("\n## Options\n\n| option |"), std::string::npos);
  EXPECT_EQ(checkPage(sample::NoTimeout).find("## Options"), std::string::npos);
}

TEST(Docs, OptionsStayInTheirSection) {
  Check check = sample::MissingCache;
  check.doc = "## Options\n\nSome.\n\n## Limits\n\nNone.\n";
  EXPECT_EQ(helpMarkdown(check),
            "## Options\n\nSome.\n\n| option | default | meaning |\n|---|---|---|\n"
            "| `tables` | `` | read-mostly tables |\n\n## Limits\n\nNone.\n");
}

TEST(Docs, IndexGroupsByFamily) {
  std::string index = checksIndex(sample::checks());
  size_t database = index.find("## The database becomes the bottleneck");
  size_t cache = index.find("[`scale-missing-cache`](scale-missing-cache.md)");
  size_t failure = index.find("## Failure is normal");
  EXPECT_LT(database, cache);
  EXPECT_LT(cache, failure);
  EXPECT_EQ(index.find("Contracts"), std::string::npos);
}

TEST(Docs, ReadmeTableStandsBetweenItsMarkers) {
  std::string readme =
      "# x\n" + std::string(TableMarkers.begin) + "\nold\n" + TableMarkers.end + "\nrest\n";
  std::string once = llvm::cantFail(withChecksTable(readme, sample::checks()));
  EXPECT_EQ(once.find("old"), std::string::npos);
  EXPECT_NE(
      once.find(
          "[`scale-no-timeout`](docs/checks/scale-no-timeout.md) | client without a deadline |"),
      std::string::npos);
  EXPECT_EQ(once, llvm::cantFail(withChecksTable(once, sample::checks())));
}

TEST(Docs, ReadmeWithoutMarkersIsAnError) {
  llvm::Expected<std::string> readme = withChecksTable("# x\n", sample::checks());
  EXPECT_NE(llvm::toString(readme.takeError()).find("must each stand there once"),
            std::string::npos);
}

TEST(Docs, LimitsAreGatheredFromTheChecks) {
  std::string page = "# x\n" + std::string(LimitsMarkers.begin) + LimitsMarkers.end + "\n";
  std::string once = llvm::cantFail(withChecksLimits(page, sample::checks()));
  EXPECT_NE(
      once.find("\n### [`scale-query-in-loop`](checks/scale-query-in-loop.md)\n\nNone known.\n\n"),
      std::string::npos);
  EXPECT_EQ(once.find("scale-no-timeout"), std::string::npos); // its doc has no such heading
  EXPECT_EQ(once, llvm::cantFail(withChecksLimits(once, sample::checks())));
}

TEST(Docs, ASectionEndsAtTheNextHeading) {
  EXPECT_EQ(sectionOf(sample::QueryInLoop, "Limits"), "None known.");
  EXPECT_EQ(sectionOf(sample::QueryInLoop, "Options"), "Which loops count.");
  EXPECT_EQ(sectionOf(sample::QueryInLoop, "Limit"), "");
}

TEST(Docs, EveryCheckHasAFile) {
  auto read = [](const std::string &path) {
    Markers markers = path == "README.md" ? TableMarkers : LimitsMarkers;
    return std::string(markers.begin) + markers.end;
  };
  auto files = llvm::cantFail(generatedDocs(read, sample::checks()));
  EXPECT_EQ(files.size(), 3 + sample::checks().size());
  EXPECT_EQ(files.count("docs/checks/scale-no-timeout.md"), 1u);
}

TEST(Docs, ExplainRendersThePage) {
  EXPECT_EQ(written([](llvm::raw_ostream &os) { explain(os, sample::QueryInLoop); }),
            R"(scale-query-in-loop: query runs once per turn of a loop
profile default, level warning, precision very-high, CWE-1050, CWE-1073

What it flags
  A query that runs once per turn of a loop over `rows`, also through callees
  (https://example.org/callees).

Example
    for (auto id : ids)
      load(id);

  - one round trip a turn
  - a pool that runs dry

Limits
  None known.

Options
  Which loops count.

  option       default  meaning
  `min-turns`  `8`      loops with fewer turns | constant ones stay silent
)");
}

TEST(Docs, ListIsATable) {
  EXPECT_EQ(
      written([](llvm::raw_ostream &os) { listChecks(os, sample::checks(), ListFormat::Text); }),
      "check                profile  level    precision  finds\n"
      "scale-query-in-loop  default  warning  very-high  query runs once per turn of a loop\n"
      "scale-no-timeout     default  error    medium     client without a deadline\n"
      "scale-missing-cache  strict   note     low        statement that could be cached\n");
}

TEST(Docs, ListIsJson) {
  std::string text =
      written([](llvm::raw_ostream &os) { listChecks(os, sample::checks(), ListFormat::Json); });
  llvm::json::Value list = llvm::cantFail(llvm::json::parse(text));
  ASSERT_EQ(list.getAsArray()->size(), 3u);
  const llvm::json::Object &first = *list.getAsArray()->front().getAsObject();
  EXPECT_EQ(first.getString("id"), "scale-query-in-loop");
  EXPECT_EQ(first.getArray("weaknesses")->front().getAsString(), "CWE-1050");
  EXPECT_EQ(first.getArray("options")->front().getAsObject()->getString("default"), "8");
}
