// The cache never changes what is reported: not when it is warm, not when it is damaged.
#include "tests/driver/Driven.h"

#include "driver/Pipeline.h"

#include "checks/Check.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

class CachedRuns : public testing::Test {
protected:
  CachedRuns() {
    project.unit("a.cpp", WriteInLoop);
    project.unit("b.cpp", "#include \"b.h\"\nint b() { return limit; }\n");
    project.write("src/b.h", "const int limit = 3;\n");
    project.writeDatabase();
  }

  unsigned fromCache() {
    driver::UnitOptions options;
    options.build = project / "build";
    progress.clear();
    llvm::raw_string_ostream err(progress);
    driver::Surroundings surroundings{allChecks(), llvm::nulls(), err};
    auto sources = llvm::cantFail(driver::readSources(
        options, std::string(SCALELINT_SOURCE_DIR) + "/rules", surroundings, /*quiet=*/false));
    EXPECT_EQ(sources.summaries.size(), 2u);
    EXPECT_TRUE(sources.notifications.empty());
    return sources.fromCache;
  }

  std::vector<std::string> stored() {
    std::vector<std::string> result;
    for (const std::string &file : project.contents())
      if (llvm::StringRef(file).ends_with(".summary"))
        result.push_back(file);
    return result;
  }

  void damage(llvm::function_ref<std::string(std::string)> change) {
    for (const std::string &file : stored()) {
      std::error_code error;
      std::string bytes = change(contentOf(file));
      llvm::raw_fd_ostream(file, error) << bytes;
    }
  }

  ProjectFolder project;
  std::string progress; // of the last run
};

TEST_F(CachedRuns, AreTakenFromItUntilAFileChanges) {
  EXPECT_EQ(fromCache(), 0u);
  EXPECT_EQ(stored().size(), 2u);
  EXPECT_EQ(fromCache(), 2u);
  project.write("src/b.h", "const int limit = 4;\n");
  EXPECT_EQ(fromCache(), 1u);
  EXPECT_EQ(fromCache(), 2u);
}

TEST_F(CachedRuns, TellTheProgressOfWhatIsExtractedAlone) {
  fromCache();
  EXPECT_EQ(progress, "50 % (1 of 2 units)\n100 % (2 of 2 units)\n");
  fromCache();
  EXPECT_EQ(progress, "");
  project.write("src/b.h", "const int limit = 4;\n");
  fromCache();
  EXPECT_EQ(progress, "100 % (1 of 1 units)\n");
}

TEST_F(CachedRuns, SayTheSameWarmAndCold) {
  Outcome none = project.check({"--no-cache"}), cold = project.check(), warm = project.check();
  EXPECT_EQ(none.exit, 1);
  EXPECT_NE(none.out.find("a.cpp:5:"), std::string::npos) << none.out;
  EXPECT_EQ(cold.out, none.out);
  EXPECT_EQ(warm.out, none.out);
}

TEST_F(CachedRuns, AnEntryThatIsCutOffIsExtractedAgain) {
  Outcome before = project.check();
  for (double part : {0.0, 0.01, 0.5, 0.99}) {
    damage([&](std::string bytes) {
      return bytes.substr(0, static_cast<size_t>(bytes.size() * part));
    });
    EXPECT_EQ(fromCache(), 0u) << part;
    EXPECT_EQ(project.check().out, before.out);
  }
}

TEST_F(CachedRuns, AnEntryWithOtherBytesIsExtractedAgain) {
  Outcome before = project.check();
  for (double place : {0.02, 0.3, 0.6, 0.999}) {
    damage([&](std::string bytes) {
      bytes[static_cast<size_t>(bytes.size() * place)] ^= 0x55;
      return bytes;
    });
    EXPECT_EQ(fromCache(), 0u) << place;
    EXPECT_EQ(project.check().out, before.out);
  }
  damage([](std::string) { return "not a summary"; });
  EXPECT_EQ(project.check().out, before.out);
}

TEST_F(CachedRuns, AFolderThatCannotBeMadeIsANoteAndNoMore) {
  std::string taken = project.write("taken", "a file");
  Outcome run = project.check({"--cache", taken});
  EXPECT_EQ(run.exit, 1);
  EXPECT_NE(run.out.find("a.cpp:5:"), std::string::npos);
  EXPECT_NE((run.out + run.err).find("no cache: "), std::string::npos) << run.out << run.err;
}

} // namespace
} // namespace scalelint::test
