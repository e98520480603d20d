// Runs pieces of work in child processes, so that one which crashes, hangs or eats the memory costs
// itself and nothing else. The parent stays single-threaded; a child's result comes back through an
// anonymous file, so there is nothing on disk to clean up whatever happens.
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <string>

namespace scalelint::driver {

enum class Ending : uint8_t {
  Done,
  Failed,   // the work said why
  Crashed,  // a signal, or an exit that the work did not ask for
  TimedOut,
};

struct WorkResult {
  Ending ending = Ending::Done;
  std::string output;  // Done: what the work wrote
  std::string message; // otherwise: the work's sentence, "SIGSEGV", "took longer than 300 s", …
};

struct WorkLimits {
  unsigned jobs = 1;                     // children at a time
  std::chrono::milliseconds timeout{300'000}; // per piece of work, wall clock
};

using Work = llvm::function_ref<llvm::Error(size_t index, llvm::raw_ostream &result)>;
using Finished = llvm::function_ref<void(size_t index, WorkResult)>;

// Runs `work` for 0 … count-1, each in its own child with no standard input; `finished` is called in the
// parent in the order of completion. SIGINT, SIGTERM or SIGHUP ends all children and returns its
// number; 0 otherwise.
int runWork(size_t count, const WorkLimits &limits, Work work, Finished finished);

} // namespace scalelint::driver
