// The module in real clang-tidys of each major version that it is built for: on the sample service they say what
// the program says.
#include "tests/support/Service.h"

#include "llvm/Support/Regex.h"

using namespace scalelint;
using test::Ran;
using test::Service;

namespace {

struct Tidy {
  std::string major, module;
  friend void PrintTo(const Tidy &tidy, std::ostream *out) { *out << tidy.major; }
};

std::string libraryFolder() { return SCALELINT_MODULE_FOLDER; }

std::vector<Tidy> all() {
  std::vector<Tidy> result;
  llvm::SmallVector<llvm::StringRef> majors;
  llvm::StringRef(SCALELINT_TIDY_MAJORS).split(majors, ',', -1, false);
  for (llvm::StringRef major : majors)
    result.push_back({major.str(), libraryFolder() + "/scalelint-tidy-" + major.str() + ".so"});
  return result;
}

// "src/report.cpp:23:30: warning: … [check]" by the words both programs share: a note of the one is a remark of the other.
std::set<std::string> findingsIn(const std::string &output, const Service &of) {
  std::set<std::string> result;
  llvm::Regex line("^([^:]+:[0-9]+:[0-9]+: )(warning|note|remark|error)(: .*\\[scale-.*\\])$");
  llvm::SmallVector<llvm::StringRef> lines, parts;
  llvm::StringRef(output).split(lines, '\n');
  for (llvm::StringRef each : lines) {
    if (!line.match(each, &parts))
      continue;
    llvm::StringRef place = parts[1];
    place.consume_front(of.file(""));
    std::string level = parts[2] == "remark" ? "note" : parts[2].str();
    result.insert(place.str() + level + parts[3].str());
  }
  return result;
}

class Module : public testing::TestWithParam<Tidy> {
protected:
  static void SetUpTestSuite() { service = std::make_unique<Service>("order-service"); }
  static void TearDownTestSuite() { service.reset(); }

  static Ran tidy(const Service &of, const std::vector<std::string> &sources, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-load", GetParam().module, "-p", of.build(), "--quiet"});
    if (llvm::none_of(arguments, [](llvm::StringRef each) { return each.starts_with("-checks="); }))
      arguments.push_back("-checks=-*,scale-*");
    for (const std::string &source : sources)
      arguments.push_back(of.file(source));
    return test::run("clang-tidy-" + GetParam().major, arguments);
  }

  static std::set<std::string> findings(const Service &of, const std::vector<std::string> &sources,
                                        std::vector<std::string> arguments = {}) {
    return findingsIn(tidy(of, sources, std::move(arguments)).output, of);
  }

  // A service that the program has just looked at, so that the summaries of all its units are there.
  static std::set<std::string> wholeProgram(const Service &of) {
    Ran ran = of.check({});
    EXPECT_EQ(ran.exit, 1) << ran.errors;
    return findingsIn(ran.output, of);
  }

  static std::string withSummaries(const Service &of) {
    return "-config={CheckOptions: {scale.Summaries: '" + of.build() + "/.scalelint'}}";
  }

  static inline std::unique_ptr<Service> service;
};

// Units whose findings hold by themselves, and one whose hazard lies behind a helper elsewhere.
const std::vector<std::string> Some = {"src/cleanup.cpp", "src/order_store.cpp", "src/report.cpp", "src/routes.cpp"};

} // namespace

TEST_P(Module, ListsEveryCheck) {
  Ran ran = test::run("clang-tidy-" + GetParam().major, {"-load", GetParam().module, "-checks=-*,scale-*", "--list-checks"});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  for (const Check *check : allChecks())
    EXPECT_NE(ran.output.find(check->id), std::string::npos) << check->id;
}

TEST_P(Module, FindsInOneUnitWhatTheProgramFindsInIt) {
  for (const std::string &source : Some) {
    Ran alone = service->check({"--no-cache", service->file(source)});
    EXPECT_EQ(findings(*service, {source}), findingsIn(alone.output, *service)) << source << alone.errors;
  }
}

TEST_P(Module, FindsWithSummariesWhatTheProgramFindsInAll) {
  std::set<std::string> expected = wholeProgram(*service);
  EXPECT_GT(expected.size(), 8u);
  EXPECT_EQ(findings(*service, service->sources(), {withSummaries(*service)}), expected);
}

TEST_P(Module, LeavesFindingsInOtherFilesToTheirUnits) {
  std::set<std::string> ofOne;
  for (const std::string &finding : wholeProgram(*service))
    if (llvm::StringRef(finding).starts_with("src/order_store.cpp:"))
      ofOne.insert(finding);
  EXPECT_EQ(findings(*service, {"src/order_store.cpp"}, {withSummaries(*service)}), ofOne);
}

TEST_P(Module, RunsOnlyTheChecksThatAreAskedFor) {
  std::set<std::string> found = findings(*service, {"src/order_store.cpp"}, {"-checks=-*,scale-over-fetch"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found.begin()->find("[scale-over-fetch]"), std::string::npos);
}

TEST_P(Module, TakesOptionsOfChecks) {
  auto routes = [&](const std::string &policy) {
    return findings(*service, {"src/routes.cpp"},
                    {"-checks=-*,scale-unversioned-route",
                     "-config={CheckOptions: {scale-unversioned-route.routes.version: '" + policy + "'}}"});
  };
  EXPECT_EQ(routes("path").size(), 1u);
  EXPECT_EQ(routes("none").size(), 0u);
}

TEST_P(Module, TakesOptionsOfPaths) {
  service->write("by-path.yaml", "overrides: [{paths: src/routes.cpp, routes: {version: none}, checks: -scale-unversioned-route}]\n"
                                 "suppressions: {require-reason: true}\n");
  auto routes = [&](const std::string &more) {
    return findings(*service, {"src/routes.cpp"},
                    {"-checks=-*,scale-unversioned-route",
                     "-config={CheckOptions: {scale.Config: '" + service->file("by-path.yaml") + "'" + more + "}}"});
  };
  EXPECT_EQ(routes("").size(), 0u);
  EXPECT_EQ(routes(", scale-unversioned-route.routes.version: path").size(), 1u)
      << "clang-tidy's own word wins, and which checks run is its own";
}

TEST_P(Module, SaysWhatIsWrongWithItsOptions) {
  auto said = [&](const std::string &options) {
    Ran ran = tidy(*service, {"src/cleanup.cpp"}, {"-config={CheckOptions: {" + options + "}}"});
    return ran.output + ran.errors;
  };
  EXPECT_NE(said("scale.Summarys: x").find("unknown option 'scale.Summarys'; did you mean 'scale.Summaries'?"),
            std::string::npos);
  EXPECT_NE(said("scale-sync-call-chain.treshold: 4").find("did you mean 'threshold'?"), std::string::npos);
  EXPECT_NE(said("scale-sync-call-chains.threshold: 4").find("did you mean 'scale-sync-call-chain'?"), std::string::npos);
  EXPECT_NE(said("scale.Summaries: /nowhere").find("'/nowhere' is no folder"), std::string::npos);
  EXPECT_NE(said("scale.Config: /nowhere.yaml").find("/nowhere.yaml"), std::string::npos);
}

TEST_P(Module, IsRefusedByEveryOtherMajor) {
  for (const Tidy &other : all()) {
    if (other.major == GetParam().major)
      continue;
    Ran ran = test::run("clang-tidy-" + other.major, {"-load", GetParam().module, "-checks=-*,scale-*", "--list-checks"});
    EXPECT_NE(ran.exit, 0) << other.major;
    EXPECT_EQ(ran.output.find("scale-"), std::string::npos) << other.major;
    bool said = llvm::StringRef(ran.errors).contains("this module was built for clang-tidy " + GetParam().major) ||
                llvm::StringRef(ran.errors).contains("undefined symbol");
    EXPECT_TRUE(said) << ran.errors;
  }
}

TEST_P(Module, HonoursSuppressions) {
  Service own("order-service");
  std::string file = own.file("src/order_store.cpp"), text = test::contents(file);
  EXPECT_EQ(findings(own, {"src/order_store.cpp"}).size(), 3u);
  size_t line = text.find("// expect: scale-over-fetch");
  ASSERT_NE(line, std::string::npos);
  text.replace(line, std::string("// expect: scale-over-fetch").size(), "// NOLINT(scale-over-fetch)");
  own.write("src/order_store.cpp", text);
  EXPECT_EQ(findings(own, {"src/order_store.cpp"}).size(), 2u);
}

TEST_P(Module, AppliesFixesThatCompileAndAreClean) {
  Service fixed("order-service"), exported("order-service");
  size_t before = wholeProgram(fixed).size();
  tidy(fixed, Some, {withSummaries(fixed), "--fix"});
  Ran after = fixed.check({});
  EXPECT_EQ(after.exit, 1) << after.errors; // not 3: every unit still compiles
  std::set<std::string> left = findingsIn(after.output, fixed);
  EXPECT_LT(left.size(), before);

  wholeProgram(exported);
  exported.write("fixes/.keep", "");
  tidy(exported, Some, {withSummaries(exported), "--export-fixes=" + exported.file("fixes/all.yaml")});
  Ran applied = test::run("clang-apply-replacements-" + GetParam().major, {exported.file("fixes")});
  EXPECT_EQ(applied.exit, 0) << applied.errors;
  Service byProgram("order-service");
  EXPECT_EQ(byProgram.check({"--fix"}).exit, 1);
  for (const std::string &source : fixed.sources()) {
    EXPECT_TRUE(test::contents(fixed.file(source)) == test::contents(exported.file(source))) << source;
    EXPECT_TRUE(test::contents(fixed.file(source)) == test::contents(byProgram.file(source))) << source;
  }
}

INSTANTIATE_TEST_SUITE_P(ClangTidy, Module, testing::ValuesIn(all()), [](const auto &info) { return info.param.major; });
