// In which order the migrations of a folder are applied.
#pragma once

#include "llvm/Support/VirtualFileSystem.h"

#include <string>
#include <vector>

namespace scalelint::driver {

// The .sql files below `folder` that lead to the schema as it is, in the order in which the tool applies them:
// - sqitch: what `sqitch.plan` lists, from `deploy/`;
// - Flyway: V1__x.sql, V1.2__y.sql by version, then R__z.sql by name; U1__x.sql takes back and is left out;
// - goose, dbmate and whoever else numbers files: by the numbers in the names, so that 10_ comes after 9_.
// Files named *.down.sql, and those in folders `revert` and `verify` beside `deploy`, are left out.
std::vector<std::string> migrationsIn(llvm::StringRef folder, llvm::vfs::FileSystem &files);

} // namespace scalelint::driver
