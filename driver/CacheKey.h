// What a stored summary depends on.
#pragma once

#include "analysis/extract/Command.h"
#include "analysis/extract/UserCode.h"

#include <string>

namespace scalelint::driver {

// What a unit's summary depends on besides the files it reads, as a file name.
std::string cacheKey(const extract::Unit &unit, const extract::Command &command,
                     const extract::UserCode &user, llvm::ArrayRef<std::string> matchers);

} // namespace scalelint::driver
