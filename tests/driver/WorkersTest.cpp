// Work in child processes: one that dies costs itself and nothing else.
#include "driver/Workers.h"

#include <gtest/gtest.h>

#include <csignal>
#include <map>
#include <unistd.h>

namespace scalelint::test {
namespace {

using driver::Ending;
using driver::WorkResult;

std::map<size_t, WorkResult> results(size_t count, driver::WorkLimits limits, driver::Work work) {
  std::map<size_t, WorkResult> result;
  EXPECT_EQ(
      driver::runWork(count, limits, work,
                      [&](size_t index, WorkResult done) { result[index] = std::move(done); }),
      0);
  return result;
}

TEST(Workers, HandBackWhatTheyWrite) {
  for (unsigned jobs : {1u, 3u, 100u}) {
    auto done = results(7, {.jobs = jobs}, [](size_t index, llvm::raw_ostream &out) {
      out << std::string(index * 100'000, static_cast<char>('a' + index));
      return llvm::Error::success();
    });
    ASSERT_EQ(done.size(), 7u);
    for (auto &[index, result] : done) {
      EXPECT_EQ(result.ending, Ending::Done);
      EXPECT_EQ(result.output, std::string(index * 100'000, static_cast<char>('a' + index)));
    }
  }
}

TEST(Workers, OneThatFailsSaysWhy) {
  auto done = results(2, {.jobs = 2}, [](size_t index, llvm::raw_ostream &out) -> llvm::Error {
    llvm::errs() << "printed on the way\n";
    if (index == 1)
      return llvm::createStringError(llvm::inconvertibleErrorCode(), "no such file");
    out << "fine";
    return llvm::Error::success();
  });
  EXPECT_EQ(done[0].output, "fine");
  EXPECT_EQ(done[1].ending, Ending::Failed);
  EXPECT_EQ(done[1].message, "no such file");
}

TEST(Workers, OneThatCrashesNamesItsSignal) {
  auto done = results(3, {.jobs = 3}, [](size_t index, llvm::raw_ostream &) {
    if (index == 0)
      std::abort();
    if (index == 1)
      _exit(7);
    return llvm::Error::success();
  });
  EXPECT_EQ(done[0].ending, Ending::Crashed);
  EXPECT_TRUE(llvm::StringRef(done[0].message).starts_with("SIGABRT")) << done[0].message;
  EXPECT_EQ(done[1].ending, Ending::Crashed);
  EXPECT_EQ(done[1].message, "ended with status 7");
  EXPECT_EQ(done[2].ending, Ending::Done);
}

TEST(Workers, OneThatHangsIsEnded) {
  auto done = results(2, {.jobs = 2, .timeout = std::chrono::milliseconds(300)},
                      [](size_t index, llvm::raw_ostream &) {
                        while (index == 0)
                          pause();
                        return llvm::Error::success();
                      });
  EXPECT_EQ(done[0].ending, Ending::TimedOut);
  EXPECT_TRUE(llvm::StringRef(done[0].message).starts_with("took longer than 0.3"))
      << done[0].message;
  EXPECT_EQ(done[1].ending, Ending::Done);
}

TEST(Workers, ASignalEndsTheRun) {
  pid_t self = getpid();
  int signal = driver::runWork(
      2, {.jobs = 1},
      [&](size_t, llvm::raw_ostream &) {
        kill(self, SIGTERM);
        while (true)
          pause();
        return llvm::Error::success();
      },
      [](size_t, WorkResult) { ADD_FAILURE() << "nothing finishes"; });
  EXPECT_EQ(signal, SIGTERM);
}

TEST(Workers, NothingToDoIsDone) {
  EXPECT_TRUE(
      results(0, {}, [](size_t, llvm::raw_ostream &) { return llvm::Error::success(); }).empty());
}

} // namespace
} // namespace scalelint::test
