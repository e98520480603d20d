// The project's own generated pages, from and to disk.
#pragma once

#include "checks/Check.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::driver {

// Every generated page of the project in `folder` as it should be, by its path below it.
llvm::Expected<std::map<std::string, std::string>>
documentation(llvm::StringRef folder, const std::vector<const Check *> &checks);

// Writes them.
llvm::Error writeDocumentation(llvm::StringRef folder, const std::vector<const Check *> &checks);

} // namespace scalelint::driver
