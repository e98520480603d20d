// What is kept of a command, and what is not.
#include "analysis/extract/Command.h"

#include "gtest/gtest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace scalelint::extract;

namespace {

using Words = std::vector<std::string>;

llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> diskWith(std::map<std::string, std::string> files) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> disk(new llvm::vfs::InMemoryFileSystem);
  for (const auto &[path, text] : files)
    disk->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  return disk;
}

Command sanitised(Words words, std::map<std::string, std::string> files = {}) {
  auto disk = diskWith(std::move(files));
  return sanitise({"/project/build", "../src/a.cpp", std::move(words)}, {"/project"},
                  "/llvm/lib/clang/19", *disk);
}

// The words between the driver's fixed head and tail.
Words kept(Words words, std::map<std::string, std::string> files = {}) {
  Command command = sanitised(std::move(words), std::move(files));
  auto tail = llvm::find(command.arguments, "-fsyntax-only");
  return Words(command.arguments.begin() + 2, tail);
}

} // namespace

TEST(Command, KeepsWhatChangesTheMeaningOfTheSource) {
  EXPECT_EQ(kept({"g++", "-std=c++17", "-DX=1", "-I", "inc", "-isystem", "/opt/x", "-fno-exceptions",
                  "-include", "a.h", "-pthread", "-march=x86-64-v3", "-O2", "-fPIC"}),
            (Words{"-std=c++17", "-D", "X=1", "-I", "inc", "-isystem", "/opt/x", "-fno-exceptions",
                   "-include", "a.h", "-pthread", "-march=x86-64-v3", "-O2", "-fPIC"}));
}

TEST(Command, DropsWhatWritesLoadsOrRuns) {
  for (Words words : std::vector<Words>{
           {"-fplugin=/tmp/x.so"}, {"-fpass-plugin=/tmp/x.so"}, {"-Xclang", "-load", "-Xclang", "/tmp/x.so"},
           {"-Xclang", "-add-plugin", "-Xclang", "x"}, {"-Xclang", "-plugin", "-Xclang", "x"},
           {"-B", "/tmp"}, {"-B/tmp"}, {"-wrapper", "/tmp/run,x"}, {"-specs=/tmp/specs"}, {"--specs=/tmp/s"},
           {"-fuse-ld=/tmp/ld"}, {"-emit-llvm"}, {"-o", "a.o"}, {"-oa.o"}, {"-MD"}, {"-MMD"}, {"-MF", "a.d"},
           {"-MT", "x"}, {"-MJ", "j"}, {"-Wp,-MD,a.d"}, {"-save-temps"}, {"-save-temps=obj"}, {"-ftime-trace"},
           {"-ftime-trace=/tmp/t"}, {"-gsplit-dwarf"}, {"-mllvm", "-stats"}, {"-include-pch", "a.pch"},
           {"-fmodules"}, {"-fmodules-cache-path=/tmp/m"}, {"-fmodule-file=x=a.pcm"}, {"-fmodule-output"},
           {"--config", "/tmp/c"}, {"--config=/tmp/c"}, {"-Werror"}, {"-Wall"}, {"-c"}, {"-S"}, {"-E"},
           {"--offload-arch=native"}, {"--target=amdgcn-amd-amdhsa"}, {"-x", "cuda"}, {"-x", "hip"},
           {"--serialize-diagnostics", "d"}, {"-fdiagnostics-format=sarif"}, {"-foptimization-record-file=r"},
           {"-fcrash-diagnostics-dir=/tmp"}, {"-dumpdir", "x"}, {"-aux-info", "x"}, {"-fdump-tree-all"},
           {"-fconcepts-diagnostics-depth=8"}, {"-Wl,-rpath,x"}, {"-Wa,-al=x"}, {"-fprofile-generate=/tmp"}}) {
    std::string shown = llvm::join(words, " ");
    words.insert(words.begin(), "g++");
    EXPECT_EQ(kept(words), Words{}) << shown;
  }
}

TEST(Command, SkipsWrappersAsWords) {
  for (Words words : std::vector<Words>{{"ccache", "g++", "-DX"},
                                        {"/usr/bin/ccache", "/usr/bin/distcc", "g++", "-DX"},
                                        {"env", "A=b", "ccache", "C=d", "g++", "-DX"},
                                        {"libtool", "--tag=CXX", "--mode=compile", "g++", "-DX"},
                                        {"/bin/sh", "../libtool", "--mode=compile", "g++", "-DX"}})
    EXPECT_EQ(kept(words), (Words{"-D", "X"})) << llvm::join(words, " ");
}

TEST(Command, TheCompilersNameTellsLanguageAndMachine) {
  EXPECT_EQ(sanitised({"g++"}).arguments[0], "/llvm/bin/clang++");
  EXPECT_EQ(sanitised({"/usr/bin/c++"}).arguments[0], "/llvm/bin/clang++");
  EXPECT_EQ(sanitised({"g++-12"}).arguments[0], "/llvm/bin/clang++");
  EXPECT_EQ(sanitised({"gcc"}).arguments[0], "/llvm/bin/clang");
  EXPECT_EQ(kept({"aarch64-linux-gnu-g++-12"}), Words{"--target=aarch64-linux-gnu"});
  EXPECT_EQ(kept({"amdgcn-amd-amdhsa-clang++"}), Words{});
  EXPECT_EQ(sanitised({}).arguments[0], "/llvm/bin/clang");
}

TEST(Command, TheUnitsFileIsTheOnlyInput) {
  Command command = sanitised({"g++", "-c", "other.cpp", "-wrapper", "x", "third.cpp"});
  EXPECT_EQ(command.arguments.back(), "/project/build/../src/a.cpp");
  EXPECT_EQ(llvm::count_if(command.arguments, [](llvm::StringRef word) { return word.ends_with(".cpp"); }), 1);
}

TEST(Command, MacrosForThePreprocessorAreKept) {
  EXPECT_EQ(kept({"g++", "-Wp,-DX=1,-MD,a.d,-UY"}), (Words{"-DX=1", "-UY"}));
}

TEST(Command, CMakesForcedIncludeSurvivesWithoutItsPrecompiledHeader) {
  EXPECT_EQ(kept({"clang++", "-Xclang", "-include-pch", "-Xclang", "/b/cmake_pch.hxx.pch", "-Xclang",
                  "-include", "-Xclang", "/b/cmake_pch.hxx"}),
            (Words{"-include", "/b/cmake_pch.hxx"}));
}

TEST(Command, ResponseFilesOfTheProjectAreRead) {
  EXPECT_EQ(kept({"g++", "@a.rsp"},
                 {{"/project/build/a.rsp", "-DX '-DY=a b'\n@b.rsp -fplugin=/tmp/x.so"},
                  {"/project/build/b.rsp", "-DZ"}}),
            (Words{"-D", "X", "-D", "Y=a b", "-D", "Z"}));
}

TEST(Command, OtherResponseFilesAreNot) {
  for (const char *name : {"@/etc/a.rsp", "@../../etc/a.rsp", "@nowhere.rsp"}) {
    Command command = sanitised({"g++", name, "-DX"}, {{"/etc/a.rsp", "-DSECRET"}});
    EXPECT_FALSE(llvm::is_contained(command.arguments, "SECRET")) << name;
    ASSERT_EQ(command.refused.size(), 1u) << name;
    EXPECT_NE(command.refused[0].find("response file"), std::string::npos);
  }
}

TEST(Command, AResponseFileThatNamesItselfEnds) {
  Command command = sanitised({"g++", "@a.rsp"}, {{"/project/build/a.rsp", "-DX @a.rsp"}});
  EXPECT_EQ(command.refused.size(), 1u);
}

// Sixteen names of itself to a file, eight deep: 16^8 words if every one were read.
TEST(Command, AResponseFileThatMultipliesItselfEnds) {
  std::string self;
  for (unsigned copy = 0; copy < 16; ++copy)
    self += "@a.rsp ";
  Command command = sanitised({"g++", "@a.rsp"}, {{"/project/build/a.rsp", self}});
  EXPECT_FALSE(command.refused.empty());
  EXPECT_LT(command.refused.size(), 100u);
}

TEST(Command, OptionsWithoutTheirValueDoNotMatter) {
  kept({"g++", "-I"});
  kept({"g++", "-D"});
  kept({"g++", "-Xclang"});
  kept({"g++", "-Xclang", "-include"});
  kept({"g++", "-x"});
  kept({"", ""});
}
