// Compile databases as they are found in the wild, and as nobody should write them.
#include "driver/CompileDatabase.h"
#include "tests/support/TemporaryFolder.h"

#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

using driver::parseCompileDatabase;

struct Broken {
  const char *name, *text, *error;
};

const Broken Cases[] = {
    {"Empty", "", "is empty; expected a list of compile commands"},
    {"Blank", " \n\t", "is empty; expected a list of compile commands"},
    {"NotJson", "all: main.o\n", "is no JSON, or cut off: [1:"},
    {"CutOff", "[{\"directory\": \"/b\", \"file\": \"a.cpp\", \"comm",
     "is no JSON, or cut off: [1:"},
    {"CutOffAfterAnEntry",
     "[{\"directory\": \"/b\", \"file\": \"a.cpp\", \"command\": \"c++ a.cpp\"},",
     "is no JSON, or cut off: [1:"},
    {"NoList", "{\"file\": \"a.cpp\"}", "expected a list of compile commands"},
    {"NoEntries", "[]", "lists no compile commands"},
    {"BadUtf8", "[\"\xff\xfe\"]", "is no JSON, or cut off: "},
};

class BrokenDatabase : public testing::TestWithParam<Broken> {};

TEST_P(BrokenDatabase, IsAnErrorThatSaysWhy) {
  auto database = parseCompileDatabase(GetParam().text, "/b/compile_commands.json");
  ASSERT_FALSE(bool(database));
  std::string error = llvm::toString(database.takeError());
  EXPECT_TRUE(llvm::StringRef(error).starts_with("/b/compile_commands.json: ")) << error;
  EXPECT_NE(error.find(GetParam().error), std::string::npos) << error;
}

INSTANTIATE_TEST_SUITE_P(CompileDatabase, BrokenDatabase, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

TEST(CompileDatabase, DeepNestingIsAnErrorAndNoCrash) {
  for (const char *opening : {"[", "{\"a\":"}) {
    std::string text;
    for (unsigned i = 0; i < 500'000; ++i)
      text += opening;
    auto database = parseCompileDatabase(text, "/b/compile_commands.json");
    ASSERT_FALSE(bool(database));
    EXPECT_EQ(llvm::toString(database.takeError()),
              "/b/compile_commands.json: is nested deeper than any compile database");
  }
}

std::vector<std::string> faults(const std::string &entries) {
  auto database =
      llvm::cantFail(parseCompileDatabase("[" + entries + "]", "/b/compile_commands.json"));
  std::vector<std::string> result;
  for (const Notification &each : database.notifications)
    result.push_back(each.message);
  return result;
}

TEST(CompileDatabase, AnEntryThatMakesNoSenseIsNamedByItsNumber) {
  using Faults = std::vector<std::string>;
  const std::string good = R"({"directory": "/b", "file": "a.cpp", "command": "c++ a.cpp"})";
  EXPECT_EQ(faults(good), Faults{});
  EXPECT_EQ(faults(good + ", 7"), Faults{"/b/compile_commands.json: entry 2 is not an object"});
  EXPECT_EQ(faults(R"({"directory": "/b", "command": "c++ a.cpp"}, )" + good),
            Faults{"/b/compile_commands.json: entry 1 has no 'file'"});
  EXPECT_EQ(faults(R"({"file": "a.cpp"})"),
            Faults{"/b/compile_commands.json: entry 1 has neither 'command' nor 'arguments'"});
  EXPECT_EQ(faults(R"({"file": "a.cpp", "arguments": []})"),
            Faults{"/b/compile_commands.json: entry 1 has neither 'command' nor 'arguments'"});
  EXPECT_EQ(faults(R"({"file": "a.cpp", "arguments": ["c++", "a\u0000b"]})"),
            Faults{"/b/compile_commands.json: entry 1 holds a null byte"});
}

std::string unitsOf(const std::string &text) {
  auto database = llvm::cantFail(parseCompileDatabase(text, "/b/compile_commands.json"));
  std::string result;
  for (const extract::Unit &unit : database.units)
    result += unit.file + ": " + llvm::join(unit.arguments, "|") + "\n";
  return result;
}

TEST(CompileDatabase, UnitsAreSortedAndTheFirstCommandOfAFileCounts) {
  EXPECT_EQ(unitsOf(R"([{"directory": "/b", "file": "z.cpp", "command": "c++ -DZ z.cpp"},
                        {"directory": "/b", "file": "../a.cpp", "command": "c++ -DA ../a.cpp"},
                        {"directory": "/b", "file": "z.cpp", "command": "c++ -DAGAIN z.cpp"}])"),
            "/a.cpp: c++|-DA|../a.cpp\n/b/z.cpp: c++|-DZ|z.cpp\n");
}

TEST(CompileDatabase, QuotesOfACommandAreTheShells) {
  EXPECT_EQ(unitsOf(R"([{"file": "a.cpp", "command": "c++ '-DA=\"x y\"' -DB=\\\"z\\\" a.cpp"}])"),
            "/b/a.cpp: c++|-DA=\"x y\"|-DB=\"z\"|a.cpp\n");
}

TEST(CompileDatabase, OnlyCAndCxxSourcesAreUnits) {
  EXPECT_EQ(
      unitsOf(R"([{"file": "a.s", "command": "as a.s"}, {"file": "b.cu", "command": "nvcc b.cu"},
                        {"file": "cmake_pch.hxx.cxx", "command": "c++ cmake_pch.hxx.cxx"},
                        {"file": "odd", "arguments": ["c++", "-x", "c++", "odd"]},
                        {"file": "c.c", "command": "cc c.c"}])"),
      "/b/c.c: cc|c.c\n/b/odd: c++|-x|c++|odd\n");
}

TEST(CompileDatabase, AFileThatIsNotThereOrCannotBeReadIsAnError) {
  TemporaryFolder folder;
  auto nothing = driver::findCompileDatabase(folder.path());
  ASSERT_FALSE(bool(nothing));
  EXPECT_NE(llvm::toString(nothing.takeError()).find("CMAKE_EXPORT_COMPILE_COMMANDS"),
            std::string::npos);
  folder.write("compile_commands.json/inside", ""); // a folder of that name
  auto unreadable = driver::readCompileDatabase(folder / "compile_commands.json");
  ASSERT_FALSE(bool(unreadable));
  EXPECT_NE(llvm::toString(unreadable.takeError()).find("compile_commands.json: can't be read: "),
            std::string::npos);
}

} // namespace
} // namespace scalelint::test
