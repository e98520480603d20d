// Compares two texts by lines: patience diff.
//
// Lines that occur once in both texts are anchors, as far as they stand in the same order (the longest increasing sequence of
// their places). Between two anchors the same is done again, where other lines may occur once; common lines at both ends are cut
// off first. Example, anchors in capitals:
//   before: { A x } { B }      after: { A y } { B }       →  between A and B: "x } {" and "y } {", so y is what changed.
// A stretch without an anchor is small as a rule, and is compared line by line with all others (longest common subsequence). A
// stretch that is too large for that counts as changed. Every stretch is smaller than the one it comes from, so it ends; a text
// made to be slow runs out of its budget, and the rest of it counts as changed.
#include "driver/LineDiff.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace scalelint::driver {
namespace {

constexpr size_t LargestTable = 4'000'000; // cells
constexpr size_t Budget = 50'000'000;      // lines looked at

using Lines = std::vector<unsigned>; // equal lines have equal numbers

// From `before[beforeBegin]` on and from `after[afterBegin]` on; ends are exclusive.
struct Stretch {
  size_t beforeBegin, beforeEnd, afterBegin, afterEnd;
  size_t beforeSize() const { return beforeEnd - beforeBegin; }
  size_t afterSize() const { return afterEnd - afterBegin; }
};

struct Anchor {
  size_t before, after;
};

class Comparison {
public:
  Comparison(const Lines &before, const Lines &after) : before(before), after(after), changed(after.size()) {}

  std::vector<bool> run() {
    std::vector<Stretch> open = {{0, before.size(), 0, after.size()}};
    while (!open.empty()) {
      Stretch stretch = trimmed(open.back());
      open.pop_back();
      if (isSettled(stretch))
        continue;
      std::vector<Anchor> anchors = anchorsIn(stretch);
      if (anchors.empty()) {
        compareAll(stretch);
        continue;
      }
      Stretch gap = stretch;
      for (const Anchor &anchor : anchors) {
        open.push_back({gap.beforeBegin, anchor.before, gap.afterBegin, anchor.after});
        gap.beforeBegin = anchor.before + 1;
        gap.afterBegin = anchor.after + 1;
      }
      open.push_back(gap);
    }
    return withRemovals();
  }

private:
  Stretch trimmed(Stretch stretch) const {
    while (stretch.beforeSize() && stretch.afterSize() && before[stretch.beforeBegin] == after[stretch.afterBegin]) {
      ++stretch.beforeBegin;
      ++stretch.afterBegin;
    }
    while (stretch.beforeSize() && stretch.afterSize() && before[stretch.beforeEnd - 1] == after[stretch.afterEnd - 1]) {
      --stretch.beforeEnd;
      --stretch.afterEnd;
    }
    return stretch;
  }

  void mark(const Stretch &stretch) {
    std::fill(changed.begin() + stretch.afterBegin, changed.begin() + stretch.afterEnd, true);
  }

  // Where lines went away and others came, those others say it; else the neighbours do.
  std::vector<bool> withRemovals() const {
    std::vector<bool> result = changed;
    for (size_t place : removals) {
      bool isReplaced = (place > 0 && changed[place - 1]) || (place < changed.size() && changed[place]);
      if (isReplaced)
        continue;
      if (place > 0)
        result[place - 1] = true;
      if (place < changed.size())
        result[place] = true;
    }
    return result;
  }

  bool isSettled(const Stretch &stretch) {
    spent += stretch.beforeSize() + stretch.afterSize();
    if (!stretch.afterSize()) {
      if (stretch.beforeSize())
        removals.push_back(stretch.afterBegin);
      return true;
    }
    if (stretch.beforeSize() && spent < Budget)
      return false;
    mark(stretch);
    return true;
  }

  std::vector<Anchor> anchorsIn(const Stretch &stretch) const {
    struct Seen {
      unsigned inBefore = 0, inAfter = 0;
      size_t place = 0; // in `before`
    };
    llvm::DenseMap<unsigned, Seen> seen;
    for (size_t i = stretch.beforeBegin; i < stretch.beforeEnd; ++i) {
      Seen &line = seen[before[i]];
      ++line.inBefore;
      line.place = i;
    }
    for (size_t i = stretch.afterBegin; i < stretch.afterEnd; ++i)
      ++seen[after[i]].inAfter;
    std::vector<Anchor> candidates;
    for (size_t i = stretch.afterBegin; i < stretch.afterEnd; ++i)
      if (const Seen &line = seen[after[i]]; line.inBefore == 1 && line.inAfter == 1)
        candidates.push_back({line.place, i});
    return longestIncreasing(candidates);
  }

  // Of anchors in order of `after` the most that are in order of `before` too.
  static std::vector<Anchor> longestIncreasing(const std::vector<Anchor> &anchors) {
    constexpr size_t None = ~size_t(0);
    std::vector<size_t> ends;                            // [k]: the last of the best sequence of k + 1 anchors
    std::vector<size_t> previous(anchors.size(), None);
    for (size_t i = 0; i < anchors.size(); ++i) {
      auto it = llvm::partition_point(ends, [&](size_t end) { return anchors[end].before < anchors[i].before; });
      if (it != ends.begin())
        previous[i] = *std::prev(it);
      if (it == ends.end())
        ends.push_back(i);
      else
        *it = i;
    }
    std::vector<Anchor> result;
    for (size_t i = ends.empty() ? None : ends.back(); i != None; i = previous[i])
      result.push_back(anchors[i]);
    std::reverse(result.begin(), result.end());
    return result;
  }

  void compareAll(const Stretch &stretch) {
    size_t rows = stretch.beforeSize(), columns = stretch.afterSize();
    if (rows * columns > LargestTable)
      return mark(stretch);
    spent += rows * columns;
    // [row][column]: common lines of what follows.
    std::vector<unsigned> common((rows + 1) * (columns + 1));
    auto at = [&](size_t row, size_t column) -> unsigned & { return common[row * (columns + 1) + column]; };
    auto same = [&](size_t row, size_t column) {
      return before[stretch.beforeBegin + row] == after[stretch.afterBegin + column];
    };
    for (size_t row = rows; row-- > 0;)
      for (size_t column = columns; column-- > 0;)
        at(row, column) = same(row, column) ? at(row + 1, column + 1) + 1
                                            : std::max(at(row + 1, column), at(row, column + 1));
    size_t row = 0, column = 0;
    while (row < rows || column < columns) {
      if (row < rows && column < columns && same(row, column)) {
        ++row;
        ++column;
      } else if (column < columns && (row == rows || at(row, column + 1) >= at(row + 1, column))) {
        changed[stretch.afterBegin + column++] = true;
      } else {
        removals.push_back(stretch.afterBegin + column);
        ++row;
      }
    }
  }

  const Lines &before, &after;
  std::vector<bool> changed;    // lines that came
  std::vector<size_t> removals; // before these lines others went away
  size_t spent = 0;
};

} // namespace

std::vector<bool> changedLines(const report::SourceText &before, const report::SourceText &after) {
  llvm::StringMap<unsigned> numbers;
  auto linesOf = [&](const report::SourceText &text) {
    Lines lines;
    for (unsigned number = 1; number <= text.lineCount(); ++number)
      lines.push_back(numbers.try_emplace(text.line(number), numbers.size()).first->second);
    return lines;
  };
  Lines old = linesOf(before), now = linesOf(after);
  return Comparison(old, now).run();
}

} // namespace scalelint::driver
