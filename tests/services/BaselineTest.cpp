// A baseline over the life of a service: only what is new counts.
#include "tests/support/Service.h"

#include "llvm/Support/JSON.h"

using namespace scalelint;
using test::Ran;

namespace {

class Baseline : public testing::Test {
protected:
  // One service for all, so that what no test edits is analysed once.
  static void SetUpTestSuite() { shared = std::make_unique<test::Service>("order-service"); }
  static void TearDownTestSuite() { shared.reset(); }

  void SetUp() override {
    test::git(service.file(""), {"checkout", "-q", "-f", "main"});
    test::git(service.file(""), {"clean", "-q", "-f", "src"});
    ASSERT_EQ(test::run("cmake", {"-S", service.file(""), "-B", service.build()}).exit, 0);
    Ran written = service.run({"baseline", "update", "-p", service.build(), "--quiet", "--baseline", file});
    ASSERT_EQ(written.exit, 0) << written.errors;
    EXPECT_NE(written.output.find("13 findings"), std::string::npos) << written.output;
  }

  Ran check(std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--baseline", file, "--sarif", service.file("now.sarif")});
    return service.check(more);
  }

  // "unchanged": 9, "new": 1, … of the log that the last check wrote.
  std::map<std::string, unsigned> states() {
    std::map<std::string, unsigned> counted;
    auto log = llvm::cantFail(llvm::json::parse(test::contents(service.file("now.sarif"))));
    for (const auto &result : *log.getAsObject()->getArray("runs")->front().getAsObject()->getArray("results"))
      ++counted[result.getAsObject()->getString("baselineState").value_or("none").str()];
    return counted;
  }

  void edit(const std::string &name, llvm::StringRef from, llvm::StringRef to) {
    std::string text = test::contents(service.file(name));
    size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << name << ": " << from.str();
    for (; at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to.str());
    service.write(name, text);
  }

  using States = std::map<std::string, unsigned>;
  static inline std::unique_ptr<test::Service> shared;
  test::Service &service = *shared;
  std::string file = service.file("baseline.sarif");
};

} // namespace

TEST_F(Baseline, KnowsAllOfAnUnchangedService) {
  Ran ran = check();
  EXPECT_EQ(ran.exit, 0) << ran.output;
  EXPECT_EQ(states(), (States{{"unchanged", 13}}));
  EXPECT_NE(ran.output.find("0 new, 13 known, 0 gone"), std::string::npos) << ran.output;
  EXPECT_EQ(ran.output.find("warning:"), std::string::npos) << "what is known is not printed";
}

TEST_F(Baseline, IsTheSameBytesWhoeverWritesIt) {
  std::string first = test::contents(file);
  service.run({"baseline", "update", "-p", service.build(), "--quiet", "--baseline", file, "-j1", "--no-cache"});
  EXPECT_TRUE(first == test::contents(file));
}

TEST_F(Baseline, FindsWhatIsNew) {
  edit("src/order_store.cpp", "} // namespace orders",
       "pqxx::result everything(pqxx::work &tx) { return tx.exec(\"SELECT * FROM cart_lines WHERE sku = 'a'\"); }\n} // namespace orders");
  Ran ran = check({"--checks", "scale-over-fetch", "--fail-on", "note"});
  EXPECT_EQ(ran.exit, 1) << ran.output;
  EXPECT_EQ(states(), (States{{"new", 1}, {"unchanged", 1}}));
  EXPECT_NE(ran.output.find("every column of 'cart_lines'"), std::string::npos) << ran.output;
  EXPECT_EQ(ran.output.find("every column of 'orders'"), std::string::npos) << ran.output;
}

TEST_F(Baseline, SaysWhatIsGone) {
  edit("src/order_store.cpp", "\"SELECT * FROM orders", "\"SELECT id FROM orders");
  EXPECT_EQ(check().exit, 0);
  EXPECT_EQ(states(), (States{{"absent", 1}, {"unchanged", 12}}));
}

TEST_F(Baseline, OutlivesMovedCodeAndRenamedFunctions) {
  service.write("src/report.cpp", "// a note\n\n\n" + test::contents(service.file("src/report.cpp")));
  for (const char *name : {"src/report.cpp", "src/report.h", "src/routes.cpp"})
    edit(name, "openOrders", "reportOfOpenOrders");
  EXPECT_EQ(check().exit, 0);
  EXPECT_EQ(states(), (States{{"unchanged", 13}}));
}

TEST_F(Baseline, OutlivesARenamedFile) {
  edit("CMakeLists.txt", "src/report.cpp", "src/open_orders.cpp");
  llvm::sys::fs::rename(service.file("src/report.cpp"), service.file("src/open_orders.cpp"));
  ASSERT_EQ(test::run("cmake", {"-S", service.file(""), "-B", service.build()}).exit, 0);
  EXPECT_EQ(check().exit, 0);
  EXPECT_EQ(states(), (States{{"unchanged", 13}}));
}

TEST_F(Baseline, SurvivesARebase) {
  // Somebody else's commits come below: another function before each finding.
  edit("src/order_store.cpp", "namespace orders {", "namespace orders {\nint rebased();\n");
  edit("src/cleanup.cpp", "namespace orders {", "namespace orders {\nint rebasedToo();\n");
  test::git(service.file(""), {"checkout", "-q", "-b", "below"});
  test::git(service.file(""), {"commit", "-qam", "rebased"});
  EXPECT_EQ(check().exit, 0);
  EXPECT_EQ(states(), (States{{"unchanged", 13}}));
}

TEST_F(Baseline, IsRefusedWhenItIsNone) {
  auto said = [&](llvm::StringRef text) {
    service.write("baseline.sarif", text);
    Ran ran = check();
    EXPECT_EQ(ran.exit, 2) << text.str();
    return ran.errors;
  };
  EXPECT_NE(said("{\"runs\": [").find("is no JSON"), std::string::npos);
  EXPECT_NE(said("{}").find("is no SARIF log"), std::string::npos);
  EXPECT_NE(said(R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "other"}}, "results": []}]})")
                .find("was written by 'other', not by scalelint"),
            std::string::npos);
  EXPECT_NE(said(R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "scalelint"}}, "results": [{}]}]})")
                .find("without a name"),
            std::string::npos);
  llvm::sys::fs::remove(file);
  Ran missing = check();
  EXPECT_EQ(missing.exit, 2);
  EXPECT_NE(missing.errors.find("can't be read"), std::string::npos) << missing.errors;
}
