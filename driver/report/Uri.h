// Paths and git's remotes as the URIs that reports carry.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace scalelint::report {

// A path as RFC 3986 writes it: what it does not allow is escaped, and so is ":" which may not
// stand in the first segment.
std::string uriPath(llvm::StringRef path);

// "file:///srv/a%20b/" of a directory, with the slash that relative references need.
std::string directoryUri(llvm::StringRef path);

// A remote of git as a URI without credentials, which many configurations hold:
// "git@host:group/shop.git" is "ssh://git@host/group/shop.git". Empty for what is no place that
// others could reach: a relative path, a helper ("ext::…").
std::string remoteUri(llvm::StringRef remote);

} // namespace scalelint::report
