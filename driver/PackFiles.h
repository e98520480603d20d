// Rule packs on disk.
#pragma once

#include "analysis/model/RulePack.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace scalelint::driver {

// Packs of files and folders, in their order; what is wrong with them goes to `problems`.
std::vector<model::RulePack> readPacks(llvm::ArrayRef<std::string> paths, std::vector<std::string> &problems);

// The project's packs and behind them those that come along; what is wrong with these goes to `comeAlongProblems`.
std::vector<model::RulePack> readPacks(llvm::StringRef comeAlong, llvm::ArrayRef<std::string> own,
                                       std::vector<std::string> &problems,
                                       std::vector<std::string> &comeAlongProblems);

// Where the packs are that come along: `asked` unless empty, share/scalelint/rules beside the program,
// or the source folder it was built from.
std::string rulesFolder(llvm::StringRef asked);

} // namespace scalelint::driver
