// Paths of routes: what is a version, what is a parameter, what nobody builds a client against.
#include "checks/contract/RoutePath.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {
// "{}" stands for a piece that is only known at run time.
program::Text textOf(llvm::StringRef written) {
  program::Text text;
  auto add = [&](llvm::StringRef piece, bool hole) {
    if (piece.empty() && !hole)
      return;
    text.pieces.push_back({piece.str(), hole, false});
    text.origins.emplace_back();
  };
  for (auto [before, after] = written.split("{}");; std::tie(before, after) = after.split("{}")) {
    add(before, false);
    if (before.end() == written.end())
      return text;
    add("", true);
    if (after.empty())
      return text;
  }
}

bool isVersioned(llvm::StringRef written) {
  RoutePath path = routePath(textOf(written));
  if (path.versionInQuery)
    return true;
  for (const RouteSegment &segment : path.segments)
    if (segment.version)
      return true;
  return false;
}

bool isOperational(llvm::StringRef written) {
  return scalelint::isOperational(routePath(textOf(written)));
}
} // namespace

TEST(RoutePath, WholeSegmentsAreVersions) {
  for (const char *segment :
       {"v1", "V2", "v10", "v1.2", "v1beta1", "v2alpha", "v1rc3", "v3preview"})
    EXPECT_TRUE(isVersion(segment)) << segment;
  for (const char *segment : {"v", "1", "v1x", "conv1", "vendors", "v1.", "version", "v1-beta", ""})
    EXPECT_FALSE(isVersion(segment)) << segment;
}

TEST(RoutePath, NamesOfVersionsEndInTheWord) {
  for (const char *name : {"version", "API-Version", "X-Api-Version", "api_version", "apiVersion",
                           "apiversion", "v", "ver"})
    EXPECT_TRUE(namesVersion(name)) << name;
  for (const char *name :
       {"conversion", "X-Conversion", "versions", "inversion", "Authorization", ""})
    EXPECT_FALSE(namesVersion(name)) << name;
}

TEST(RoutePath, VersionsStandAnywhereInAPath) {
  for (const char *path :
       {"/v1", "/v1/users", "/api/v2/users", "^/v1/users$", "/users/v3", R"(/v(\d+)/users)",
        "/:version/users", "/{version}/users", "/{version:[0-9]+}/users", "/<string:version>/users",
        "/v{number}/users", "/users?api-version=1", R"(\/v1\/users)"})
    EXPECT_TRUE(isVersioned(path)) << path;
  for (const char *path : {"/users", "/conv1/users", "/users/:id", "/users?page=2",
                           R"(/users/(\d+))", "/vault/{name}", ""})
    EXPECT_FALSE(isVersioned(path)) << path;
}

TEST(RoutePath, GroupsAndCharacterClassesHoldNoSeparators) {
  RoutePath path = routePath(textOf("/files/([^/]+)/(a/b|c)/last"));
  ASSERT_EQ(path.segments.size(), 4u);
  EXPECT_EQ(path.segments[1].text, "([^/]+)");
  EXPECT_EQ(path.segments[2].kind, RouteSegment::Kind::Parameter);
  EXPECT_EQ(path.segments[3].kind, RouteSegment::Kind::Fixed);
}

TEST(RoutePath, APieceThatIsNotKnownLeavesItsSegmentUnknown) {
  RoutePath path = routePath(textOf("/api-{}/users/{}"));
  ASSERT_EQ(path.segments.size(), 3u);
  EXPECT_EQ(path.segments[0].kind, RouteSegment::Kind::Unknown);
  EXPECT_EQ(path.segments[1].kind, RouteSegment::Kind::Fixed);
  EXPECT_EQ(path.segments[2].kind, RouteSegment::Kind::Unknown);
}

TEST(RoutePath, ProbesFilesAndDocumentsAreOperational) {
  for (const char *path :
       {"/health", "/api/health", "/healthz/live", "/metrics", "/docs/index", "/swagger.json",
        "/favicon.ico", "/static/app", "/app/main.css", "/", "/.*", R"(/(\w+))", ""})
    EXPECT_TRUE(isOperational(path)) << path;
  for (const char *path : {"/health-records", "/documents", "/statics", "/patients/:id/health",
                           "/users", "{}/users", "{}"})
    EXPECT_FALSE(isOperational(path)) << path;
}
