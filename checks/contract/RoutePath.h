// The path of a route, taken apart: which segments are fixed, which are parameters, which name a version.
#pragma once

#include "analysis/program/Values.h"

#include <string>
#include <vector>

namespace scalelint {

struct RouteSegment {
  std::string text;     // as written; of an unknown piece what is known around it
  enum class Kind : uint8_t {
    Fixed,              // "orders"
    Parameter,          // ":id", "{id}", "<id>", "(\d+)", "*"
    Unknown,            // a part of it is only known at run time
  } kind = Kind::Fixed;
  bool version = false; // "v1", "v1beta2", "v1.2", ":version", "v(\d+)"
};

struct RoutePath {
  std::vector<RouteSegment> segments;
  bool versionInQuery = false; // "?api-version=…"
};

RoutePath routePath(const program::Text &text);

// "v1", "v1beta2", "v1.2": a whole path segment or component of a package that is a version.
bool isVersion(llvm::StringRef segment);

// "API-Version", "X-Api-Version", "api-version", "apiVersion", "v": a header, query parameter or path
// parameter that holds a version.
bool namesVersion(llvm::StringRef name);

// Health, metrics, readiness, static and documentation routes, and paths without any fixed segment (the entry page, a
// catch-all): nothing that a client is built against.
bool isOperational(const RoutePath &path);

} // namespace scalelint
