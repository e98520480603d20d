// What a call may enter: stored callbacks, closures that library calls run, and circles that end.
#include "tests/program/Linked.h"

#include "analysis/program/CallGraph.h"
#include "analysis/program/Lenses.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

using Names = std::vector<std::string>;

TEST(CallGraph, AStoredCallbackIsEnteredWhereItIsCalled) {
  auto program = linked(
      {{"hub.h", "#include <functional>\n"
                 "struct Hub { std::function<void()> hook; void fire() { hook(); } };\n"},
       {"a.cpp",
        "#include \"hub.h\"\nvoid work() {}\nvoid attach(Hub &hub) { hub.hook = work; }\n"}});
  EXPECT_EQ(entered(*program, functionNamed(*program, "Hub::fire")), Names{"a.cpp: work"});
}

TEST(CallGraph, AParameterIsWhatItsCallersPass) {
  auto program = linked(
      {{"a.cpp",
        "void work() {}\nvoid run(void (*hook)()) { hook(); }\nvoid first() { run(work); }\n"}});
  EXPECT_EQ(entered(*program, functionNamed(*program, "run")), Names{"a.cpp: work"});
}

TEST(CallGraph, AMadeObjectRunsItsConstructor) {
  auto program = linked({{"a.cpp", "#include <memory>\nstruct Store { explicit Store(int) {} };\n"
                                   "void first() { auto store = std::make_unique<Store>(1); }\n"}});
  EXPECT_EQ(entered(*program, functionNamed(*program, "first")), Names{"a.cpp: Store::Store"});
}

// How the closure of the only call that takes one runs.
program::Mode modeIn(const program::Program &program, const std::string &name) {
  const program::Function &function = functionNamed(program, name);
  for (program::CallId call = 0; call < function.calls.size(); ++call)
    for (const program::Target &target : program::targets(program, *program.frame(function), call))
      return target.mode;
  ADD_FAILURE() << name << " enters nothing";
  return program::Mode::Call;
}

TEST(CallGraph, ALibraryCallRunsItsClosureAsItsPackSays) {
  auto program = linked(
      {{"a.cpp", "#include <algorithm>\n#include <mutex>\n#include <thread>\n#include "
                 "<vector>\nvoid work(int);\n"
                 "void each(std::vector<int> &ids) { std::for_each(ids.begin(), ids.end(), [](int "
                 "id) { work(id); }); }\n"
                 "void once(std::once_flag &flag) { std::call_once(flag, [] { work(1); }); }\n"
                 "void apart() { std::thread([] { work(1); }).join(); }\n"
                 "void direct() { [] { work(1); }(); }\n"}});
  EXPECT_EQ(modeIn(*program, "each"), program::Mode::PerElement);
  EXPECT_EQ(modeIn(*program, "once"), program::Mode::Callback);
  EXPECT_EQ(modeIn(*program, "apart"), program::Mode::OnThread);
  EXPECT_EQ(modeIn(*program, "direct"), program::Mode::Call);
}

TEST(CallGraph, CallersAreKnownAcrossUnits) {
  auto program = linked(
      {{"a.cpp", "void load() {}\n"},
       {"b.cpp", "void load();\nvoid first() { load(); }\nvoid second() { load(); load(); }\n"}});
  Names callers;
  for (const program::Site &site : functionNamed(*program, "load").callers)
    callers.push_back(site.function->displayName);
  EXPECT_EQ(callers, (Names{"first", "second", "second"}));
}

// A circle of calls below a root and around a loop: every lens ends, and each function is reached
// by its shortest way.
TEST(CallGraph, CirclesEnd) {
  auto program = linked(
      {{"a.cpp",
        "#include <httplib.h>\n#include <vector>\n"
        "void even(std::vector<int> &ids, int n);\n"
        "void odd(std::vector<int> &ids, int n) { for (int id : ids) even(ids, id + n); }\n"
        "void even(std::vector<int> &ids, int n) { if (n) odd(ids, n - 1); even(ids, n - 1); }\n"
        "void routes(httplib::Server &server, std::vector<int> &ids) {\n"
        "  server.Get(\"/v1/ids\", [&](const httplib::Request &, httplib::Response &) { even(ids, "
        "3); });\n"
        "}\n"}});
  const program::Roots &roots = program->lenses().roots;
  ASSERT_EQ(roots.all.size(), 1u);
  EXPECT_EQ(roots.all[0].name, "GET /v1/ids");
  const program::Reached *even = roots.reached(functionNamed(*program, "even"));
  const program::Reached *odd = roots.reached(functionNamed(*program, "odd"));
  ASSERT_TRUE(even && odd);
  EXPECT_EQ(even->distance, 1u);
  EXPECT_EQ(odd->distance, 2u);
  EXPECT_FALSE(roots.onRequestPath(functionNamed(*program, "routes")));
}

} // namespace
} // namespace scalelint::test
