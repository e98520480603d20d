// A repository whose configuration names programs wherever git would run one. `--diff` reads it, and none of them runs.
#include "tests/driver/History.h"

using namespace scalelint;

namespace {

class HostileRepository : public testing::Test {
protected:
  void SetUp() override {
    service.write("trap", "#!/bin/sh\ntouch '" + sprung + "'\nexec cat\n");
    namespace fs = llvm::sys::fs;
    ASSERT_FALSE(fs::setPermissions(trap, fs::all_all));
    service.git({"checkout", "-q", "-b", "work"});
    service.write(".gitattributes", "*.cpp filter=trap diff=trap\n");
    service.write("src/lost.cpp", test::History::writer("lost", "lose"));
    service.commit("Lose");
    service.git({"mv", "src/seen.cpp", "src/report.cpp"});
    service.edit("src/report.cpp", "VALUES (1)", "VALUES (2)");
    for (const char *hook : {"post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"}) {
      service.write(std::string(".git/hooks/") + hook, "#!/bin/sh\ntouch '" + sprung + "'\n");
      ASSERT_FALSE(fs::setPermissions(service / (std::string(".git/hooks/") + hook), fs::all_all));
    }
    std::string quoted = "\"" + trap + "\"";
    service.write(".git/config",
                  test::contents(service / ".git/config") +
                      "[core]\n\tfsmonitor = " + quoted + "\n\tpager = " + quoted + "\n\teditor = " + quoted +
                      "\n\tsshCommand = " + quoted + "\n\taskPass = " + quoted + "\n\tgitProxy = " + quoted +
                      "\n\talternateRefsCommand = " + quoted + "\n\thooksPath = .git/hooks\n" +
                      "[diff]\n\texternal = " + quoted + "\n\trenames = true\n" +
                      "[diff \"trap\"]\n\tcommand = " + quoted + "\n\ttextconv = " + quoted + "\n" +
                      "[filter \"trap\"]\n\tclean = " + quoted + "\n\tsmudge = " + quoted + "\n\tprocess = " + quoted +
                      "\n\trequired = true\n" +
                      "[pager]\n\tdiff-index = " + quoted + "\n\tls-tree = " + quoted + "\n\tcat-file = " + quoted + "\n" +
                      "[alias]\n\tls-tree = !" + trap + "\n\tmerge-base = !" + trap + "\n" +
                      "[credential]\n\thelper = !" + trap + "\n[gpg]\n\tprogram = " + quoted + "\n");
    llvm::sys::fs::remove(sprung);
  }

  bool isSprung() const { return llvm::sys::fs::exists(sprung); }

  test::History service;
  std::string trap = service / "trap", sprung = service / "build-sprung";
};

} // namespace

TEST_F(HostileRepository, RunsNothing) {
  EXPECT_EQ(service.tables({"--diff", "main"}), "lost seen") << service.last.err;
  EXPECT_FALSE(isSprung());
  service.run({"check", "--diff", "mian"});
  EXPECT_FALSE(isSprung());
  service.git({"diff", "main"});
  EXPECT_TRUE(isSprung()) << "what this test guards against";
}

// A partial clone fetches what it lacks when it is asked for it, by whatever the remote's address names.
TEST_F(HostileRepository, FetchesNothing) {
  service.write("trap", "#!/bin/sh\ntouch '" + sprung + "'\nexit 1\n"); // an answer would be waited for
  std::string blob = service.git({"rev-parse", "main:src/seen.cpp"});
  for (const std::string &address : {"ext::" + trap + " %S", std::string("ssh://host/x"), service / "other"}) {
    service.git({"config", "remote.origin.url", address});
    service.git({"config", "remote.origin.uploadpack", trap});
    service.git({"config", "remote.origin.promisor", "true"});
    service.git({"config", "extensions.partialClone", "origin"});
    service.git({"config", "core.repositoryFormatVersion", "1"});
    service.git({"config", "protocol.allow", "always"});
    service.git({"config", "protocol.ext.allow", "always"});
    llvm::sys::fs::remove(service / (".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2)));
    llvm::sys::fs::remove(sprung);
    test::Outcome ran = service.run({"check", "--diff", "main"});
    EXPECT_EQ(ran.exit, 2) << ran.out;
    EXPECT_FALSE(isSprung()) << address << ran.err;
    service.git({"cat-file", "blob", blob});
    EXPECT_TRUE(isSprung()) << address << ": what this test guards against";
  }
}
