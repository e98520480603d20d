// A fixture file: one or several sources with what is expected of them in trailing comments.
#pragma once

#include "analysis/program/Program.h"
#include "checks/Finding.h"
#include "driver/Configuration.h"

#include "llvm/Support/Error.h"

#include <memory>
#include <string>
#include <vector>

namespace scalelint::test {

struct Part {
  std::string name;
  std::string text;
};

struct Expectation {
  enum class Kind { Expect, Ok, FalseAlarm, Missed } kind = Kind::Ok;
  std::string part;
  unsigned line = 0;
  std::string check;
  bool note = false;       // the level must be note
  std::string substring;   // of the message, may be empty
};

struct Fixture {
  std::string path;
  std::vector<Part> parts;
  std::vector<std::string> flags;   // of every part that is compiled
  std::string config;               // YAML
  std::vector<std::string> shows;   // what it is there to show: tests/fixtures/Coverage.h lists the words
  std::vector<Expectation> expectations;
};

llvm::Expected<Fixture> readFixture(const std::string &path);

// The same of a text; `name` is the file name of its only part when it has no `//---` lines.
Fixture parseFixture(const std::string &name, llvm::StringRef text);

// Every fixture of testdata/checks, sorted: "scale-n-plus-one-query/recursion".
std::vector<std::string> checkFixtures();

// Those of them whose check exists.
std::vector<std::string> implementedFixtures();

// Reads one of them by its name.
llvm::Expected<Fixture> checkFixture(const std::string &name);

// The name as GoogleTest takes it.
std::string testName(std::string fixture);

// The packs of rules/, read once.
const std::vector<model::RulePack> &rulePacks();

// The fixture's sources, analysed in memory with all packs and linked. A source that does not compile is an error.
llvm::Expected<std::unique_ptr<program::Program>> programOf(const Fixture &fixture);

// What `check` finds in the fixture.
llvm::Expected<std::vector<Finding>> findingsOf(const Fixture &fixture, const std::string &check);

// What all checks find in it.
llvm::Expected<std::vector<Finding>> allFindingsOf(const Fixture &fixture);

// One line for each expectation that does not hold and each finding that nobody expects.
std::vector<std::string> differences(const Fixture &fixture, const std::vector<Finding> &findings);

} // namespace scalelint::test
