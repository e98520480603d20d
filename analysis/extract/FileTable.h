// The files that a unit read, as rows of its summary.
#pragma once

#include "analysis/extract/UserCode.h"
#include "analysis/summary/Summary.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringMap.h"

namespace scalelint::extract {

// Turns what Clang knows of files into summary::File rows, main file first, then by path.
class FileTable {
public:
  // Fills in the main file and the files of `unit`.
  FileTable(const clang::SourceManager &sources, const UserCode &user, summary::TUSummary &unit);

  // summary::None for what is no file: built-in and pasted text.
  summary::FileId of(clang::FileID id) const;

  // Adds the suppressions of user code to the unit.
  void collectSuppressions(const clang::LangOptions &language);

private:
  void add(clang::FileID id);

  const clang::SourceManager &sources;
  const UserCode &user;
  summary::TUSummary &unit;
  llvm::StringMap<summary::FileId> rows;
  llvm::StringMap<llvm::StringRef> texts; // contents as parsed, with a null byte behind them
};

} // namespace scalelint::extract
