// Nothing that a compile database names is run or loaded, and nothing is written. Each command is parsed
// for real; a mark tells when something was executed.
#include "analysis/extract/Frontend.h"
#include "tests/support/TemporaryFolder.h"

#include "gtest/gtest.h"
#include "llvm/ADT/StringExtras.h"

#include <cstdlib>
#include <dlfcn.h>
#include <sys/stat.h>

using namespace scalelint;

namespace {

using Words = std::vector<std::string>;

class HostileCommand : public testing::Test {
protected:
  HostileCommand() {
    setenv("HOSTILE_MARK", mark.c_str(), 1);
    folder.write("src/a.cpp", "int answer() { return 42; }\n");
    script = folder.write("run.sh", "#!/bin/sh\ntouch '" + mark + "'\n");
    for (const char *name : {"g++", "clang++", "ld", "as", "cc1plus", "amdgpu-arch", "nvptx-arch", "ccache"})
      executable(folder.write(std::string("bin/") + name, "#!/bin/sh\ntouch '" + mark + "'\n"));
    executable(script);
  }
  ~HostileCommand() override { unsetenv("HOSTILE_MARK"); }

  void executable(const std::string &path) { chmod(path.c_str(), 0755); }

  // Parses the unit with this command; everything on the disk must be as before.
  void expectHarmless(Words words) {
    auto before = folder.contents();
    extract::Unit unit{folder / "src", "a.cpp", words};
    bool parsed = false;
    auto summary = extract::analyse(unit, extract::UserCode({folder.path()}), {},
                                    [&](auto &, auto &, auto &) { parsed = true; });
    if (!summary)
      llvm::consumeError(summary.takeError());
    EXPECT_TRUE(parsed) << llvm::join(words, " ");
    EXPECT_EQ(folder.contents(), before) << llvm::join(words, " ");
  }

  test::TemporaryFolder folder;
  std::string mark = folder / "mark";
  std::string script;
  std::string plugin = HOSTILE_PLUGIN;
};

} // namespace

TEST_F(HostileCommand, LoadsNoPlugin) {
  for (const Words &words : std::vector<Words>{
           {"clang++", "-fplugin=" + plugin},
           {"clang++", "-fpass-plugin=" + plugin},
           {"clang++", "-Xclang", "-load", "-Xclang", plugin},
           {"clang++", "-Xclang", "-load", "-Xclang", plugin, "-Xclang", "-add-plugin", "-Xclang", "x"},
           {"clang++", "-Xclang", "-load", "-Xclang", plugin, "-Xclang", "-plugin", "-Xclang", "x"},
           {"clang++", "-cc1", "-load", plugin},
           {"clang++", "-load", plugin},
           {"clang++", "-mllvm", "-load=" + plugin},
           {"clang++", "-mllvm", "-load-pass-plugin=" + plugin}})
    expectHarmless(words);
}

TEST_F(HostileCommand, LoadsNoPluginFromAResponseFile) {
  folder.write("src/a.rsp", "-fplugin=" + plugin + " -Xclang -load -Xclang " + plugin);
  expectHarmless({"clang++", "@a.rsp"});
}

TEST_F(HostileCommand, ReadsNoConfigurationOfTheDriver) {
  folder.write("src/hostile.cfg", "-fplugin=" + plugin + "\n");
  expectHarmless({"clang++", "--config", folder / "src/hostile.cfg"});
  expectHarmless({"clang++", "--config=" + (folder / "src/hostile.cfg")});
  expectHarmless({"clang++", "--config-user-dir=" + (folder / "src"), "--config=hostile.cfg"});
}

TEST_F(HostileCommand, RunsNoProgram) {
  std::string bin = folder / "bin";
  for (const Words &words : std::vector<Words>{
           {script, "-c"},
           {bin + "/g++", "-c"},
           {bin + "/ccache", bin + "/g++", "-c"},
           {"env", "PATH=" + bin, script, "-c"},
           {"sh", "-c", script},
           {"g++", "-wrapper", script + ",x"},
           {"g++", "-B", bin},
           {"g++", "-B" + bin, "-fno-integrated-as"},
           {"g++", "-fuse-ld=" + script},
           {"g++", "--ld-path=" + script},
           {"g++", "-specs=" + script},
           {"clang++", "-x", "hip", "--offload-arch=native", "--rocm-path=" + folder.path()},
           {"clang++", "--target=amdgcn-amd-amdhsa", "-mcpu=native", "-B", bin},
           {"clang++", "-fopenmp", "-fopenmp-targets=amdgcn", "--offload-arch=native"},
           {"clang++", "--gcc-toolchain=" + folder.path(), "-B", bin}})
    expectHarmless(words);
}

TEST_F(HostileCommand, WritesNoFile) {
  std::string out = folder / "out";
  for (const Words &words : std::vector<Words>{
           {"g++", "-c", "-o", out},
           {"g++", "-S", "-emit-llvm", "-o", out},
           {"g++", "-MD", "-MF", out},
           {"g++", "-MMD"},
           {"clang++", "-MJ", out},
           {"g++", "-Wp,-MD," + out},
           {"g++", "-save-temps"},
           {"g++", "-save-temps=obj", "-c", "-o", out},
           {"clang++", "-ftime-trace=" + out},
           {"clang++", "-ftime-trace"},
           {"g++", "-gsplit-dwarf", "-c"},
           {"clang++", "--serialize-diagnostics", out},
           {"clang++", "-fmodules", "-fmodules-cache-path=" + out},
           {"clang++", "-fmodule-output=" + out},
           {"clang++", "-fsave-optimization-record", "-foptimization-record-file=" + out},
           {"clang++", "-fproc-stat-report=" + out},
           {"clang++", "-Xclang", "-header-include-file", "-Xclang", out},
           {"clang++", "-Xclang", "-stats-file=" + out},
           {"clang++", "-Xclang", "-diagnostic-log-file", "-Xclang", out},
           {"clang++", "-Xclang", "-emit-pch", "-o", out},
           {"clang++", "-fcrash-diagnostics-dir=" + out, "-gen-reproducer"},
           {"g++", "-fdump-tree-all", "-dumpdir", out}})
    expectHarmless(words);
}

// The mark works: without it the tests above could not fail.
TEST_F(HostileCommand, ThePluginLeavesAMarkWhenItIsLoaded) {
  void *handle = dlopen(plugin.c_str(), RTLD_NOW);
  ASSERT_TRUE(handle);
  dlclose(handle);
  EXPECT_TRUE(llvm::sys::fs::exists(mark));
}
