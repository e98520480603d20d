// Runs pieces of work in child processes.
#include "driver/Workers.h"

#include "llvm/Support/FormatVariadic.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using llvm::StringRef;
using Clock = std::chrono::steady_clock;

namespace scalelint::driver {
namespace {

constexpr int FailedStatus = 1;      // the work returned an error: its sentence is on stderr
constexpr rlim_t ChildStack = 64 << 20; // Clang and the walk recurse with the source's nesting

class AnonymousFile {
public:
  AnonymousFile() : descriptor(memfd_create("scalelint", MFD_CLOEXEC)) {}
  AnonymousFile(AnonymousFile &&other) : descriptor(std::exchange(other.descriptor, -1)) {}
  AnonymousFile &operator=(AnonymousFile &&) = delete;
  ~AnonymousFile() {
    if (descriptor >= 0)
      close(descriptor);
  }

  bool valid() const { return descriptor >= 0; }
  int fd() const { return descriptor; }

  std::string read() const {
    std::string bytes;
    off_t size = lseek(descriptor, 0, SEEK_END);
    bytes.resize(size > 0 ? size : 0);
    size_t done = 0;
    while (done < bytes.size()) {
      ssize_t got = pread(descriptor, bytes.data() + done, bytes.size() - done, done);
      if (got <= 0)
        break;
      done += got;
    }
    bytes.resize(done);
    return bytes;
  }

private:
  int descriptor;
};

struct Child {
  size_t index = 0;
  Clock::time_point deadline;
  bool expired = false;
  AnonymousFile output, errors;
};

// Blocks the signals that `runWork` waits for, and puts all back as it was.
class BlockedSignals {
public:
  BlockedSignals() {
    sigemptyset(&waited);
    for (int signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP})
      sigaddset(&waited, signal);
    sigprocmask(SIG_BLOCK, &waited, &before);
  }
  ~BlockedSignals() { restore(); }
  void restore() const { sigprocmask(SIG_SETMASK, &before, nullptr); }

  // The signal that came, 0 when `until` came first.
  int wait(Clock::time_point until) const {
    auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(until - Clock::now());
    left = std::max(left, std::chrono::nanoseconds(0));
    timespec time{static_cast<time_t>(left.count() / 1'000'000'000),
                  static_cast<long>(left.count() % 1'000'000'000)};
    int signal = sigtimedwait(&waited, nullptr, &time);
    return signal > 0 ? signal : 0;
  }

private:
  sigset_t waited, before;
};

// The last words of a child that died, such as "LLVM ERROR: out of memory".
std::string firstLine(StringRef text) { return text.ltrim().split('\n').first.rtrim().str(); }

std::string signalName(int signal) {
  const char *name = sigabbrev_np(signal);
  return name ? std::string("SIG") + name : "signal " + std::to_string(signal);
}

WorkResult resultOf(const Child &child, int status, const WorkLimits &limits) {
  if (child.expired) {
    auto seconds = std::chrono::duration<double>(limits.timeout).count();
    return {Ending::TimedOut, "", llvm::formatv("took longer than {0} s", seconds).str()};
  }
  std::string words = firstLine(child.errors.read());
  if (WIFSIGNALED(status)) {
    std::string name = signalName(WTERMSIG(status));
    return {Ending::Crashed, "", words.empty() ? name : name + ": " + words};
  }
  if (WEXITSTATUS(status) == 0)
    return {Ending::Done, child.output.read(), ""};
  if (WEXITSTATUS(status) == FailedStatus)
    return {Ending::Failed, "", words};
  return {Ending::Crashed, "", "ended with status " + std::to_string(WEXITSTATUS(status))};
}

void prepareChild(const Child &child, const BlockedSignals &signals) {
  prctl(PR_SET_PDEATHSIG, SIGKILL); // no orphan goes on when the parent is killed
  for (int signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    std::signal(signal, SIG_DFL);
  signals.restore();
  rlimit noCore{0, 0};
  setrlimit(RLIMIT_CORE, &noCore);
  rlimit stack;
  if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur != RLIM_INFINITY &&
      stack.rlim_cur < ChildStack) {
    stack.rlim_cur = std::min(ChildStack, stack.rlim_max);
    setrlimit(RLIMIT_STACK, &stack);
  }
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(child.errors.fd(), STDERR_FILENO);
}

[[noreturn]] void runChild(const Child &child, const BlockedSignals &signals, Work work) {
  prepareChild(child, signals);
  llvm::raw_fd_ostream result(child.output.fd(), /*shouldClose=*/false);
  llvm::Error error = work(child.index, result);
  result.flush();
  if (!error && result.has_error())
    error = llvm::errorCodeToError(result.error());
  result.clear_error();
  if (!error)
    _exit(0);
  std::string sentence = llvm::toString(std::move(error)) + "\n";
  // Whatever was printed on the way is not the reason.
  if (ftruncate(child.errors.fd(), 0) == 0 && lseek(child.errors.fd(), 0, SEEK_SET) == 0)
    llvm::errs() << sentence;
  _exit(FailedStatus);
}

class Pool {
public:
  Pool(size_t count, const WorkLimits &limits, Work work, Finished finished)
      : count(count), limits(limits), work(work), finished(finished) {}

  int run() {
    while (next < count || !children.empty()) {
      while (next < count && children.size() < std::max(1u, limits.jobs))
        start(next++);
      if (children.empty())
        continue;
      int signal = signals.wait(nearestDeadline());
      if (signal != 0 && signal != SIGCHLD)
        return endAll(signal);
      expire();
      reap();
    }
    return 0;
  }

private:
  void start(size_t index) {
    Child child{index, Clock::now() + limits.timeout, false, {}, {}};
    if (!child.output.valid() || !child.errors.valid())
      return finished(index, {Ending::Failed, "", std::strerror(errno)});
    std::fflush(nullptr);
    llvm::outs().flush();
    pid_t pid = fork();
    if (pid < 0)
      return finished(index, {Ending::Failed, "", std::strerror(errno)});
    if (pid == 0)
      runChild(child, signals, work);
    children.emplace(pid, std::move(child));
  }

  Clock::time_point nearestDeadline() const {
    auto nearest = Clock::now() + std::chrono::hours(1);
    for (const auto &[pid, child] : children)
      if (!child.expired)
        nearest = std::min(nearest, child.deadline);
    return nearest;
  }

  void expire() {
    for (auto &[pid, child] : children) {
      if (child.expired || Clock::now() < child.deadline)
        continue;
      child.expired = true;
      kill(pid, SIGKILL);
    }
  }

  // Only our own children: the caller may have others.
  void reap() {
    for (auto it = children.begin(); it != children.end();) {
      int status = 0;
      if (waitpid(it->first, &status, WNOHANG) != it->first) {
        ++it;
        continue;
      }
      Child child = std::move(it->second);
      it = children.erase(it);
      finished(child.index, resultOf(child, status, limits));
    }
  }

  int endAll(int signal) {
    for (const auto &[pid, child] : children)
      kill(pid, SIGKILL);
    for (const auto &[pid, child] : children)
      waitpid(pid, nullptr, 0);
    return signal;
  }

  size_t count, next = 0;
  const WorkLimits &limits;
  Work work;
  Finished finished;
  BlockedSignals signals;
  std::map<pid_t, Child> children;
};

} // namespace

int runWork(size_t count, const WorkLimits &limits, Work work, Finished finished) {
  return Pool(count, limits, work, finished).run();
}

} // namespace scalelint::driver
