// The main job, done by the program itself on the services of testdata: every `// expect:` of their
// sources has its finding, and nothing else has one.
#include "checks/Check.h"
#include "tests/support/KeptLogs.h"
#include "tests/support/Service.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

#include <gtest/gtest.h>

using namespace scalelint;
using test::contents;
namespace fs = llvm::sys::fs;

namespace {

// The findings of a SARIF log, as far as expectations speak of them.
std::vector<Finding> findingsOf(const std::string &sarif) {
  std::vector<Finding> findings;
  llvm::json::Value log = llvm::cantFail(llvm::json::parse(sarif));
  const llvm::json::Object &run = *log.getAsObject()->getArray("runs")->front().getAsObject();
  for (const llvm::json::Value &value : *run.getArray("results")) {
    const llvm::json::Object &result = *value.getAsObject();
    const llvm::json::Object &place =
        *result.getArray("locations")->front().getAsObject()->getObject("physicalLocation");
    Finding finding;
    finding.check = result.getString("ruleId")->str();
    finding.level = result.getString("level") == "note" ? Level::Note : Level::Warning;
    finding.message = result.getObject("message")->getString("text")->str();
    finding.primary.file = place.getObject("artifactLocation")->getString("uri")->str();
    finding.primary.line = *place.getObject("region")->getInteger("startLine");
    findings.push_back(std::move(finding));
  }
  return findings;
}

// What a fixture expects of one check: the rest of its expectations is another check's.
test::Fixture ofCheck(const test::Fixture &fixture, const std::string &id) {
  test::Fixture result = fixture;
  llvm::erase_if(result.expectations, [&](const test::Expectation &expectation) {
    return expectation.kind != test::Expectation::Kind::Ok && expectation.check != id;
  });
  return result;
}

class OrderService : public testing::Test {
protected:
  struct Written {
    std::string text, sarif, html;
  };

  static void SetUpTestSuite() {
    service = std::make_unique<test::Service>("order-service");
    cold = write({"-j2"});
    test::keepLog("services", "order-service", cold.sarif);
  }
  static void TearDownTestSuite() { service.reset(); }

  static Written write(std::vector<std::string> arguments) {
    std::string sarif = service->file("out.sarif"), html = service->file("out.html");
    arguments.insert(arguments.end(), {"--sarif", sarif, "--html", html});
    test::Ran ran = service->check(arguments);
    EXPECT_EQ(ran.exit, 1) << ran.output;
    return {ran.output, contents(sarif), contents(html)};
  }

  static void expectSame(const Written &left, const Written &right) {
    EXPECT_TRUE(left.text == right.text);
    EXPECT_TRUE(left.sarif == right.sarif);
    EXPECT_TRUE(left.html == right.html);
  }

  static inline std::unique_ptr<test::Service> service;
  static inline Written cold; // by two workers, without a cache entry
};

} // namespace

TEST_F(OrderService, HasExactlyTheExpectedFindings) {
  std::vector<Finding> findings = findingsOf(cold.sarif);
  test::Fixture expected = service->expectations();
  for (const Check *check : allChecks()) {
    if (check->profile != Profile::Default)
      continue;
    std::vector<Finding> ofThis;
    llvm::copy_if(findings, std::back_inserter(ofThis),
                  [&](const Finding &each) { return each.check == check->id; });
    test::Fixture wanted = ofCheck(expected, check->id);
    EXPECT_TRUE(
        llvm::any_of(wanted.expectations,
                     [](const auto &each) { return each.kind == test::Expectation::Kind::Expect; }))
        << "the service has no example of " << check->id;
    for (const std::string &difference : test::differences(wanted, ofThis))
      ADD_FAILURE() << check->id << ": " << difference;
  }
}

TEST_F(OrderService, ExpectationsNameChecksThatHaveFixtures) {
  const std::string folder = std::string(SCALELINT_SOURCE_DIR) + "/testdata/checks/";
  for (const test::Expectation &expectation : service->expectations().expectations)
    EXPECT_TRUE(fs::is_directory(folder + expectation.check))
        << expectation.part << ":" << expectation.line << ": " << expectation.check;
}

TEST_F(OrderService, HasTheFindingThatTheReadmeShows) {
  std::string readme = contents(std::string(SCALELINT_SOURCE_DIR) + "/README.md");
  std::vector<std::string> shown = test::fencedBlocks(readme, "text finding");
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_NE(cold.text.find(shown.front()), std::string::npos) << "run scripts/write-docs.sh\n"
                                                              << cold.text;
}

TEST_F(OrderService, OneWorkerWritesTheBytesOfTwo) {
  expectSame(write({"-j1", "--no-cache"}), cold);
}

TEST_F(OrderService, AWarmCacheWritesTheBytesOfAColdOne) { expectSame(write({"-j2"}), cold); }
