// The fixes of the sample service: every way to apply them gives the same bytes, and what they leave is clean.
#include "tests/support/SarifFixes.h"
#include "tests/support/Service.h"

using namespace scalelint;
using test::contents;
using test::Ran;
using test::Service;

namespace {

using Files = std::map<std::string, std::string>; // contents by path below the service

Files filesOf(const Service &service) {
  Files files;
  for (const std::string &source : service.sources())
    files[source] = contents(service.file(source));
  return files;
}

// "check message" of every result, and the edits of the first fix of each.
struct Logged {
  std::multiset<std::string> findings, fixable;
  std::map<std::string, std::set<test::LoggedEdit>> edits;
};

Logged logOf(const Service &service, test::By by) {
  Logged logged;
  llvm::json::Value log = llvm::cantFail(llvm::json::parse(contents(service.file("out.sarif"))));
  const llvm::json::Object &run = *log.getAsObject()->getArray("runs")->front().getAsObject();
  for (const llvm::json::Value &value : *run.getArray("results")) {
    const llvm::json::Object &result = *value.getAsObject();
    std::string name = (*result.getString("ruleId") + " " + *result.getObject("message")->getString("text")).str();
    logged.findings.insert(name);
    const llvm::json::Array *fixes = result.getArray("fixes");
    if (!fixes)
      continue;
    logged.fixable.insert(name);
    test::addEdits(*fixes->front().getAsObject(), by,
                   [&](const std::string &uri) { return contents(service.file(uri)); }, logged.edits);
  }
  return logged;
}

class Fixing : public testing::Test {
protected:
  static void SetUpTestSuite() {
    untouched = std::make_unique<Service>("order-service");
    fixed = std::make_unique<Service>("order-service");
    before = filesOf(*untouched);
    ran = fixed->check({"--fix", "--sarif", fixed->file("out.sarif")});
    after = filesOf(*fixed);
  }
  static void TearDownTestSuite() {
    untouched.reset();
    fixed.reset();
  }

  static inline std::unique_ptr<Service> untouched, fixed;
  static inline Files before, after;
  static inline Ran ran; // of --fix
};

} // namespace

TEST_F(Fixing, SaysWhatItDid) {
  EXPECT_EQ(ran.exit, 1) << ran.errors; // the findings that it reports
  EXPECT_EQ(ran.errors, "");
  size_t changed = llvm::count_if(after, [](const auto &each) { return before[each.first] != each.second; });
  EXPECT_GT(changed, 1u);
  EXPECT_TRUE(llvm::StringRef(ran.output).ends_with("\napplied " + std::to_string(changed) + " fixes in " +
                                                   std::to_string(changed) + " files\n"))
      << ran.output;
}

TEST_F(Fixing, ADryRunPrintsTheDiffAloneAndChangesNothing) {
  Ran dry = untouched->check({"--fix-dry-run"});
  EXPECT_EQ(dry.exit, 1);
  EXPECT_TRUE(filesOf(*untouched) == before);
  EXPECT_EQ(dry.output.find("--- a/src/"), 0u) << dry.output;
  EXPECT_EQ(dry.output, untouched->check({"--fix-dry-run", "--no-cache", "-j1"}).output);

  Service patched("order-service");
  patched.write("fixes.diff", dry.output);
  Ran patch = test::run("patch", {"-p1", "-s", "-d", patched.file(""), "-i", patched.file("fixes.diff")});
  EXPECT_EQ(patch.exit, 0) << patch.output << patch.errors;
  EXPECT_TRUE(filesOf(patched) == after);
  EXPECT_EQ(test::git(patched.file(""), {"diff", "--stat"}), test::git(fixed->file(""), {"diff", "--stat"}));
}

TEST_F(Fixing, TheLogHoldsTheSameFixes) {
  ASSERT_EQ(untouched->check({"--sarif", untouched->file("out.sarif")}).exit, 1);
  // Written before the fixes were.
  EXPECT_EQ(logOf(*untouched, test::By::Offset).edits, logOf(*fixed, test::By::Offset).edits);
  for (test::By by : {test::By::Offset, test::By::Column}) {
    Files files = before;
    for (const auto &[uri, edits] : logOf(*untouched, by).edits)
      files[uri] = test::withEdits(files[uri], edits);
    EXPECT_TRUE(files == after);
  }
}

TEST_F(Fixing, LeavesCodeThatCompilesAndLacksTheFindings) {
  ASSERT_EQ(untouched->check({"--sarif", untouched->file("out.sarif")}).exit, 1);
  Logged expected = logOf(*untouched, test::By::Offset);
  EXPECT_GT(expected.fixable.size(), 1u);
  for (const std::string &name : expected.fixable)
    expected.findings.erase(expected.findings.find(name));
  Ran again = fixed->check({"--sarif", fixed->file("again.sarif"), "--fix"});
  EXPECT_EQ(again.exit, 1) << again.errors; // not 3: every unit still compiles
  EXPECT_TRUE(llvm::StringRef(again.output).ends_with("\nno fix to apply\n")) << again.output;
  fixed->write("out.sarif", contents(fixed->file("again.sarif")));
  EXPECT_EQ(logOf(*fixed, test::By::Offset).findings, expected.findings);
}

TEST_F(Fixing, OneOrTheOther) {
  Ran both = untouched->check({"--fix", "--fix-dry-run"});
  EXPECT_EQ(both.exit, 2);
  EXPECT_NE(both.errors.find("--fix"), std::string::npos) << both.errors;
}
