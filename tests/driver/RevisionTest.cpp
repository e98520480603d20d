// Where sources stand in version control: read from git's files as git itself would say it, and
// nothing is run for it.
#include "driver/Revision.h"
#include "tests/driver/Driven.h"
#include "tests/support/Git.h"
#include "tests/support/KeptLogs.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace scalelint;
using test::git;

static const std::string Commit = "0123456789abcdef0123456789abcdef01234567";

using Files = std::vector<std::pair<std::string, std::string>>;

static std::optional<report::Revision> revisionOf(const std::string &folder, const Files &files) {
  llvm::vfs::InMemoryFileSystem memory;
  for (const auto &[name, text] : files)
    memory.addFile(name, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  return driver::readRevision(folder, memory);
}

static std::string shown(const std::optional<report::Revision> &revision) {
  if (!revision)
    return "none";
  return revision->top + " " + revision->branch + " " + revision->revision + " " +
         revision->repository;
}

TEST(Revision, IsFoundInEveryFormOfARepository) {
  struct Case {
    const char *what;
    Files files;
    std::string expected;
  };
  const std::string origin =
      "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://example.org/shop.git # here\n";
  const Case cases[] = {
      {"none", {{"/srv/shop/src/main.cpp", ""}}, "none"},
      {"a branch",
       {{"/srv/shop/.git/HEAD", "ref: refs/heads/topic/a\n"},
        {"/srv/shop/.git/refs/heads/topic/a", Commit + "\n"},
        {"/srv/shop/.git/config", origin}},
       "/srv/shop topic/a " + Commit + " https://example.org/shop.git"},
      {"a packed branch",
       {{"/srv/shop/.git/HEAD", "ref: refs/heads/main\n"},
        {"/srv/shop/.git/packed-refs", "# pack-refs with: peeled\nffff refs/heads/mainly\n" +
                                           Commit + " refs/heads/main\n^ffff\n"}},
       "/srv/shop main " + Commit + " "},
      {"no branch", {{"/srv/shop/.git/HEAD", Commit + "\n"}}, "/srv/shop  " + Commit + " "},
      {"no commit yet", {{"/srv/shop/.git/HEAD", "ref: refs/heads/main\n"}}, "/srv/shop main  "},
      {"a work tree of its own",
       {{"/srv/shop/.git", "gitdir: /srv/all/.git/worktrees/shop\n"},
        {"/srv/all/.git/worktrees/shop/HEAD", "ref: refs/heads/fix\n"},
        {"/srv/all/.git/worktrees/shop/commondir", "../..\n"},
        {"/srv/all/.git/refs/heads/fix", Commit},
        {"/srv/all/.git/config", origin}},
       "/srv/shop fix " + Commit + " https://example.org/shop.git"},
      {"a folder far below", {{"/srv/.git/HEAD", Commit}}, "/srv  " + Commit + " "},
      {"the remote that the branch follows",
       {{"/srv/shop/.git/HEAD", "ref: refs/heads/main"},
        {"/srv/shop/.git/config",
         origin + "[remote \"Fork\"]\nurl = git@example.org:me/shop.git\n[branch \"main\"]\n  "
                  "remote = Fork\n"}},
       "/srv/shop main  ssh://git@example.org/me/shop.git"},
      {"a quoted address",
       {{"/srv/shop/.git/HEAD", Commit},
        {"/srv/shop/.git/config", "[Remote \"up\"]\nURL = \"/srv/a;b \\\"c\\\"\" ; local\n"}},
       "/srv/shop  " + Commit + " file:///srv/a;b%20%22c%22"},
      {"a token in the address",
       {{"/srv/shop/.git/HEAD", Commit},
        {"/srv/shop/.git/config",
         "[remote \"origin\"]\nurl = https://me:t0ken@example.org/shop.git\n"}},
       "/srv/shop  " + Commit + " https://example.org/shop.git"},
      {"refs in a table, which is not read",
       {{"/srv/shop/.git/HEAD", "ref: refs/heads/.invalid\n"}},
       "/srv/shop   "},
  };
  for (const Case &each : cases)
    EXPECT_EQ(shown(revisionOf("/srv/shop", each.files)), each.expected) << each.what;
}

TEST(Revision, AHostileRepositoryShowsNothingOfOtherFiles) {
  const std::string secret = "/etc/secret", word = "hunter2";
  const std::string heads[] = {"ref: refs/heads/../../../../etc/secret", "ref: /etc/secret",
                               "ref: refs/../../../etc/secret", "ref: refs/heads/\x1b[2J", word};
  for (const std::string &head : heads) {
    auto revision = revisionOf("/srv/shop", {{"/srv/shop/.git/HEAD", head}, {secret, word}});
    EXPECT_EQ(shown(revision), "/srv/shop   ") << head;
  }
  EXPECT_EQ(
      shown(revisionOf("/srv/shop", {{"/srv/shop/.git", "gitdir: /etc/secret"}, {secret, word}})),
      "none");
  Files circle = {{"/srv/shop/.git/HEAD", "ref: refs/heads/a"},
                  {"/srv/shop/.git/refs/heads/a", "ref: refs/heads/a"}};
  EXPECT_EQ(shown(revisionOf("/srv/shop", circle)), "/srv/shop a  ");
}

namespace {
class RepositoryOnDisk : public testing::Test {
protected:
  RepositoryOnDisk() {
    project.unit("load.cpp", test::WriteInLoop);
    project.unit("torn.cpp", "int main( {\n");
    project.writeDatabase();
    project.write(".gitignore", "build/\n");
    test::makeRepository(project.path());
  }

  static std::optional<report::Revision> read(const std::string &folder) {
    return driver::readRevision(folder, *llvm::vfs::createPhysicalFileSystem());
  }

  static void expectWhatGitSays(const std::string &folder) {
    auto revision = read(folder);
    ASSERT_TRUE(revision);
    EXPECT_EQ(revision->revision, git(folder, {"rev-parse", "HEAD"}));
    EXPECT_EQ(revision->revision.size(), 40u);
    EXPECT_EQ(revision->branch, git(folder, {"symbolic-ref", "--quiet", "--short", "HEAD"}));
    EXPECT_EQ(revision->top, git(folder, {"rev-parse", "--show-toplevel"}));
  }

  test::ProjectFolder project;
};
} // namespace

TEST_F(RepositoryOnDisk, IsReadAsGitReadsIt) {
  expectWhatGitSays(project.path());
  expectWhatGitSays(project / "src");
  git(project.path(), {"checkout", "-q", "-b", "topic/one"});
  expectWhatGitSays(project.path());
  git(project.path(), {"pack-refs", "--all"});
  expectWhatGitSays(project.path());
  git(project.path(), {"checkout", "-q", "--detach"});
  expectWhatGitSays(project.path());
  test::TemporaryFolder other;
  git(project.path(), {"worktree", "add", "-q", "-b", "aside", other / "aside"});
  expectWhatGitSays(other / "aside");
  EXPECT_EQ(read(other / "aside")->repository, "https://example.org/shop.git");
}

TEST_F(RepositoryOnDisk, APipeIsNotWaitedFor) {
  std::string head = project / ".git/HEAD";
  llvm::sys::fs::remove(head);
  ASSERT_EQ(mkfifo(head.c_str(), 0600), 0);
  EXPECT_FALSE(read(project.path()));
}

TEST_F(RepositoryOnDisk, NothingThatItsConfigurationNamesIsRun) {
  std::string mark = project / "build/mark";
  std::string program = project.write("build/mark.sh", "#!/bin/sh\ntouch " + mark + "\n");
  llvm::sys::fs::setPermissions(program, llvm::sys::fs::all_all);
  for (const char *key :
       {"core.fsmonitor", "core.sshCommand", "core.pager", "credential.helper", "filter.x.clean"})
    git(project.path(), {"config", key, program});
  for (const char *hook :
       {"post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"}) {
    project.write(std::string(".git/hooks/") + hook, "#!/bin/sh\ntouch " + mark + "\n");
    llvm::sys::fs::setPermissions(project / (std::string(".git/hooks/") + hook),
                                  llvm::sys::fs::all_all);
  }
  git(project.path(), {"status"});
  ASSERT_TRUE(llvm::sys::fs::exists(mark))
      << "git itself no longer runs it, so this test shows nothing";
  llvm::sys::fs::remove(mark);
  project.check({"--sarif", project / "build/out.sarif"});
  EXPECT_TRUE(llvm::sys::fs::exists(project / "build/out.sarif"));
  EXPECT_FALSE(llvm::sys::fs::exists(mark));
}

TEST_F(RepositoryOnDisk, TheLogOfAnIncompleteRunSaysWhatItSaw) {
  std::string file = project / "build/out.sarif";
  EXPECT_EQ(project.check({"--sarif", file}).exit, 3);
  std::string text = test::contentOf(file);
  test::keepLog("driver", "incomplete", text);
  llvm::json::Value log = llvm::cantFail(llvm::json::parse(text));
  const llvm::json::Object &run = *log.getAsObject()->getArray("runs")->front().getAsObject();
  const llvm::json::Object &provenance =
      *run.getArray("versionControlProvenance")->front().getAsObject();
  EXPECT_EQ(provenance.getString("repositoryUri"), "https://example.org/shop.git");
  EXPECT_EQ(provenance.getString("revisionId"),
            llvm::StringRef(git(project.path(), {"rev-parse", "HEAD"})));
  EXPECT_EQ(provenance.getString("branch"), "main");
  const llvm::json::Object &invocation = *run.getArray("invocations")->front().getAsObject();
  EXPECT_EQ(invocation.getInteger("exitCode"), 3);
  EXPECT_EQ(invocation.getBoolean("executionSuccessful"), false);
  const llvm::json::Object &notification =
      *invocation.getArray("toolExecutionNotifications")->front().getAsObject();
  EXPECT_EQ(notification.getObject("descriptor")->getString("id"), "unit-incomplete");
  EXPECT_EQ(run.getArray("results")->size(), 1u);
}

TEST_F(RepositoryOnDisk, PathsAreRelativeToItsTop) {
  std::string file = project / "build/out.sarif";
  project.check({"--sarif", file, "--source-root", project / "src"});
  EXPECT_NE(test::contentOf(file).find("\"uri\": \"src/load.cpp\""), std::string::npos);
}
