// What `--baseline` and `--diff` say over the life of a service, on a history that git keeps.
#include "tests/driver/History.h"

using namespace scalelint;
using test::History;

namespace {

class Since : public testing::Test {
protected:
  void SetUp() override {
    test::Outcome written = service.run({"baseline", "update", "--baseline", baseline});
    ASSERT_EQ(written.exit, 0) << written.err;
    service.git({"checkout", "-q", "-b", "work"});
  }

  // By both ways; what differs is told with `the baseline's/the diff's`.
  std::string found() {
    std::string known = service.tables({"--baseline", baseline});
    counts = service.last.out;
    std::string changed = service.tables({"--diff", "main"});
    return known == changed ? known : known + "/" + changed;
  }

  History service;
  std::string baseline = service / "old.sarif";
  std::string counts;
};

bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_F(Since, NothingChanged) {
  EXPECT_EQ(found(), "");
  EXPECT_TRUE(has(counts, "0 new, 2 known, 0 gone")) << counts;
  EXPECT_TRUE(has(service.last.out, "2 on unchanged lines")) << service.last.out;
}

TEST_F(Since, ANewFinding) {
  service.write("src/lost.cpp", History::writer("lost", "lose"));
  EXPECT_EQ(found(), "lost") << "not yet committed, not even known to git";
  EXPECT_TRUE(has(counts, "1 new, 2 known, 0 gone")) << counts;
  service.commit("Lose");
  EXPECT_EQ(found(), "lost");
}

TEST_F(Since, ANewFindingInAnOldFile) {
  service.write("src/seen.cpp", History::writer("lost", "lose") + service.read("src/seen.cpp"));
  EXPECT_EQ(found(), "lost");
  service.commit("Lose");
  EXPECT_EQ(found(), "lost");
}

TEST_F(Since, AFindingOfACallWhoseLoopIsNew) {
  service.write("src/seen.cpp", "#include <postgresql/libpq-fe.h>\n"
                                "#include <vector>\n"
                                "void report(PGconn *db, const std::vector<int> &ids) {\n"
                                "    PQexec(db, \"INSERT INTO seen (id) VALUES (1)\");\n"
                                "}\n");
  service.commit("Without a loop");
  service.git({"branch", "-q", "-f", "main"});
  service.edit("src/seen.cpp", "    PQexec", "  for (int id : ids)\n    PQexec");
  EXPECT_EQ(service.tables({"--diff", "main"}), "seen") << "the call did not change, its path did";
}

TEST_F(Since, AFixedFinding) {
  service.edit("src/seen.cpp", "  for (int id : ids)\n", "");
  EXPECT_EQ(found(), "");
  EXPECT_TRUE(has(counts, "0 new, 1 known, 1 gone")) << counts;
}

TEST_F(Since, AMovedFile) {
  service.git({"mv", "src/seen.cpp", "src/report.cpp"});
  EXPECT_EQ(found(), "") << "in the index";
  service.commit("Move");
  EXPECT_EQ(found(), "");
  service.edit("src/report.cpp", "#include <vector>\n", "#include <vector>\n#include <string>\n");
  EXPECT_EQ(found(), "") << "moved and edited";
  EXPECT_TRUE(has(counts, "0 new, 2 known, 0 gone")) << counts;
}

TEST_F(Since, ARenamedFunction) {
  service.edit("src/seen.cpp", "void report(", "void reportAll(");
  service.commit("Rename");
  EXPECT_EQ(found(), "");
  EXPECT_TRUE(has(counts, "0 new, 2 known, 0 gone")) << counts;
}

TEST_F(Since, ARebasedBranch) {
  service.write("src/lost.cpp", History::writer("lost", "lose"));
  service.commit("Lose");
  service.git({"checkout", "-q", "main"});
  service.edit("src/seen.cpp", "void report(", "int counted();\n\nvoid report(");
  service.edit("src/sold.cpp", "VALUES (1)", "VALUES (2)");
  service.commit("Others' work");
  EXPECT_EQ(service.tables({"--diff", "main~1"}), "sold") << "seen from main itself";
  service.git({"checkout", "-q", "work"});
  EXPECT_EQ(service.tables({"--diff", "main"}), "lost") << "before the rebase: others' work does not count";
  service.git({"rebase", "-q", "main"});
  EXPECT_EQ(service.tables({"--diff", "main"}), "lost");
  EXPECT_EQ(service.tables({"--baseline", baseline}), "lost sold") << "another statement is another finding";
}

TEST_F(Since, BothTogether) {
  service.write("src/lost.cpp", History::writer("lost", "lose"));
  service.edit("src/seen.cpp", "    PQexec(db,", "    PQexec(db ,");
  EXPECT_EQ(service.tables({"--diff", "main"}), "lost seen");
  EXPECT_EQ(service.tables({"--diff", "main", "--baseline", baseline}), "lost") << "a changed line, a known finding";
  EXPECT_TRUE(has(service.last.out, "1 new, 1 known, 0 gone; 1 on unchanged lines")) << service.last.out;
}

TEST_F(Since, ACommentThatSilencesNothingIsOldUntilItOrItsLinesChange) {
  auto isReported = [&] {
    service.tables({"--diff", "main"});
    return has(service.last.out, "[suppression-unused]");
  };
  service.edit("src/sold.cpp", "}\n", "}\n// NOLINTBEGIN(scale-over-fetch)\nint counted();\n// NOLINTEND(scale-over-fetch)\n");
  EXPECT_TRUE(isReported()) << "new";
  service.commit("Count");
  service.git({"branch", "-q", "-f", "main"});
  service.edit("src/sold.cpp", "#include <vector>", "#include <string>\n#include <vector>");
  EXPECT_FALSE(isReported()) << "others' lines";
  service.edit("src/sold.cpp", "int counted()", "long counted()");
  EXPECT_TRUE(isReported()) << "a line that it covers";
}

TEST_F(Since, WhatGitIgnoresIsNotNew) {
  service.write(".gitignore", "/build/\n*.sarif\n/src/made.cpp\n");
  service.commit("Ignore");
  service.write("src/made.cpp", History::writer("lost", "lose"));
  EXPECT_EQ(service.tables({"--diff", "main"}), "");
}

TEST_F(Since, TwoWorkTreesHaveOneBaseline) {
  std::string other = service / "other";
  service.git({"worktree", "add", "-q", other, "main"});
  EXPECT_EQ(test::scalelint({"baseline", "update", "--baseline", other + "/again.sarif", "-p", service / "build", "--quiet",
                             "--source-root", service / ""})
                .exit,
            0);
  EXPECT_TRUE(test::contents(baseline) == test::contents(other + "/again.sarif"));
}

TEST_F(Since, ARevisionThatIsNoneIsAnError) {
  auto said = [&](const std::string &revision) {
    test::Outcome ran = service.run({"check", "--diff=" + revision});
    EXPECT_EQ(ran.exit, 2) << revision;
    return ran.err;
  };
  EXPECT_TRUE(has(said("mian"), "--diff: unknown revision 'mian'; expected 'main' or 'work'")) << said("mian");
  EXPECT_TRUE(has(said("--output=x"), "unknown revision '--output=x'")) << said("--output=x");
  EXPECT_TRUE(has(said("HEAD:src"), "unknown revision")) << "a folder is no commit";
  EXPECT_TRUE(has(said(""), "--diff: is empty")) << said("");
  service.git({"checkout", "-q", "--orphan", "island"});
  service.commit("Alone");
  EXPECT_TRUE(has(said("main"), "no commit in common")) << said("main");
}

TEST(Diff, OutsideOfARepositoryIsAnError) {
  test::ProjectFolder project;
  project.unit("main.cpp", test::WriteInLoop);
  project.writeDatabase();
  test::Outcome ran = project.check({"--diff", "main"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_TRUE(has(ran.err, "is in no git repository")) << ran.err;
}
