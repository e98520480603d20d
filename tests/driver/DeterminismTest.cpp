// The same bytes for any number of workers and any order of units.
#include "tests/driver/Driven.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

struct Reports {
  std::string text, sarif;
};

class Determinism : public testing::Test {
protected:
  Determinism() {
    project.write("src/store.h",
                  "#include <postgresql/libpq-fe.h>\n#include <string>\n#include <vector>\n"
                  "void load(PGconn *db, int id);\nvoid save(PGconn *db, int id);\n"
                  "inline void each(PGconn *db, const std::vector<int> &ids) { for (int id : ids) "
                  "load(db, id); }\n");
    project.unit("a.cpp", "#include \"store.h\"\nvoid first(PGconn *db, std::vector<int> ids) { "
                          "each(db, ids); for (int id : ids) save(db, id); }\n");
    project.unit("b.cpp", "#include \"store.h\"\nvoid second(PGconn *db, std::vector<int> ids) { "
                          "each(db, ids); for (int id : ids) load(db, id); }\n");
    project.unit("c.cpp",
                 "#include \"store.h\"\nvoid load(PGconn *db, int id) { PQexec(db, (\"SELECT name "
                 "FROM users WHERE id = \" + std::to_string(id)).c_str()); }\n");
    project.unit("d.cpp", "#include \"store.h\"\nvoid save(PGconn *db, int) { PQexec(db, \"INSERT "
                          "INTO seen (id) VALUES (1)\"); }\n");
    project.unit("broken.cpp", "#include \"gone.h\"\n");
  }

  Reports reports(bool reversed, const std::string &jobs) {
    project.writeDatabase(reversed);
    Outcome run = project.check({"--no-cache", "-j" + jobs, "--sarif", project / "out.sarif"});
    EXPECT_EQ(run.exit, 3) << run.err;
    return {run.out, contentOf(project / "out.sarif")};
  }

  ProjectFolder project;
};

TEST_F(Determinism, OfOrderAndWorkers) {
  Reports one = reports(false, "1");
  EXPECT_NE(one.text.find("store.h:6:"), std::string::npos) << one.text;
  EXPECT_NE(one.text.find("scale-write-in-loop"), std::string::npos) << one.text;
  for (bool reversed : {false, true})
    for (const char *jobs : {"1", "2", "8"}) {
      Reports other = reports(reversed, jobs);
      EXPECT_EQ(other.text, one.text);
      EXPECT_EQ(other.sarif, one.sarif);
    }
}

} // namespace
} // namespace scalelint::test
