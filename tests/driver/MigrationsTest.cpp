// The order of migrations, by file names.
#include "driver/Migrations.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

#include <gtest/gtest.h>

using namespace scalelint;

namespace {

std::string ordered(const std::vector<std::pair<std::string, std::string>> &contents) {
  llvm::vfs::InMemoryFileSystem files;
  for (const auto &[name, text] : contents)
    files.addFile("/db/" + name, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  std::vector<std::string> found = driver::migrationsIn("/db", files);
  for (std::string &file : found)
    file = llvm::StringRef(file).drop_front(4).str();
  return llvm::join(found, " ");
}

std::string ordered(std::initializer_list<const char *> names) {
  std::vector<std::pair<std::string, std::string>> contents;
  for (const char *name : names)
    contents.push_back({name, ""});
  return ordered(contents);
}

} // namespace

TEST(Migrations, NumbersAreNumbers) {
  EXPECT_EQ(ordered({"10_c.sql", "9_b.sql", "00002_a.sql", "readme.md"}), "00002_a.sql 9_b.sql 10_c.sql");
  EXPECT_EQ(ordered({"20240102_b.sql", "20231231_a.sql"}), "20231231_a.sql 20240102_b.sql");
}

TEST(Migrations, FlywaysVersionsThenWhatIsRepeatable) {
  EXPECT_EQ(ordered({"R__views.sql", "V1.10__c.sql", "V2__d.sql", "V1.2__b.sql", "U2__d.sql", "V1__a.sql"}),
            "V1__a.sql V1.2__b.sql V1.10__c.sql V2__d.sql R__views.sql");
}

TEST(Migrations, WhatTakesBackIsLeftOut) {
  EXPECT_EQ(ordered({"1_a.up.sql", "1_a.down.sql", "2_b.DOWN.sql", "U__users.sql"}), "1_a.up.sql U__users.sql");
}

TEST(Migrations, SqitchGoesByItsPlan) {
  EXPECT_EQ(ordered({{"sqitch.plan", "%syntax-version=1.0.0\n%project=shop\n\nusers 2024-01-01T00:00:00Z A <a@b> # first\n"
                                     "@v1 2024-01-02T00:00:00Z A <a@b>\norders [users] 2024-01-03T00:00:00Z A <a@b>\n"
                                     "users [users@v1] 2024-01-04T00:00:00Z A <a@b>\ngone 2024-01-05T00:00:00Z A <a@b>\n"},
                     {"deploy/orders.sql", ""},
                     {"deploy/users.sql", ""},
                     {"deploy/users@v1.sql", ""},
                     {"deploy/unplanned.sql", ""},
                     {"revert/users.sql", ""},
                     {"verify/users.sql", ""}}),
            "deploy/users.sql deploy/orders.sql");
}
