#include "Sample.h"

#include "driver/report/JUnit.h"
#include "tests/support/Program.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

static std::string junit(const Report &report, std::optional<Level> failOn = Level::Warning) {
  std::string out;
  llvm::raw_string_ostream os(out);
  writeJUnit(os, report, failOn);
  return out;
}

// What an XML parser makes of it, asked by XPath; without the line end that xmllint adds.
static std::string asked(const std::string &xml, const std::string &question) {
  test::TemporaryFolder folder;
  std::string file = folder.write("out.xml", xml);
  test::Ran ran = test::run("xmllint", {"--nonet", "--xpath", question, file});
  EXPECT_EQ(ran.exit, 0) << ran.errors << xml;
  llvm::StringRef output = ran.output;
  output.consume_back("\n");
  return output.str();
}

TEST(JUnit, AFindingIsAFailureOfItsCheck) {
  Report report = sample::report();
  report.findings = {sample::noTimeout()};
  EXPECT_EQ(junit(report), R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="scalelint">
  <testsuite name="scalelint" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="scalelint" name="every unit is analysed" time="0"/>
  </testsuite>
  <testsuite name="scale-missing-cache" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="scale-missing-cache" name="no findings" time="0"/>
  </testsuite>
  <testsuite name="scale-no-timeout" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="scale-no-timeout" name="transfer 'easy' has no total timeout; a stalled peer blocks 'listTotals' for ever (src/store.cpp)" file="src/store.cpp" line="8" time="0">
      <failure message="transfer 'easy' has no total timeout; a stalled peer blocks 'listTotals' for ever" type="error">src/store.cpp:8:16: error: transfer 'easy' has no total timeout; a stalled peer blocks 'listTotals' for ever
</failure>
    </testcase>
  </testsuite>
  <testsuite name="scale-query-in-loop" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="scale-query-in-loop" name="no findings" time="0"/>
  </testsuite>
</testsuites>
)xml");
}

TEST(JUnit, WhatIsBelowTheThresholdIsSkipped) {
  std::string xml = junit(sample::report(), Level::Error);
  EXPECT_EQ(asked(xml, "count(//failure)"), "1");
  EXPECT_EQ(asked(xml, "string(//skipped/../@classname)"), "scale-query-in-loop");
  EXPECT_EQ(asked(xml, "string(//testsuite[@name='scale-query-in-loop']/@skipped)"), "1");
  EXPECT_EQ(asked(junit(sample::report(), std::nullopt), "count(//failure)"), "0");
}

TEST(JUnit, TwinsHaveNamesOfTheirOwn) {
  Report report = sample::report();
  report.findings.push_back(report.findings[0]);
  std::string xml = junit(report);
  EXPECT_EQ(asked(xml, "count(//testcase[@classname='scale-no-timeout'])"), "2");
  EXPECT_NE(xml.find("(src/store.cpp) #2\""), std::string::npos);
}

TEST(JUnit, OnlyWhatIsNewIsATestCase) {
  Report report = sample::report();
  report.comparison = Comparison{{&report.findings[0]}, {}};
  EXPECT_EQ(asked(junit(report), "string(//testcase[@classname='scale-no-timeout']/@name)"), "no findings");
}

TEST(JUnit, AUnitThatWasNotAnalysedIsAnError) {
  Report report;
  report.root = "/srv/shop";
  report.successful = false;
  report.notifications = {{Level::Error, "unit-failed", "'a.cpp' <crashed>", SourceRange{"/srv/shop/a.cpp", 1, 1, 1, 1}},
                          {Level::Note, "other", "unimportant", std::nullopt}};
  std::string xml = junit(report);
  EXPECT_EQ(asked(xml, "string(//error)"), "a.cpp: 'a.cpp' <crashed>\n");
  EXPECT_EQ(asked(xml, "string(//testsuite[@name='scalelint']/@errors)"), "1");
}

TEST(JUnit, NamesAreText) {
  Report report = sample::report();
  report.findings = {sample::noTimeout()};
  report.findings[0].message = "<a b=\"c\">&amp;]]>'\t\n\x01\x7f\xff\xEF\xBF\xBF" "ö";
  report.findings[0].primary.file = "/srv/shop/<&\">.cpp";
  std::string xml = junit(report);
  const std::string shown = "<a b=\"c\">&amp;]]>'\t\n\xEF\xBF\xBD\x7f\xEF\xBF\xBD\xEF\xBF\xBD" "ö";
  EXPECT_EQ(asked(xml, "string(//failure/@message)"), shown);
  EXPECT_EQ(asked(xml, "string(//failure/../@name)"), shown + " (<&\">.cpp)");
  EXPECT_EQ(asked(xml, "string(//failure/../@file)"), "<&\">.cpp");
  EXPECT_EQ(asked(xml, "string(//failure)"), "<&\">.cpp:8:16: error: " + shown + "\n");
}
