// Which loops turn once per datum: the catalogue's "data-driven loop", case by case.
#include "tests/program/Linked.h"

#include "analysis/program/Lenses.h"
#include "analysis/program/Loops.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

using program::Turns;

struct LoopCase {
  const char *name;
  const char *source; // the first loop of `f` is judged
  Turns turns;
  const char *driver; // of a data-driven loop
};

// Shared by all cases.
const char *Head = R"(
#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <queue>
#include <string>
#include <thread>
#include <vector>
#include <postgresql/libpq-fe.h>
#include <mariadb/mysql.h>
void use(int);
bool failed(int);
extern bool stop;
)";

const LoopCase Cases[] = {
    {"AContainerOfUnknownSize",
     "void f(const std::vector<int> &ids) { for (int id : ids) use(id); }", Turns::DataDriven,
     "element of 'ids'"},
    {"AMapByBindings",
     "void f(const std::map<int, int> &stock) { for (auto &[id, count] : stock) use(id); }",
     Turns::DataDriven, "element of 'stock'"},
    {"Iterators",
     "void f(std::vector<int> &ids) { for (auto it = ids.begin(); it != ids.end(); ++it) use(*it); "
     "}",
     Turns::DataDriven, "element of 'ids'"},
    {"AnIndexUpToASize",
     "void f(std::vector<int> &ids) { for (size_t i = 0; i < ids.size(); ++i) use(ids[i]); }",
     Turns::DataDriven, "element of 'ids'"},
    {"ACountThatIsNotConstant", "void f(int n) { for (int i = 0; i < n; ++i) use(i); }",
     Turns::DataDriven, "turn up to 'n'"},
    {"TheResultOfAFunction", "std::vector<int> load(); void f() { for (int id : load()) use(id); }",
     Turns::DataDriven, "element of 'load()'"},
    {"AListThatStaysAsItWasMade",
     "void f() { std::vector<int> ids = {1, 2}; for (int id : ids) use(id); }", Turns::Constant,
     ""},
    {"AListThatGrew",
     "void f(int n) { std::vector<int> ids = {1}; ids.push_back(n); for (int id : ids) use(id); }",
     Turns::DataDriven, "element of 'ids'"},
    {"LinksOfAList",
     "struct Node { int id; Node *next; }; void f(Node *head) { for (Node *n = head; n; n = "
     "n->next) use(n->id); }",
     Turns::DataDriven, "link of 'head'"},
    {"RowsOfACursor",
     "void f(MYSQL *db) { mysql_query(db, \"SELECT id FROM orders\"); MYSQL_RES *rows = "
     "mysql_store_result(db);\n"
     "while (MYSQL_ROW row = mysql_fetch_row(rows)) use(row[0][0]); }",
     Turns::DataDriven, "row of 'orders'"},
    {"RowsOfAResultByIndex",
     "void f(PGconn *db) { PGresult *rows = PQexec(db, \"SELECT id FROM orders\");\n"
     "for (int i = 0; i < PQntuples(rows); ++i) use(i); }",
     Turns::DataDriven, "row of 'orders'"},
    {"FewRows",
     "void f(PGconn *db) { PGresult *rows = PQexec(db, \"SELECT id FROM orders LIMIT 5\");\n"
     "for (int i = 0; i < PQntuples(rows); ++i) use(i); }",
     Turns::Constant, ""},
    {"LinesOfInput",
     "void f(std::ifstream &in) { std::string line; while (std::getline(in, line)) "
     "use(line.size()); }",
     Turns::DataDriven, "item read from 'in'"},
    {"AQueueThatIsDrained",
     "void f(std::queue<int> jobs) { while (!jobs.empty()) { use(jobs.front()); jobs.pop(); } }",
     Turns::DataDriven, "element of 'jobs'"},
    {"ABracedList", "void f() { for (int id : {1, 2, 3}) use(id); }", Turns::Constant, ""},
    {"AnArray", "void f(const std::array<int, 4> &ids) { for (int id : ids) use(id); }",
     Turns::Constant, ""},
    {"ATableOfConstants",
     "static const int Ports[] = {80, 443}; void f() { for (int port : Ports) use(port); }",
     Turns::Constant, ""},
    {"AConstantCount", "void f() { for (int i = 0; i < 10; ++i) use(i); }", Turns::Constant, ""},
    {"ARetry",
     "void f() { for (int attempt = 0; attempt < 3; ++attempt) { if (!failed(attempt)) return; } }",
     Turns::Constant, ""},
    {"ARetryThatIsCountedElsewhere", "void f() { int left = 3; while (failed(left)) { --left; } }",
     Turns::Other, ""},
    {"AWorker", "void f() { while (!stop) use(1); }", Turns::Other, ""},
    {"APoll",
     "void f() { while (failed(1)) std::this_thread::sleep_for(std::chrono::seconds(1)); }",
     Turns::Other, ""},
    {"AnEventLoop", "int next(); void f() { for (;;) use(next()); }", Turns::Other, ""},
    {"PagesUntilOneIsEmpty",
     "std::vector<int> page(int); void f() { int n = 0; while (true) { auto rows = page(n); if "
     "(rows.empty()) break; ++n; } }",
     Turns::Other, ""},
    {"ChunksOfABatch",
     "void f(std::vector<int> &ids) { for (size_t i = 0; i < ids.size(); i += 100) use(i); }",
     Turns::Chunks, ""},
    {"TheFirstElement",
     "int f(const std::vector<int> &ids) { for (int id : ids) return id; return 0; }",
     Turns::LeavesFirst, ""},
};

class Loops : public testing::TestWithParam<LoopCase> {};

// All cases in one unit, each in a namespace of its name: the headers are read once.
const program::Program &programOfCases() {
  static const std::unique_ptr<program::Program> program = [] {
    std::string text = Head;
    for (const LoopCase &one : Cases)
      text += std::string("namespace ") + one.name + " {\n" + one.source + "\n}\n";
    return linked({{"loops.cpp", text}});
  }();
  return *program;
}

TEST_P(Loops, AreJudged) {
  const program::Program &program = programOfCases();
  const program::Function &function = functionNamed(program, std::string(GetParam().name) + "::f");
  ASSERT_FALSE(function.loops.empty());
  program::LoopTurns turns = program::turnsOf(program, program.lenses().statements,
                                              *program.frame(function), program::LoopId(0));
  EXPECT_EQ(static_cast<int>(turns.turns), static_cast<int>(GetParam().turns));
  if (GetParam().turns == Turns::DataDriven)
    EXPECT_EQ(turns.driver, GetParam().driver);
}

INSTANTIATE_TEST_SUITE_P(Program, Loops, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

} // namespace
} // namespace scalelint::test
