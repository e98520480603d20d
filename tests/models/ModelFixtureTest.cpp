// Every rule pack says of real calls what its fixture claims, and no row of a pack is there for
// nothing.
#include "tests/models/Facts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scalelint::test {

// Names a fixture in what GoogleTest prints.
static void PrintTo(const Row &row, std::ostream *out) {
  *out << row.file << ":" << row.line << ": " << row.name;
}

namespace {

std::string folder() { return std::string(SCALELINT_SOURCE_DIR) + "/testdata/models/"; }

std::vector<std::string> fixtures() {
  std::vector<std::string> result;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder(), error), end; it != end && !error;
       it.increment(error))
    if (llvm::StringRef(it->path()).ends_with(".cpp"))
      result.push_back(llvm::sys::path::stem(it->path()).str());
  llvm::sort(result);
  return result;
}

// The pack that a fixture is about has its name; a second fixture of one library adds a version:
// libpqxx7.
std::string packOf(const std::string &fixture) {
  for (const model::RulePack &pack : rulePacks())
    if (llvm::sys::path::stem(pack.file) == fixture)
      return pack.file;
  std::string library = llvm::StringRef(fixture).rtrim("0123456789").str();
  return library == fixture ? "" : packOf(library);
}

// What is kept of a fixture once it was analysed; programs are too large to keep them all.
struct Outcome {
  std::vector<std::string> problems;
  std::set<Row> exercised;
};

Outcome analyse(const std::string &name) {
  Outcome outcome;
  auto fixture = readFixture(folder() + name + ".cpp");
  if (!fixture) {
    outcome.problems.push_back(llvm::toString(fixture.takeError()));
    return outcome;
  }
  Facts claims = claimsOf(*fixture, outcome.problems);
  auto program = programOf(*fixture);
  if (!program) {
    outcome.problems.push_back(llvm::toString(program.takeError()));
    return outcome;
  }
  llvm::append_range(outcome.problems, differences(claims, factsOf(**program, packOf(name))));
  outcome.exercised = exercisedRows(**program);
  return outcome;
}

const Outcome &outcomeOf(const std::string &name) {
  static std::map<std::string, Outcome> known;
  auto it = known.find(name);
  if (it == known.end())
    it = known.emplace(name, analyse(name)).first;
  return it->second;
}

class ModelFixture : public testing::TestWithParam<std::string> {};

TEST_P(ModelFixture, SaysWhatItsPackMeans) {
  EXPECT_NE(packOf(GetParam()), "") << "no pack of rules/ has the fixture's name";
  for (const std::string &problem : outcomeOf(GetParam()).problems)
    ADD_FAILURE() << problem;
}

std::string testName(const testing::TestParamInfo<std::string> &test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Models, ModelFixture, testing::ValuesIn(fixtures()), testName);

TEST(RulePacks, HaveAFixtureForEveryRow) {
  std::set<Row> exercised;
  for (const std::string &name : fixtures())
    exercised.insert(outcomeOf(name).exercised.begin(), outcomeOf(name).exercised.end());
  for (const model::RulePack &pack : rulePacks())
    for (const Row &row : rowsOf(pack))
      EXPECT_TRUE(exercised.contains(row))
          << testing::PrintToString(row) << " is exercised by no fixture";
}

} // namespace
} // namespace scalelint::test
