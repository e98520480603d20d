// What a user may get wrong, through the real program: each is told with its place, and nothing
// else is lost.
#include "tests/driver/Driven.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

bool says(const std::string &text, const std::string &words) {
  return text.find(words) != std::string::npos;
}

class MalformedInput : public testing::Test {
protected:
  MalformedInput() { project.unit("a.cpp", WriteInLoop); }

  // The finding of a.cpp is still there.
  void expectTheRest(const Outcome &run) {
    EXPECT_TRUE(says(run.out, "a.cpp:5:")) << run.out << run.err;
  }

  void expectUsageError(const Outcome &run, const std::string &words) {
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_TRUE(says(run.err, words)) << run.err;
  }

  ProjectFolder project;
};

TEST_F(MalformedInput, WithoutFaultsTheFindingIsReported) {
  project.writeDatabase();
  Outcome run = project.check();
  EXPECT_EQ(run.exit, 1) << run.err;
  expectTheRest(run);
}

TEST_F(MalformedInput, ADatabaseThatIsCutOff) {
  project.writeDatabase();
  std::string text = contentOf(project / "build/compile_commands.json");
  project.write("build/compile_commands.json", text.substr(0, text.size() / 2));
  expectUsageError(project.check(), "build/compile_commands.json: is no JSON, or cut off: [1:");
}

TEST_F(MalformedInput, ADatabaseThatIsNoJson) {
  project.write("build/compile_commands.json", "cc -c a.c\n");
  expectUsageError(project.check(), "build/compile_commands.json: is no JSON");
}

TEST_F(MalformedInput, ADatabaseWithoutUnits) {
  project.write("build/compile_commands.json", "[]");
  expectUsageError(project.check(), "build/compile_commands.json: lists no compile commands");
}

TEST_F(MalformedInput, NoDatabase) {
  expectUsageError(project.check(), "CMAKE_EXPORT_COMPILE_COMMANDS");
  expectUsageError(scalelint({"check", "-p", project / "gone"}), "no compile_commands.json at");
}

TEST_F(MalformedInput, ASourceThatIsNotThere) {
  project.entry(project / "src/gone.cpp");
  project.writeDatabase();
  Outcome run = project.check();
  EXPECT_EQ(run.exit, 3);
  expectTheRest(run);
  EXPECT_TRUE(says(run.out, "src/gone.cpp")) << run.out;
}

TEST_F(MalformedInput, ASourceThatCannotBeRead) {
  project.write("src/folder.cpp/inside", "");
  project.entry(project / "src/folder.cpp");
  project.writeDatabase();
  Outcome run = project.check();
  EXPECT_EQ(run.exit, 3);
  expectTheRest(run);
  EXPECT_TRUE(says(run.out, "src/folder.cpp")) << run.out;
}

TEST_F(MalformedInput, AHeaderThatIsMissing) {
  project.unit("b.cpp", "#include \"gone.h\"\nint b() { return 1; }\n");
  project.writeDatabase();
  Outcome run = project.check({"--sarif", project / "out.sarif"});
  EXPECT_EQ(run.exit, 3);
  expectTheRest(run);
  EXPECT_TRUE(says(run.out, "'gone.h' file not found")) << run.out;
  std::string sarif = contentOf(project / "out.sarif");
  EXPECT_TRUE(says(sarif, "'gone.h' file not found"));
  EXPECT_TRUE(says(sarif, "\"executionSuccessful\": false") ||
              says(sarif, "\"executionSuccessful\":false"));
}

TEST_F(MalformedInput, AnEntryOfTheDatabase) {
  project.writeDatabase();
  std::string text = contentOf(project / "build/compile_commands.json");
  project.write("build/compile_commands.json", "[{\"directory\": \"/\"}," + text.substr(1));
  Outcome run = project.check();
  EXPECT_EQ(run.exit, 3);
  expectTheRest(run);
  EXPECT_TRUE(says(run.out, "entry 1 has no 'file'")) << run.out;
}

TEST_F(MalformedInput, ASourceThatNestsTooDeeply) {
  project.unit("deep.cpp", "int f() { return " + std::string(200'000, '(') + "1" +
                               std::string(200'000, ')') + "; }\n");
  project.writeDatabase();
  Outcome run = project.check();
  EXPECT_EQ(run.exit, 3);
  expectTheRest(run);
  EXPECT_TRUE(says(run.out, "deep.cpp")) << run.out;
}

TEST_F(MalformedInput, ARulePackWithATypo) {
  project.writeDatabase();
  std::string pack =
      project.write("own.yaml", "library: own\nreference: https://example.org\n"
                                "operations:\n  - call: own::fetch\n    does: sql.exeucte\n");
  expectUsageError(project.check({"--rules", pack}), "own.yaml:5:11: ");
  expectUsageError(project.check({"--rules", pack}), "did you mean 'sql.execute'?");
}

TEST_F(MalformedInput, ARulePackWithAMatcherThatDoesNotParse) {
  project.writeDatabase();
  std::string pack =
      project.write("own.yaml", "library: own\nreference: https://example.org\n"
                                "marks:\n  - matcher: callExp(callee(x()))\n    is: log\n");
  expectUsageError(project.check({"--rules", pack}), "own.yaml:4:5: in the matcher: ");
}

TEST_F(MalformedInput, ARulePackThatIsNotThere) {
  project.writeDatabase();
  expectUsageError(project.check({"--rules", project / "gone.yaml"}), "gone.yaml");
}

TEST_F(MalformedInput, ACheckThatThereIsNot) {
  project.writeDatabase();
  expectUsageError(project.check({"--checks", "scale-n-plus-one-qury"}),
                   "unknown check 'scale-n-plus-one-qury'; did you mean 'scale-n-plus-one-query'?");
  expectUsageError(project.check({"--checks", "scale-*,-scale-write-in-lop"}),
                   "did you mean 'scale-write-in-loop'?");
  expectUsageError(scalelint({"explain", "scale-write-in-lop"}),
                   "did you mean 'scale-write-in-loop'?");
}

TEST_F(MalformedInput, GlobsMayFitNothing) {
  project.writeDatabase();
  expectUsageError(project.check({"--checks", "nothing-*"}), "no check is left to run");
}

TEST_F(MalformedInput, AKeyOfTheConfiguration) {
  project.writeDatabase();
  project.write(".scalelint.yaml", "profile: strict\nexclud: [third_party]\n");
  expectUsageError(project.check(), ".scalelint.yaml:2:1: ");
  expectUsageError(project.check(), "did you mean 'exclude'?");
}

TEST_F(MalformedInput, ACheckOfTheConfiguration) {
  project.writeDatabase();
  project.write(".scalelint.yaml", "checks:\n  scale-write-in-lop: off\n");
  expectUsageError(project.check(), "did you mean 'scale-write-in-loop'?");
}

TEST_F(MalformedInput, AConfigurationThatIsNoYaml) {
  project.writeDatabase();
  project.write(".scalelint.yaml", "checks: [\n");
  expectUsageError(project.check(), ".scalelint.yaml:");
  project.write(".scalelint.yaml", std::string(100'000, '['));
  expectUsageError(project.check(), ".scalelint.yaml:");
}

TEST_F(MalformedInput, AnOptionThatThereIsNot) {
  expectUsageError(scalelint({"check", "--sarf", "x"}),
                   "unknown option '--sarf'; did you mean '--sarif'?");
  expectUsageError(scalelint({"chek"}), "unknown command 'chek'; did you mean 'check'?");
}

TEST_F(MalformedInput, AReportThatCannotBeWritten) {
  project.writeDatabase();
  Outcome run = project.check({"--sarif", project / "no/such/folder/out.sarif"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_TRUE(says(run.err, "cannot write ")) << run.err;
}

} // namespace
} // namespace scalelint::test
