// How far the analysis is, on stderr: a bar on a terminal, a line per tenth elsewhere.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::driver {

enum class ProgressStyle : uint8_t { Silent, Lines, Bar };

// The style that fits `out`.
ProgressStyle progressStyle(llvm::raw_ostream &out, bool quiet);

class Progress {
public:
  Progress(llvm::raw_ostream &out, ProgressStyle style, size_t total)
      : out(out), style(style), total(total) {}
  ~Progress() { clear(); }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  // The unit `file` is finished.
  void advance(llvm::StringRef file);

  // A unit needs no work.
  void leaveOut() { --total; }

private:
  void clear();

  llvm::raw_ostream &out;
  ProgressStyle style;
  size_t total, finished = 0;
  bool drawn = false;
};

} // namespace scalelint::driver
