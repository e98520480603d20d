// Summaries to and from bytes and disk. What is read back was written by this very version of the
// program and is whole, or it is an error: every section carries a checksum that is verified before
// anything is decoded.
//
//   header   magic, format version, tool version
//   section  the files read, with hashes: all that cache validation needs
//   section  the summary
#pragma once

#include "analysis/summary/Summary.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::summary {

// Written into every stored summary; another version's is refused.
llvm::StringRef toolVersion();

std::string toBytes(const TUSummary &summary);

// The error says what is wrong: not a summary, of another version, cut off, damaged.
llvm::Expected<TUSummary> fromBytes(llvm::StringRef bytes);

// Only the files that the unit read.
llvm::Expected<std::vector<File>> filesFromBytes(llvm::StringRef bytes);

// Readers see the old file or the whole new one, never a part: written beside it, then renamed.
llvm::Error store(const TUSummary &summary, llvm::StringRef path);
llvm::Expected<TUSummary> load(llvm::StringRef path);
llvm::Expected<std::vector<File>> loadFiles(llvm::StringRef path);

// xxh3 of `bytes`, the hash that summary::File carries.
uint64_t contentHash(llvm::StringRef bytes);

// Writes `bytes` as `store` does. The file has these permissions before it is in its place; by default those of any
// new file.
llvm::Error writeAtomically(llvm::StringRef path, llvm::StringRef bytes,
                            std::optional<llvm::sys::fs::perms> permissions = std::nullopt);

} // namespace scalelint::summary
