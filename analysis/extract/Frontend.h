// Runs Clang in this process over one command of a compile database and hands the AST to a callback.
// Function bodies outside user code are skipped: that halves the time and loses nothing that a
// summary speaks of.
#pragma once

#include "analysis/extract/Command.h"
#include "analysis/extract/UserCode.h"
#include "analysis/summary/Summary.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <functional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace scalelint::extract {

struct FrontendOptions {
  // Folder of Clang's built-in headers; empty = the one of the Clang this program was built with.
  std::string resourceDir;
  // Folders besides the user code's whose `@response` files may be read: the build folder.
  std::vector<std::string> buildFolders;
  // Files to read instead of the disk's; its working directory becomes the unit's.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files = nullptr;
};

using Extract = std::function<void(clang::ASTContext &, clang::Preprocessor &, summary::TUSummary &)>;

// Parses `unit` and calls `extract` once. When it is called the summary already has its main file,
// all files read (with hashes), diagnostics and suppressions, and the traversal scope is the user's
// top-level declarations. Source that does not compile is no error: it shows in `diagnostics`, as fatal
// where user code is in question; a library that only another compiler accepts is not. An error is a
// unit that could not be parsed at all: no such file or folder, an impossible command.
llvm::Expected<summary::TUSummary> analyse(const Unit &unit, const UserCode &user,
                                           const FrontendOptions &options, const Extract &extract);

// The folder of built-in headers this program was configured with.
llvm::StringRef builtInResourceDir();

} // namespace scalelint::extract
