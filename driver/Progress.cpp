// How far the analysis is, on stderr.
#include "driver/Progress.h"

#include "llvm/Support/Path.h"

#include <string>

namespace scalelint::driver {

constexpr size_t BarWidth = 30, LongestName = 40;

ProgressStyle progressStyle(llvm::raw_ostream &out, bool quiet) {
  if (quiet)
    return ProgressStyle::Silent;
  return out.is_displayed() ? ProgressStyle::Bar : ProgressStyle::Lines;
}

void Progress::clear() {
  if (drawn)
    out << "\r\033[K";
  drawn = false;
}

void Progress::advance(llvm::StringRef file) {
  size_t tenthBefore = total ? finished * 10 / total : 0;
  ++finished;
  if (style == ProgressStyle::Silent || total == 0)
    return;
  if (style == ProgressStyle::Lines) {
    if (finished * 10 / total > tenthBefore)
      out << finished * 100 / total << " % (" << finished << " of " << total << " units)\n";
    return;
  }
  clear();
  size_t filled = finished * BarWidth / total;
  out << '[' << std::string(filled, '=') << std::string(BarWidth - filled, ' ') << "] " << finished
      << '/' << total << ' ' << llvm::sys::path::filename(file).take_front(LongestName);
  out.flush();
  drawn = true;
}

} // namespace scalelint::driver
