// The project's DDL, from the files that the configuration names.
#pragma once

#include "analysis/sql/Schema.h"
#include "driver/Configuration.h"

#include "llvm/Support/VirtualFileSystem.h"

#include <vector>

namespace scalelint::driver {

// Reads files and folders of .sql files, a folder's in the order in which its migrations are applied (Migrations.h). What
// cannot be read or is not understood becomes a notification; the rest is used.
sql::Schema readSchema(const Configuration &configuration, llvm::vfs::FileSystem &files,
                       std::vector<Notification> &notifications);

} // namespace scalelint::driver
