// Which code is the project's own, and which of its units are analysed.
#pragma once

#include "analysis/extract/UserCode.h"
#include "driver/CompileDatabase.h"
#include "driver/Configuration.h"
#include "driver/Options.h"

namespace scalelint::driver {

// The folder of the project's own code, the first of these that is known:
// - `--source-root`
// - the folder of the configuration
// - the source folder that the build folder's CMakeCache.txt names, if it holds units
// - the folder of the compile database, if all units lie below it
// - the deepest folder that holds all units; of a `src` folder its parent, where headers may stand beside it
std::string sourceRoot(const UnitOptions &options, const Configuration &configuration,
                       const CompileDatabase &database);

// Below the root all but what the configuration excludes and the build folder (generated code, fetched
// dependencies), unless the project is built in its source folder.
extract::UserCode userCode(llvm::StringRef root, const Configuration &configuration,
                           const CompileDatabase &database);

// The deepest folder that holds all units.
std::string commonFolder(llvm::ArrayRef<extract::Unit> units);

// The units of user code that `paths` ask for. A file that `paths` names itself is analysed even
// if it is excluded. An error is a path that selects nothing, or no unit being left at all.
llvm::Expected<std::vector<extract::Unit>> selectUnits(const CompileDatabase &database,
                                                       const extract::UserCode &user,
                                                       llvm::ArrayRef<std::string> paths);

} // namespace scalelint::driver
