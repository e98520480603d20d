// Fixes applied to file contents in memory, and what they change shown as a diff.
#pragma once

#include "checks/Finding.h"
#include "driver/report/Source.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::report {

// A replacement in bytes of its file.
struct Edit {
  Stretch range;
  std::string text;
  friend bool operator==(const Edit &left, const Edit &right) {
    return left.range.begin == right.range.begin && left.range.end == right.range.end &&
           left.text == right.text;
  }
};

struct RefusedFix {
  const Fix *fix = nullptr;
  std::string reason; // "overlaps 'set a timeout'"
};

struct FixedFiles {
  std::map<std::string, std::vector<Edit>> edits; // by path, sorted, free of overlap
  std::map<std::string, std::string> contents;    // by path: the new text
  std::vector<const Fix *> applied;
  std::vector<RefusedFix> refused;
};

// Applies fixes in the order given, each wholly or not at all; one that overlaps an earlier one is
// refused. Two fixes that are the same, or insert the same whole lines (an include), share the
// edit. New lines end as those of the file do.
FixedFiles applyFixes(llvm::ArrayRef<const Fix *> fixes, const SourceProvider &);

// One line of a diff. Lines keep their ends and count from 1; 0 = not in that text.
struct DiffLine {
  unsigned before = 0, after = 0;
  llvm::StringRef text;
  bool kept() const { return before && after; }
};

struct Hunk {
  std::vector<DiffLine> lines;
};

// The lines that change between `old` and `changed`, which must be `old` with the edits applied,
// together with `context` unchanged lines around them. The texts must outlive the result.
std::vector<Hunk> hunks(llvm::StringRef old, llvm::StringRef changed, llvm::ArrayRef<Edit> edits,
                        unsigned context);

// Everything `applyFixes` changed, as `patch -p1` takes it; paths are relative to `root`.
std::string unifiedDiff(const FixedFiles &, const SourceProvider &, const std::string &root);

} // namespace scalelint::report
