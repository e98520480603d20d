// What the configuration says of some paths.
#include "checks/Check.h"
#include "driver/CheckPlan.h"
#include "tests/driver/Driven.h"

#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

using namespace scalelint;
using driver::CheckPlan;
using driver::Configuration;

namespace {

const std::string Folder = "/project";

std::string faults(const std::string &text) {
  auto configuration = driver::parseConfiguration(text, Folder + "/.scalelint.yaml", allChecks(), *llvm::vfs::getRealFileSystem());
  return configuration ? "" : llvm::toString(configuration.takeError());
}

Configuration parsed(const std::string &text) {
  auto configuration = driver::parseConfiguration(text, Folder + "/.scalelint.yaml", allChecks(), *llvm::vfs::getRealFileSystem());
  EXPECT_TRUE(static_cast<bool>(configuration)) << (configuration ? "" : llvm::toString(configuration.takeError()));
  return configuration ? std::move(*configuration) : Configuration();
}

// Is the check on in the file?
bool isOn(const std::string &text, const std::string &id, const std::string &file, driver::Asked asked = {}) {
  Configuration configuration = parsed(text);
  CheckPlan plan(configuration, allChecks(), std::move(asked));
  const Check *check = findCheck(id);
  bool on = plan.isOn(*check, plan.layersOf(Folder + "/" + file));
  EXPECT_TRUE(!on || llvm::is_contained(plan.running(), check)) << "on, but never run";
  return on;
}

std::string option(const std::string &text, const std::string &id, const std::string &name, const std::string &file) {
  Configuration configuration = parsed(text);
  CheckPlan plan(configuration, allChecks(), driver::Asked());
  return plan.options(*findCheck(id), plan.layersOf(Folder + "/" + file)).get(name, "");
}

bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

TEST(Overrides, TakeChecksAwayAndBringThemBack) {
  const std::string text = "overrides:\n"
                           "  - paths: [src/legacy/**, tools]\n"
                           "    checks: '-scale-over-fetch, -scale-write-*'\n"
                           "  - paths: src/legacy/new\n"
                           "    checks: {scale-over-fetch: on}\n";
  EXPECT_TRUE(isOn(text, "scale-over-fetch", "src/a.cpp"));
  EXPECT_FALSE(isOn(text, "scale-over-fetch", "src/legacy/deep/a.cpp"));
  EXPECT_FALSE(isOn(text, "scale-write-in-loop", "src/legacy/a.cpp"));
  EXPECT_FALSE(isOn(text, "scale-over-fetch", "tools/a.cpp"));
  EXPECT_TRUE(isOn(text, "scale-over-fetch", "src/legacy/new/a.cpp")) << "the last one wins";
  EXPECT_FALSE(isOn(text, "scale-write-in-loop", "src/legacy/new/a.cpp"));
}

TEST(Overrides, BringAChecksBackThatIsOffElsewhere) {
  const std::string text = "checks: [-scale-over-fetch]\noverrides: [{paths: src/new, checks: [scale-over-fetch]}]\n";
  EXPECT_FALSE(isOn(text, "scale-over-fetch", "src/a.cpp"));
  EXPECT_TRUE(isOn(text, "scale-over-fetch", "src/new/a.cpp"));
}

TEST(Overrides, PathsAreThoseOfExclude) {
  const std::string text = "overrides: [{paths: ['*_old.cpp', legacy, ./src/one.cpp, /project/abs/**], checks: -scale-over-fetch}]\n";
  for (const char *file : {"src/deep/a_old.cpp", "src/legacy/a.cpp", "legacy/a.cpp", "src/one.cpp", "abs/a.cpp"})
    EXPECT_FALSE(isOn(text, "scale-over-fetch", file)) << file;
  for (const char *file : {"src/old.cpp", "src/legacy2/a.cpp", "other/src/one.cpp", "x/abs/a.cpp"})
    EXPECT_TRUE(isOn(text, "scale-over-fetch", file)) << file;
}

TEST(Overrides, TheCommandLineWins) {
  const std::string text = "overrides: [{paths: src/legacy, checks: -scale-over-fetch}]\n";
  EXPECT_TRUE(isOn(text, "scale-over-fetch", "src/legacy/a.cpp", {std::nullopt, "scale-over-*"}));
  EXPECT_FALSE(isOn(text, "scale-over-fetch", "src/a.cpp", {std::nullopt, "-scale-over-*"}));
  EXPECT_FALSE(isOn(text, "scale-over-fetch", "src/legacy/a.cpp", {std::nullopt, "-scale-write-*"})) << "what it leaves alone";
}

TEST(Overrides, GivePathsAProfileOfTheirOwn) {
  Check strict = *findCheck("scale-over-fetch");
  strict.profile = Profile::Strict;
  auto on = [&](const std::string &text, const std::string &file, driver::Asked asked = {}) {
    Configuration configuration = parsed(text);
    CheckPlan plan(configuration, {&strict}, std::move(asked));
    bool is = plan.isOn(strict, plan.layersOf(Folder + "/" + file));
    EXPECT_TRUE(!is || plan.running().size() == 1) << "on, but never run";
    return is;
  };
  const std::string some = "overrides: [{paths: src/new, profile: strict}]\n";
  EXPECT_FALSE(on(some, "src/a.cpp"));
  EXPECT_TRUE(on(some, "src/new/a.cpp"));
  EXPECT_FALSE(on(some, "src/new/a.cpp", {Profile::Default, ""})) << "the command line wins";
  const std::string most = "profile: strict\noverrides: [{paths: src/old, profile: default}]\n";
  EXPECT_TRUE(on(most, "src/a.cpp"));
  EXPECT_FALSE(on(most, "src/old/a.cpp"));
}

TEST(Overrides, AStrictCheckRunsWhereItIsNamed) {
  Check strict = *findCheck("scale-over-fetch");
  strict.profile = Profile::Strict;
  auto on = [&](const std::string &text, const std::string &globs, const std::string &file = "src/a.cpp") {
    Configuration configuration = parsed(text);
    CheckPlan plan(configuration, {&strict}, {std::nullopt, globs});
    bool is = plan.isOn(strict, plan.layersOf(Folder + "/" + file));
    EXPECT_TRUE(!is || plan.running().size() == 1) << "on, but never run";
    return is;
  };
  EXPECT_TRUE(on("", "scale-over-fetch"));
  EXPECT_TRUE(on("", "-*,scale-over-fetch"));
  EXPECT_TRUE(on("checks: {scale-over-fetch: on}\n", ""));
  EXPECT_TRUE(on("overrides: [{paths: src, checks: scale-over-fetch}]\n", ""));
  EXPECT_FALSE(on("overrides: [{paths: src, checks: scale-over-fetch}]\n", "", "lib/a.cpp"));
  EXPECT_FALSE(on("", "scale-*")) << "a glob takes what the profile has";
  EXPECT_FALSE(on("", "scale-over-fetch,-scale-over-*"));
  EXPECT_FALSE(on("checks: {scale-over-fetch: on}\n", "-*,scale-*")) << "taken away, then by a glob";
}

TEST(Overrides, GiveOptionsInEitherSpelling) {
  const std::string text = "timeouts: {ceiling: 20s}\n"
                           "checks: {scale-missing-timeout: {timeout-ceiling: 40s}, scale-sync-call-chain: {threshold: 5}}\n"
                           "overrides:\n"
                           "  - {paths: jobs, timeouts: {ceiling: 10min}}\n"
                           "  - {paths: [jobs/fast], checks: {scale-missing-timeout: {timeout-ceiling: 1s}}}\n"
                           "  - {paths: api, routes: {version: header, unversioned-ok: [/health, /up]}}\n";
  const char *id = "scale-missing-timeout", *name = "timeout-ceiling";
  EXPECT_EQ(option(text, id, name, "src/a.cpp"), "40s");
  EXPECT_EQ(option(text, id, name, "jobs/a.cpp"), "10min") << "what is said of the path, whatever the spelling";
  EXPECT_EQ(option(text, id, name, "jobs/fast/a.cpp"), "1s");
  EXPECT_EQ(option(text, "scale-sync-call-chain", "threshold", "jobs/a.cpp"), "5");
  EXPECT_EQ(option(text, "scale-sync-call-chain", name, "jobs/a.cpp"), "") << "of checks that have it";
  EXPECT_EQ(option(text, "scale-unversioned-route", "routes.version", "api/a.cpp"), "header");
  EXPECT_EQ(option(text, "scale-unversioned-route", "routes.unversioned-ok", "api/a.cpp"), "/health\n/up");
}

TEST(Overrides, OptionsOfAGlobGoToEveryCheckThatHasThem) {
  EXPECT_EQ(option("checks: {scale-*: {threshold: 7}}\n", "scale-sync-call-chain", "threshold", "a.cpp"), "7");
}

TEST(Overrides, FaultsNameTheirPlace) {
  const std::string at = Folder + "/.scalelint.yaml:";
  EXPECT_EQ(faults("overrides: [{checks: -scale-over-fetch}]\n"), at + "1:13: an override needs 'paths'");
  EXPECT_EQ(faults("overrides: [{paths: [], checks: -scale-over-fetch}]\n"), at + "1:13: an override needs 'paths'");
  EXPECT_EQ(faults("overrides: [src]\n"), at + "1:13: expected an override to be a map");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    check: x\n"), at + "3:5: unknown key 'check'; did you mean 'checks'?");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    schema: {dialect: mysql}\n"),
            at + "3:5: 'schema' holds for the whole program; it can't differ by path");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    routes: {contract: x}\n"),
            at + "3:14: 'contract' holds for the whole program; it can't differ by path");
  EXPECT_EQ(faults("overrides:\n  - paths: '[a'\n"), at + "2:12: '[a' is not a glob");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    checks: -scale-over-fetsch\n"),
            at + "3:13: unknown check 'scale-over-fetsch'; did you mean 'scale-over-fetch'?");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    timeouts: {ceiling: long}\n"),
            at + "3:25: 'long' is not a duration; write 500ms, 30s or 5min");
  EXPECT_EQ(faults("overrides:\n  - paths: a\n    checks: {scale-sync-call-chain: {treshold: 4}}\n"),
            at + "3:38: 'scale-sync-call-chain' has no option 'treshold'; did you mean 'threshold'?");
  EXPECT_EQ(faults("checks: {scale-over-fetch: {treshold: 4}}\n"), at + "1:29: 'scale-over-fetch' has no option 'treshold'");
  EXPECT_EQ(faults("suppressions: {require-reason: perhaps}\n"), at + "1:32: expected 'true' or 'false'");
  EXPECT_EQ(faults("suppressions: {require-reasons: true}\n"),
            at + "1:16: unknown key 'require-reasons'; did you mean 'require-reason'?");
}

namespace {

class Overridden : public testing::Test {
protected:
  void configure(const std::string &text) { project.write(".scalelint.yaml", text); }
  std::string printed(std::vector<std::string> more = {}) {
    project.writeDatabase();
    return project.check(more).out;
  }
  static std::string client(const std::string &name, unsigned seconds) {
    return "#include <curl/curl.h>\n"
           "void " + name + "() {\n"
           "  CURL *" + name + " = curl_easy_init();\n"
           "  curl_easy_setopt(" + name + ", CURLOPT_CONNECTTIMEOUT, 5L);\n"
           "  curl_easy_setopt(" + name + ", CURLOPT_TIMEOUT, " + std::to_string(seconds) + "L);\n"
           "  curl_easy_perform(" + name + ");\n"
           "}\n";
  }
  test::ProjectFolder project;
};

} // namespace

TEST_F(Overridden, AFindingIsJudgedByTheFileItStandsIn) {
  project.unit("a.cpp", client("fetch", 300));
  project.unit("jobs/b.cpp", client("load", 300));
  project.unit("jobs/c.cpp", client("dump", 3000));
  EXPECT_TRUE(has(printed(), "3 findings"));
  configure("overrides: [{paths: src/jobs, timeouts: {ceiling: 10min}}]\n");
  std::string text = printed();
  EXPECT_TRUE(has(text, "2 findings")) << text;
  EXPECT_TRUE(has(text, "src/a.cpp:")) << text;
  EXPECT_TRUE(has(text, "src/jobs/c.cpp:")) << text;
}

TEST_F(Overridden, ACheckThatIsOffForAPathFindsNothingThere) {
  project.unit("a.cpp", test::WriteInLoop);
  project.unit("legacy/b.cpp", test::WriteInLoop);
  configure("overrides: [{paths: src/legacy, checks: -scale-write-in-loop}]\n");
  std::string text = printed();
  EXPECT_TRUE(has(text, "1 finding: 1 warning in 1 file; 2 units")) << text;
  EXPECT_TRUE(has(text, "src/a.cpp:5")) << text;
}

TEST_F(Overridden, AHeaderIsJudgedByItsOwnPath) {
  project.write("src/legacy/all.h", std::string("#pragma once\n") + test::WriteInLoop);
  project.unit("a.cpp", "#include \"legacy/all.h\"\n");
  EXPECT_TRUE(has(printed(), "1 finding"));
  configure("overrides: [{paths: src/legacy, checks: -scale-write-in-loop}]\n");
  EXPECT_TRUE(has(printed(), "no findings"));
}

TEST_F(Overridden, ThroughALinkToo) {
  project.unit("legacy/b.cpp", test::WriteInLoop);
  configure("overrides: [{paths: src/legacy, checks: -scale-write-in-loop}]\n");
  project.writeDatabase();
  std::string link = project.path() + "-link";
  ASSERT_FALSE(llvm::sys::fs::create_link(project.path(), link));
  test::Outcome run = test::scalelint({"check", "-p", project / "build", "--quiet", "--config", link + "/.scalelint.yaml"});
  llvm::sys::fs::remove(link);
  EXPECT_TRUE(has(run.out, "no findings")) << run.out << run.err;
}

TEST_F(Overridden, WhatIsOffIsNotGoneFromTheBaseline) {
  project.unit("a.cpp", test::WriteInLoop);
  project.unit("legacy/b.cpp", test::WriteInLoop);
  project.writeDatabase();
  std::string baseline = project / "old.sarif";
  ASSERT_EQ(test::scalelint({"baseline", "update", "-p", project / "build", "--quiet", "--baseline", baseline}).exit, 0);
  configure("overrides: [{paths: src/legacy, checks: -scale-write-in-loop}]\n");
  std::string text = printed({"--baseline", baseline});
  EXPECT_TRUE(has(text, "0 new, 1 known, 0 gone")) << text;
}

TEST_F(Overridden, NoCheckLeftAnywhereIsAnError) {
  project.unit("a.cpp", test::WriteInLoop);
  configure("checks: -*\noverrides: [{paths: src/new, checks: scale-write-in-loop}]\n");
  EXPECT_TRUE(has(printed(), "no findings")) << "one may be on somewhere";
  configure("checks: '-*'\n");
  project.writeDatabase();
  EXPECT_EQ(project.check().exit, 2);
}
