// Which paths belong to the project.
#include "analysis/extract/UserCode.h"

#include "gtest/gtest.h"

using namespace scalelint::extract;

namespace {

bool isUser(std::vector<std::string> excluded, llvm::StringRef path) {
  return UserCode({"/project"}, std::move(excluded)).contains(path);
}

} // namespace

TEST(UserCode, IsWhatLiesBelowARoot) {
  EXPECT_TRUE(isUser({}, "/project/src/a.cpp"));
  EXPECT_FALSE(isUser({}, "/usr/include/string"));
  EXPECT_FALSE(isUser({}, "/project-two/a.cpp"));
  EXPECT_TRUE(UserCode({"/"}).contains("/any/a.cpp"));
  EXPECT_TRUE(UserCode({"/project/"}).contains("/project/a.cpp"));
}

TEST(UserCode, ABareNameIsExcludedAtAnyDepth) {
  EXPECT_FALSE(isUser({"tests"}, "/project/tests/a.cpp"));
  EXPECT_FALSE(isUser({"tests"}, "/project/lib/tests/deep/a.cpp"));
  EXPECT_TRUE(isUser({"tests"}, "/project/contests/a.cpp"));
  EXPECT_FALSE(isUser({"*.pb.cc"}, "/project/gen/api.pb.cc"));
  EXPECT_FALSE(isUser({"tests/"}, "/project/tests/a.cpp"));
}

TEST(UserCode, AGlobWithASlashStartsAtTheRoot) {
  EXPECT_FALSE(isUser({"lib/old"}, "/project/lib/old/a.cpp"));
  EXPECT_FALSE(isUser({"./lib/old/**"}, "/project/lib/old/a.cpp"));
  EXPECT_TRUE(isUser({"lib/old"}, "/project/other/lib/old/a.cpp"));
  EXPECT_FALSE(isUser({"**/lib/old"}, "/project/other/lib/old/a.cpp"));
  EXPECT_FALSE(isUser({"**/lib/old"}, "/project/lib/old/a.cpp"));
  EXPECT_FALSE(isUser({"src/*.gen.cpp"}, "/project/src/a.gen.cpp"));
}

TEST(UserCode, AnAbsoluteGlobNamesAFolder) {
  EXPECT_FALSE(isUser({"/project/build"}, "/project/build/moc.cpp"));
  EXPECT_TRUE(isUser({"/project/build"}, "/project/builder/moc.cpp"));
  EXPECT_FALSE(isUser({globOf("/project/build[1]")}, "/project/build[1]/moc.cpp"));
}

TEST(UserCode, ARootInsideAFolderOfAnExcludedNameStays) {
  EXPECT_TRUE(UserCode({"/work/tests/project"}, {"tests"}).contains("/work/tests/project/a.cpp"));
}

TEST(UserCode, ABrokenGlobIsToldApart) {
  EXPECT_TRUE(isGlob("src/**/*.cpp"));
  EXPECT_FALSE(isGlob("src/[a"));
}
