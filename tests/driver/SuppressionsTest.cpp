// Comments that silence findings, from the source to what is printed of them.
#include "tests/driver/Driven.h"

#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

using namespace scalelint;
using llvm::json::Array;
using llvm::json::Object;

namespace {

class Silenced : public testing::Test {
protected:
  // A loop that writes to `table`; the finding stands on line 5, behind it the comment.
  static std::string writer(const std::string &table, const std::string &comment = "") {
    return "#include <postgresql/libpq-fe.h>\n"
           "#include <vector>\n"
           "inline void " + table + "(PGconn *db, const std::vector<int> &ids) {\n"
           "  for (int id : ids)\n"
           "    PQexec(db, \"INSERT INTO " + table + " (id) VALUES (1)\");" + (comment.empty() ? "" : " // " + comment) + "\n"
           "}\n";
  }

  void unit(const std::string &name, const std::string &text) { project.unit(name, text); }
  void configure(const std::string &text) { project.write(".scalelint.yaml", text); }

  test::Outcome run(std::vector<std::string> more = {}) {
    project.writeDatabase();
    return project.check(more);
  }

  // The notifications of a run: "src/a.cpp:5: id: message", one a line.
  std::string said(std::vector<std::string> more = {}) {
    std::string file = project / "out.sarif";
    more.insert(more.end(), {"--sarif", file, "--source-root", project.path()});
    last = run(more);
    auto log = llvm::json::parse(test::contentOf(file));
    if (!log)
      return llvm::toString(log.takeError()) + last.err;
    const Object &first = *log->getAsObject()->getArray("runs")->front().getAsObject();
    std::string text;
    for (const auto &each : *first.getArray("invocations")->front().getAsObject()->getArray("toolExecutionNotifications")) {
      const Object &note = *each.getAsObject();
      const Object &place =
          *note.getArray("locations")->front().getAsObject()->getObject("physicalLocation");
      text += place.getObject("artifactLocation")->getString("uri")->str() + ":" +
              std::to_string(*place.getObject("region")->getInteger("startLine")) + ": " +
              note.getObject("descriptor")->getString("id")->str() + ": " +
              note.getObject("message")->getString("text")->str() + "\n";
    }
    return text;
  }

  static std::string unused(const std::string &place, const std::string &check) {
    return place + ": suppression-unused: '" + check + "' finds nothing that this comment could silence; take it out\n";
  }

  test::ProjectFolder project;
  test::Outcome last;
};

bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_F(Silenced, TheReasonReachesTheLog) {
  unit("a.cpp", writer("seen", "NOLINT(scale-write-in-loop): ids are at most three"));
  EXPECT_EQ(said(), "");
  EXPECT_EQ(last.exit, 0) << last.out;
  EXPECT_TRUE(has(last.out, "no findings; 1 suppressed")) << last.out;
  std::string log = test::contentOf(project / "out.sarif");
  EXPECT_TRUE(has(log, "\"justification\": \"ids are at most three\"") || has(log, "\"justification\":\"ids are at most three\""));
}

TEST_F(Silenced, OfSeveralCommentsTheOneWithAReasonSpeaks) {
  unit("a.cpp", "// NOLINTBEGIN(scale-write-in-loop): a job of the night\n" + writer("seen", "NOLINT(scale-write-in-loop)") +
                    "// NOLINTEND(scale-write-in-loop)\n");
  EXPECT_EQ(said(), "") << "either one is of use";
  EXPECT_TRUE(has(test::contentOf(project / "out.sarif"), "a job of the night"));
}

TEST_F(Silenced, ACommentThatFindsNothingIsReported) {
  unit("a.cpp", writer("seen", "NOLINT(scale-write-in-loop, scale-n-plus-one-query): short"));
  unit("b.cpp", "// NOLINTNEXTLINE(scale-missing-timeout)\nint b;\n// NOLINTBEGIN(scale-over-*)\nint c;\n// NOLINTEND(scale-over-*)\n");
  EXPECT_EQ(said(), unused("src/a.cpp:5", "scale-n-plus-one-query") + unused("src/b.cpp:1", "scale-missing-timeout") +
                        unused("src/b.cpp:3", "scale-over-*"));
  EXPECT_EQ(last.exit, 0) << "the exit status is that of the findings";
  EXPECT_TRUE(has(last.out, "src/b.cpp:1:4: warning: 'scale-missing-timeout' finds nothing")) << last.out;
}

TEST_F(Silenced, WhatIsNotOnlyScalelintsIsNotReported) {
  unit("a.cpp", "int a; // NOLINT\nint b; // NOLINT(bugprone-*)\nint c; // NOLINT(*)\n// NOLINTNEXTLINE(*-loop)\nint d;\n"
                "// NOLINTBEGIN(bugprone-*)\nint e;\n");
  EXPECT_EQ(said(), "");
}

TEST_F(Silenced, AnUnknownCheckIsReportedWithTheNearestOne) {
  unit("a.cpp", writer("seen", "NOLINT(scale-n-plus-one)"));
  unit("b.cpp", "int b; // NOLINT(scale-write-in-lop, scale-nothing*)\n");
  EXPECT_EQ(said(), "src/a.cpp:5: suppression-unknown: this comment silences nothing: there is no check 'scale-n-plus-one'; did "
                    "you mean 'scale-n-plus-one-query'?\n"
                    "src/b.cpp:1: suppression-unknown: this comment silences nothing: no check fits 'scale-nothing*'\n"
                    "src/b.cpp:1: suppression-unknown: this comment silences nothing: there is no check 'scale-write-in-lop'; did "
                    "you mean 'scale-write-in-loop'?\n");
  EXPECT_EQ(last.exit, 1) << "the finding counts";
}

TEST_F(Silenced, ARegionWithoutItsOtherHalfIsReportedOnce) {
  project.write("src/a.h", "// NOLINTBEGIN(scale-*)\nint a();\n");
  unit("a.cpp", "#include \"a.h\"\n");
  unit("b.cpp", "#include \"a.h\"\n// NOLINTEND\n");
  EXPECT_EQ(said(), "src/a.h:1: suppression-unmatched: 'NOLINTBEGIN' without a 'NOLINTEND' of the same checks silences nothing\n"
                    "src/b.cpp:2: suppression-unmatched: 'NOLINTEND' without a 'NOLINTBEGIN' of the same checks ends nothing\n");
}

TEST_F(Silenced, ChecksThatDoNotRunDoNotKnow) {
  unit("a.cpp", "int a; // NOLINT(scale-missing-timeout)\nint b; // NOLINT(scale-*)\n");
  EXPECT_EQ(said({"--checks=-scale-missing-timeout"}), "") << "nor does a glob that fits one of them";
  EXPECT_EQ(said({"--checks=scale-missing-timeout"}), unused("src/a.cpp:1", "scale-missing-timeout"));
  configure("overrides: {paths: src/a.cpp, checks: -scale-missing-timeout}\n");
  EXPECT_EQ(said(), "");
}

TEST_F(Silenced, ARunOverAPartDoesNotKnow) {
  unit("a.cpp", "int a; // NOLINT(scale-missing-timeout)\nint b; // NOLINT(scale-over)\n");
  unit("b.cpp", "int c;\n");
  std::string unknown = "src/a.cpp:2: suppression-unknown: this comment silences nothing: there is no check 'scale-over'; did you "
                        "mean 'scale-over-fetch'?\n";
  EXPECT_EQ(said({project / "src/a.cpp"}), unknown);
  EXPECT_EQ(said(), unused("src/a.cpp:1", "scale-missing-timeout") + unknown);
}

TEST_F(Silenced, AnIncompleteRunDoesNotKnow) {
  unit("a.cpp", "int a; // NOLINT(scale-missing-timeout)\n");
  unit("b.cpp", "#include \"gone.h\"\n");
  EXPECT_FALSE(has(said(), "suppression"));
  EXPECT_EQ(last.exit, 3);
}

TEST_F(Silenced, InAHeaderOneUseIsEnough) {
  project.write("src/a.h", "#pragma once\n#ifdef WRITES\n" + writer("seen", "NOLINT(scale-write-in-loop)") + "#endif\n");
  unit("a.cpp", "#include \"a.h\"\n");
  unit("b.cpp", "#define WRITES\n#include \"a.h\"\n");
  EXPECT_EQ(said(), "");
  EXPECT_TRUE(has(last.out, "1 suppressed")) << last.out;
}

TEST_F(Silenced, WhatNoUnitCompilesIsNotJudged) {
  unit("a.cpp", "#ifdef _WIN32\nint a; // NOLINT(scale-missing-timeout)\n#endif\nint b; // NOLINT(scale-over-fetch)\n");
  EXPECT_EQ(said(), unused("src/a.cpp:4", "scale-over-fetch"));
}

TEST_F(Silenced, ABaselineDoesNotMakeACommentUnused) {
  unit("a.cpp", writer("seen", "NOLINT(scale-write-in-loop)"));
  unit("b.cpp", "int b; // NOLINT(scale-over-fetch)\n");
  project.writeDatabase();
  std::string baseline = project / "old.sarif";
  auto written = test::scalelint({"baseline", "update", "-p", project / "build", "--quiet", "--baseline", baseline});
  ASSERT_EQ(written.exit, 0) << written.err;
  EXPECT_FALSE(has(test::contentOf(baseline), "\"suppression-unused\"")) << "a baseline changes with findings alone";
  EXPECT_EQ(said({"--baseline", baseline}), unused("src/b.cpp:1", "scale-over-fetch"));
}

TEST_F(Silenced, WithoutAReasonNothingIsSilencedWhereOneIsAskedFor) {
  unit("a.cpp", writer("seen", "NOLINT(scale-write-in-loop)"));
  unit("b.cpp", writer("sold", "NOLINT"));
  unit("c.cpp", writer("held", "NOLINT(scale-write-in-loop) -- three at most"));
  EXPECT_EQ(run().exit, 0);
  configure("suppressions: {require-reason: true}\n");
  EXPECT_EQ(said(), "") << "a comment without a reason is not an unused one";
  EXPECT_EQ(last.exit, 1);
  EXPECT_TRUE(has(last.out, "2 findings: 2 warnings in 2 files; 1 suppressed")) << last.out;
  EXPECT_TRUE(has(last.out, "src/a.cpp:5:56  gives no reason, so it silences nothing")) << last.out;
  configure("suppressions: {require-reason: true}\noverrides: [{paths: src/a.cpp, suppressions: {require-reason: false}}]\n");
  EXPECT_TRUE(has(run().out, "1 finding: 1 warning in 1 file; 2 suppressed"));
}
