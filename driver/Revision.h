// Where the analysed sources stand in version control, read from git's own files.
//
// No git is run: the analysed project is untrusted, and the configuration of a repository can name
// programs that git would start (hooks, file system monitors, filters). Only regular files of
// bounded size are opened, and of what they hold only a commit id, the name of a branch and the
// address of a remote get out.
#pragma once

#include "driver/report/Report.h"

#include "llvm/Support/VirtualFileSystem.h"

#include <optional>

namespace scalelint::driver {

// Of the repository that holds `folder`, found upward. nullopt when there is none, or none that can
// be read; what of it is not known stays empty.
std::optional<report::Revision> readRevision(llvm::StringRef folder, llvm::vfs::FileSystem &files);

} // namespace scalelint::driver
