// A whole project that somebody hostile prepared: its database is analysed, and nothing that it
// names runs.
#include "tests/driver/Driven.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sys/stat.h>

namespace scalelint::test {
namespace {

class HostileProject : public testing::Test {
protected:
  HostileProject() {
    setenv("HOSTILE_MARK", mark.c_str(), 1);
    for (const char *name : {"compiler", "wrapper", "ccache", "ld"})
      chmod(project.write(std::string("bin/") + name, "#!/bin/sh\ntouch '" + mark + "'\n").c_str(),
            0755);
  }
  ~HostileProject() override { unsetenv("HOSTILE_MARK"); }

  // Each command with a source of its own; all must be analysed, with the finding in each.
  void expectHarmless(std::vector<ProjectFolder::Words> commands) {
    for (size_t i = 0; i < commands.size(); ++i)
      project.unit("unit" + std::to_string(i) + ".cpp", WriteInLoop, commands[i]);
    project.writeDatabase();
    Outcome run = project.check({"--no-cache", "-j2"});
    EXPECT_EQ(run.exit, 1) << run.out << run.err;
    for (size_t i = 0; i < commands.size(); ++i)
      EXPECT_NE(run.out.find("unit" + std::to_string(i) + ".cpp:5:"), std::string::npos) << run.out;
    EXPECT_FALSE(llvm::sys::fs::exists(mark));
  }

  ProjectFolder project;
  std::string mark = project / "mark";
  std::string plugin = HOSTILE_PLUGIN;
};

TEST_F(HostileProject, LoadsNoPlugin) {
  expectHarmless({{"clang++", "-fplugin=" + plugin},
                  {"clang++", "-fpass-plugin=" + plugin},
                  {"clang++", "-Xclang", "-load", "-Xclang", plugin},
                  {"clang++", "-mllvm", "-load=" + plugin}});
}

TEST_F(HostileProject, RunsNoProgram) {
  std::string bin = project / "bin/";
  expectHarmless({{bin + "compiler"},
                  {bin + "ccache", bin + "compiler"},
                  {"c++", "-wrapper", bin + "wrapper,--args"},
                  {"c++", "-B", bin, "-fuse-ld=" + bin + "ld"},
                  {"sh", "-c", "touch '" + mark + "'"}});
}

TEST_F(HostileProject, ReadsNoResponseFileFromElsewhere) {
  TemporaryFolder elsewhere;
  std::string response = elsewhere.write("a.rsp", "-DNO_LOOP -fplugin=" + plugin);
  project.unit("a.cpp", "#ifndef NO_LOOP\n#line 1\n" + std::string(WriteInLoop) + "#endif\n",
               {"c++", "@" + response});
  project.writeDatabase();
  Outcome run = project.check({"--no-cache"});
  EXPECT_FALSE(llvm::sys::fs::exists(mark));
  EXPECT_NE(run.out.find("scale-write-in-loop"), std::string::npos)
      << run.out; // -DNO_LOOP was not read
}

TEST_F(HostileProject, WritesNothingButItsCache) {
  project.unit(
      "a.cpp", WriteInLoop,
      {"c++", "-c", "-o", project / "out.o", "-MD", "-MF", project / "out.d", "-save-temps"});
  project.writeDatabase();
  auto before = project.contents();
  project.check({"--no-cache"});
  EXPECT_EQ(project.contents(), before);
}

} // namespace
} // namespace scalelint::test
