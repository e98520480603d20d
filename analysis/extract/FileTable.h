// The files that a unit read, as rows of its summary.
#pragma once

#include "analysis/extract/UserCode.h"
#include "analysis/summary/Summary.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace scalelint::extract {

// Turns what Clang knows of files into summary::File rows, main file first, then by path.
class FileTable {
public:
  // Fills in the main file and the files of `unit`.
  FileTable(const clang::SourceManager &sources, const UserCode &user, summary::TUSummary &unit);

  // summary::None for what is no file: built-in and pasted text.
  summary::FileId of(clang::FileID id) const;

  // Adds the suppressions of user code to the unit. `leftOut` are the ranges that the preprocessor skipped.
  void collectSuppressions(const clang::LangOptions &language, llvm::ArrayRef<clang::SourceRange> leftOut);

private:
  void add(clang::FileID id);
  // The lines of each entry into the file, one of which may see what another skips.
  using SkippedLines = llvm::DenseMap<clang::FileID, std::vector<std::pair<unsigned, unsigned>>>;
  bool isLeftOut(llvm::StringRef path, unsigned line, const SkippedLines &) const;

  const clang::SourceManager &sources;
  const UserCode &user;
  summary::TUSummary &unit;
  llvm::StringMap<summary::FileId> rows;
  llvm::StringMap<llvm::StringRef> texts; // contents as parsed, with a null byte behind them
  llvm::StringMap<std::vector<clang::FileID>> entries; // by path: a file may be entered more than once
};

} // namespace scalelint::extract
