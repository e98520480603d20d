// What the front end hands to the walk.
#include "analysis/extract/Frontend.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "gtest/gtest.h"
#include "llvm/ADT/STLExtras.h"

using namespace scalelint;

namespace {

using Files = std::map<std::string, std::string>;

llvm::Expected<summary::TUSummary> parse(const Files &files, const extract::Extract &extract,
                                         std::vector<std::string> words = {"g++", "-std=c++20"},
                                         const char *main = "/project/src/main.cpp") {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> memory(new llvm::vfs::InMemoryFileSystem);
  for (const auto &[path, text] : files)
    memory->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> disk(
      new llvm::vfs::OverlayFileSystem(llvm::vfs::createPhysicalFileSystem()));
  disk->pushOverlay(memory);
  extract::FrontendOptions options;
  options.files = disk;
  extract::Unit unit{"/", main, std::move(words)};
  return extract::analyse(unit, extract::UserCode({"/project"}, {"third_party"}), options, extract);
}

summary::TUSummary parsed(const Files &files, std::vector<std::string> words = {"g++", "-std=c++20"}) {
  return llvm::cantFail(parse(files, [](auto &, auto &, auto &) {}, std::move(words)));
}

struct Bodies : clang::RecursiveASTVisitor<Bodies> {
  std::set<std::string> names;
  bool VisitFunctionDecl(clang::FunctionDecl *function) {
    if (function->hasBody() && function->getBody())
      names.insert(function->getQualifiedNameAsString());
    return true;
  }
};

std::set<std::string> bodiesIn(const Files &files) {
  Bodies bodies;
  llvm::cantFail(parse(files, [&](clang::ASTContext &context, auto &, auto &) {
    bodies.TraverseAST(context);
  }));
  return bodies.names;
}

const summary::File *fileNamed(const summary::TUSummary &unit, llvm::StringRef path) {
  auto it = llvm::find_if(unit.files, [&](const auto &file) { return file.path == path; });
  return it == unit.files.end() ? nullptr : &*it;
}

} // namespace

TEST(Frontend, ListsTheFilesReadMainFileFirst) {
  auto unit = parsed({{"/project/src/main.cpp", "#include \"../inc/a.h\"\n#include <lib.h>\n"},
                      {"/project/inc/a.h", "int a();\n"},
                      {"/opt/lib/lib.h", "int lib();\n"}},
                     {"g++", "-isystem", "/opt/lib"});
  EXPECT_EQ(unit.mainFile, "/project/src/main.cpp");
  ASSERT_EQ(unit.files.size(), 3u);
  EXPECT_EQ(unit.files[0].path, "/project/src/main.cpp");
  EXPECT_TRUE(unit.files[0].user);
  EXPECT_TRUE(fileNamed(unit, "/project/inc/a.h")->user);
  EXPECT_FALSE(fileNamed(unit, "/opt/lib/lib.h")->user);
  EXPECT_NE(unit.files[0].hash, unit.files[1].hash);
}

TEST(Frontend, TheHashIsThatOfTheContents) {
  auto before = parsed({{"/project/src/main.cpp", "int a;\n"}});
  auto same = parsed({{"/project/src/main.cpp", "int a;\n"}});
  auto after = parsed({{"/project/src/main.cpp", "int b;\n"}});
  EXPECT_EQ(before.files[0].hash, same.files[0].hash);
  EXPECT_NE(before.files[0].hash, after.files[0].hash);
}

TEST(Frontend, KeepsUserBodiesAndSkipsOthers) {
  auto names = bodiesIn({{"/project/src/main.cpp", "#include \"own.h\"\n#include \"../third_party/other.h\"\n"
                                                   "int main() { return own() + other(); }\n"},
                         {"/project/src/own.h", "inline int own() { return 1; }\n"},
                         {"/project/third_party/other.h", "inline int other() { return 2; }\n"}});
  EXPECT_EQ(names, (std::set<std::string>{"main", "own"}));
}

TEST(Frontend, ASystemHeaderInsideTheProjectIsNotUserCode) {
  auto unit = parsed({{"/project/src/main.cpp", "#include <dep.h>\n"}, {"/project/dep/dep.h", "int dep();\n"}},
                     {"g++", "-isystem", "/project/dep"});
  EXPECT_FALSE(fileNamed(unit, "/project/dep/dep.h")->user);
}

TEST(Frontend, AMissingHeaderIsFatalAndTheRestIsParsed) {
  Files files = {{"/project/src/main.cpp", "#include \"gone.h\"\nint after() { return 1; }\n"}};
  EXPECT_EQ(bodiesIn(files), std::set<std::string>{"after"});
  auto unit = parsed(files);
  ASSERT_EQ(unit.diagnostics.size(), 1u);
  EXPECT_TRUE(unit.diagnostics[0].fatal);
  EXPECT_EQ(unit.diagnostics[0].message, "'gone.h' file not found");
  EXPECT_EQ(unit.diagnostics[0].span.file, 0u);
  EXPECT_EQ(unit.diagnostics[0].span.line, 1u);
  EXPECT_EQ(unit.diagnostics[0].span.column, 10u);
}

TEST(Frontend, AnErrorOfUserCodeIsFatalOneOfALibraryIsNot) {
  auto own = parsed({{"/project/src/main.cpp", "int a = nothing;\nint b() { return 1; }\n"}});
  ASSERT_EQ(own.diagnostics.size(), 1u);
  EXPECT_TRUE(own.diagnostics[0].fatal);
  auto library = parsed({{"/project/src/main.cpp", "#include <lib.h>\n"}, {"/opt/lib/lib.h", "int a = nothing;\n"}},
                        {"g++", "-isystem", "/opt/lib"});
  ASSERT_EQ(library.diagnostics.size(), 1u);
  EXPECT_FALSE(library.diagnostics[0].fatal);
}

TEST(Frontend, WarningsAndOtherCompilersOptionsAreQuiet) {
  auto unit = parsed({{"/project/src/main.cpp", "#warning x\nint narrow[] = {1.5};\nint f() {}\n"}},
                     {"g++", "-Wall", "-Werror", "-fconcepts-diagnostics-depth=4", "--param=max-inline=3",
                      "-fno-ipa-icf", "-mno-such-option"});
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Frontend, AnUnknownProcessorCostsOnlyItself) {
  auto unit = parsed({{"/project/src/main.cpp", "int a;\n"}}, {"g++", "-march=znver99", "-DX"});
  EXPECT_TRUE(unit.diagnostics.empty());
  EXPECT_FALSE(unit.files.empty());
}

TEST(Frontend, ErrorsAreCapped) {
  std::string text;
  for (unsigned line = 0; line < 1000; ++line)
    text += "int a" + std::to_string(line) + " = nothing;\n";
  EXPECT_LE(parsed({{"/project/src/main.cpp", text}}).diagnostics.size(), 100u);
}

TEST(Frontend, AUnitThatCannotBeParsedIsAnError) {
  auto none = [](auto &, auto &, auto &) { FAIL(); };
  auto missing = parse({}, none, {"g++"}, "/project/src/gone.cpp");
  ASSERT_FALSE(static_cast<bool>(missing));
  EXPECT_NE(llvm::toString(missing.takeError()).find("gone.cpp"), std::string::npos);
  auto folder = parse({{"/project/src/x.cpp/y", ""}}, none, {"g++"}, "/project/src/x.cpp");
  ASSERT_FALSE(static_cast<bool>(folder));
  EXPECT_NE(llvm::toString(folder.takeError()).find("is not a file"), std::string::npos);
}

TEST(Frontend, CFilesAreParsedAsC) {
  auto unit = llvm::cantFail(parse({{"/project/src/a.c", "int class = 1;\n"}}, [](auto &, auto &, auto &) {}, {"cc"},
                                   "/project/src/a.c"));
  EXPECT_TRUE(unit.diagnostics.empty());
}

TEST(Frontend, SuppressionsOfUserFilesAreCollected) {
  auto unit = parsed({{"/project/src/main.cpp", "#include \"a.h\"\n#include <lib.h>\nint b; // NOLINT\n"},
                      {"/project/src/a.h", "int a; // NOLINT(scale-*)\n"},
                      {"/opt/lib/lib.h", "int c; // NOLINT\n"}},
                     {"g++", "-isystem", "/opt/lib"});
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 3u);
  EXPECT_EQ(unit.files[unit.suppressions[1].file].path, "/project/src/a.h");
}

TEST(Frontend, SuppressionsInCodeThatIsLeftOutAreNotCollected) {
  auto unit = parsed({{"/project/src/main.cpp", "#if 0\nint a; // NOLINT(scale-a)\n#else\nint b; // NOLINT(scale-b)\n#endif\n"
                                                "#ifdef OTHER\nint c; // NOLINT(scale-c)\n#endif\nint d; // NOLINT(scale-d)\n"}});
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 4u);
  EXPECT_EQ(unit.suppressions[1].firstLine, 9u);
}

TEST(Frontend, AHeaderThatIsReadTwiceIsLeftOutWhereBothSkipIt) {
  auto unit = parsed({{"/project/src/main.cpp", "#define FIRST\n#include \"a.h\"\n#undef FIRST\n#include \"a.h\"\n"},
                      {"/project/src/a.h", "#ifdef FIRST\nint a; // NOLINT(scale-a)\n#else\nint b; // NOLINT(scale-b)\n#endif\n"
                                           "#ifdef NEVER\nint c; // NOLINT(scale-c)\n#endif\n"}});
  ASSERT_EQ(unit.suppressions.size(), 2u);
  EXPECT_EQ(unit.suppressions[0].firstLine, 2u);
  EXPECT_EQ(unit.suppressions[1].firstLine, 4u);
}
