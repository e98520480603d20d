// A program with findings, edited as people edit, and analysed again: which names of findings stay,
// which change.
#include "checks/Check.h"
#include "driver/report/Fingerprint.h"
#include "driver/report/Report.h"
#include "tests/support/Fixture.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetOperations.h"

#include <gtest/gtest.h>

#include <set>

using namespace scalelint;

namespace {

const char *const Shop = R"cpp(// pkg-config: libpq
//--- names.h
#pragma once
#include <libpq-fe.h>
#include <string>
#include <vector>
std::string nameOf(PGconn *db, const std::string &id);
std::string nickOf(PGconn *db, const std::string &id);
//--- names.cpp
#include "names.h"
std::string nameOf(PGconn *db, const std::string &id) {
  const char *values[] = {id.c_str()};
  PGresult *rows = PQexecParams(db, "SELECT name FROM users WHERE id = $1", 1, nullptr, values, nullptr, nullptr, 0);
  std::string name = PQgetvalue(rows, 0, 0);
  PQclear(rows);
  return name;
}
std::string nickOf(PGconn *db, const std::string &id) {
  const char *values[] = {id.c_str()};
  PGresult *rows = PQexecParams(db, "SELECT nick FROM users WHERE id = $1", 1, nullptr, values, nullptr, nullptr, 0);
  std::string nick = PQgetvalue(rows, 0, 0);
  PQclear(rows);
  return nick;
}
//--- report.cpp
#include "names.h"
namespace shop {
std::string report(PGconn *db, const std::vector<std::string> &ids, const std::vector<std::string> &guests) {
  std::string text;
  for (const auto &id : ids) {
    text += nameOf(db, id);
  }
  return text;
}
}
)cpp";

// The one finding of the shop stands here.
const char *const Call = "    text += nameOf(db, id);\n";
const char *const Loop = "  for (const auto &id : ids) {\n";

struct Edit {
  const char *what;
  std::vector<std::pair<std::string, std::string>> replacements; // each found once
};

std::string edited(const Edit &edit) {
  std::string text = Shop;
  for (const auto &[from, to] : edit.replacements) {
    size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << edit.what << ": " << from;
    if (at != std::string::npos)
      text.replace(at, from.size(), to);
  }
  return text;
}

struct Named {
  std::set<std::string> exact, anyFunction;
};

// Of all findings of the check, in the order of a report.
Named namesIn(const std::string &text) {
  test::Fixture fixture = test::parseFixture("shop.cpp", text);
  auto findings = test::findingsOf(fixture, "scale-n-plus-one-query");
  Named named;
  if (!findings) {
    ADD_FAILURE() << llvm::toString(findings.takeError()) << "\n" << text;
    return named;
  }
  llvm::sort(*findings, report::before);
  std::map<std::string, std::string> files;
  for (const test::Part &part : fixture.parts)
    files["/fixture/" + part.name] = part.text;
  std::vector<const Finding *> pointers;
  for (const Finding &finding : *findings)
    pointers.push_back(&finding);
  for (const report::Names &names :
       report::fingerprints(pointers, report::SourceProvider(report::readFromMemory(files)))) {
    named.exact.insert(names.exact);
    named.anyFunction.insert(names.anyFunction);
  }
  return named;
}

class EditTable : public testing::Test {
protected:
  static void SetUpTestSuite() {
    original = namesIn(Shop);
    ASSERT_EQ(original.exact.size(), 1u);
  }
  static inline Named original;
};

} // namespace

TEST_F(EditTable, NamesOutliveWhatDoesNotTouchTheHazard) {
  const std::vector<Edit> edits = {
      {"lines above",
       {{"namespace shop {\n",
         "\n// The monthly report.\nstatic const int Width = 80;\nnamespace shop {\n"}}},
      {"another function above",
       {{"namespace shop {\n", "namespace shop {\nint width(int) { return 80; }\n"}}},
      {"statements before and after",
       {{Call, std::string("    text += \", \";\n") + Call + "    text += id;\n"}}},
      {"another indent", {{Call, "\t\ttext += nameOf(db, id);\n"}}},
      {"blanks in the call", {{Call, "    text += nameOf( db , id );\n"}}},
      {"the call over several lines",
       {{Call, "    text +=\n        nameOf(\n            db,\n            id);\n"}}},
      {"comments in and behind the call", {{Call, "    text += nameOf(db, /*id=*/id); // slow\n"}}},
      {"what is done with the result",
       {{Call, "    const std::string name = nameOf(db, id); text += name;\n"}}},
      {"loop on one line",
       {{std::string(Loop) + Call + "  }\n",
         "  for (const auto &id : ids) text += nameOf(db, id);\n"}}},
      {"loop's type spelled out", {{Loop, "  for (const std::string &id : ids) {\n"}}},
      {"a condition around the call",
       {{Call, "    if (!id.empty()) {\n  " + std::string(Call) + "    }\n"}}},
      {"the file renamed", {{"//--- report.cpp", "//--- a_monthly.cpp"}}},
      {"the helper's file renamed", {{"//--- names.cpp", "//--- z_people.cpp"}}},
      {"the function moved to the helper's file",
       {{"//--- report.cpp\n#include \"names.h\"\n", "namespace other { int unused; }\n"}}},
      {"the helper laid out anew",
       {{"  const char *values[] = {id.c_str()};\n",
         "\n  // One value.\n  const char *values[] = {\n      id.c_str()\n  };\n"}}},
      {"the statement split into two literals",
       {{"\"SELECT name FROM users WHERE id = $1\"",
         "\"SELECT name FROM users \"\n    \"WHERE id = $1\""}}},
      {"another parameter of the function",
       {{"const std::vector<std::string> &guests) {\n  std::string text;",
         "const std::vector<std::string> &guests, int = 0) {\n  std::string text;"}}},
      {"another finding before it", {{Call, std::string("    text += nickOf(db, id);\n") + Call}}},
      {"another finding behind it", {{Call, std::string(Call) + "    text += nickOf(db, id);\n"}}},
      {"another loop before it",
       {{Loop, std::string("  for (const auto &id : guests) text += nameOf(db, id);\n") + Loop}}},
      {"a twin before it", {{Call, std::string(Call) + Call}}},
  };
  for (const Edit &edit : edits) {
    Named now = namesIn(edited(edit));
    EXPECT_TRUE(now.exact.count(*original.exact.begin())) << edit.what;
    EXPECT_TRUE(now.anyFunction.count(*original.anyFunction.begin())) << edit.what;
  }
}

TEST_F(EditTable, AnotherHazardHasAnotherName) {
  const std::vector<Edit> edits = {
      {"another callee", {{Call, "    text += nickOf(db, id);\n"}}},
      {"another loop", {{Loop, "  for (const auto &id : guests) {\n"}}},
      {"another variable of the loop",
       {{Loop, "  for (const auto &key : ids) {\n"}, {Call, "    text += nameOf(db, key);\n"}}},
      {"another argument", {{Call, "    text += nameOf(db, id + \"!\");\n"}}},
      {"another table", {{"SELECT name FROM users", "SELECT name FROM customers"}}},
  };
  for (const Edit &edit : edits) {
    Named now = namesIn(edited(edit));
    EXPECT_EQ(now.exact.size(), 1u) << edit.what;
    EXPECT_FALSE(now.exact.count(*original.exact.begin())) << edit.what;
    EXPECT_FALSE(now.anyFunction.count(*original.anyFunction.begin())) << edit.what;
  }
}

TEST_F(EditTable, ARenamedFunctionKeepsTheNameWithoutIt) {
  for (const Edit &edit : {Edit{"function", {{"std::string report(", "std::string monthly("}}},
                           Edit{"namespace", {{"namespace shop", "namespace store"}}}}) {
    Named now = namesIn(edited(edit));
    EXPECT_FALSE(now.exact.count(*original.exact.begin())) << edit.what;
    EXPECT_EQ(now.anyFunction, original.anyFunction) << edit.what;
  }
}

// The names of twins are one set, whichever of them an edit adds or takes.
TEST_F(EditTable, ATwinMoreIsOneNameMore) {
  auto times = [](unsigned count) {
    std::string calls;
    for (unsigned i = 0; i < count; ++i)
      calls += Call;
    return namesIn(edited({"twins", {{Call, calls}}})).exact;
  };
  std::set<std::string> two = times(2), three = times(3);
  EXPECT_EQ(two.size(), 2u);
  EXPECT_EQ(three.size(), 3u);
  EXPECT_TRUE(llvm::set_is_subset(original.exact, two));
  EXPECT_TRUE(llvm::set_is_subset(two, three));
}

TEST_F(EditTable, TwinsInOtherFunctionsDoNotCount) {
  Edit edit{"copy",
            {{"std::string report(", "std::string copy(PGconn *db, const std::vector<std::string> "
                                     "&ids) {\n  std::string text;\n" +
                                         std::string(Loop) + Call +
                                         "  }\n  return text;\n}\nstd::string report("}}};
  Named now = namesIn(edited(edit));
  EXPECT_EQ(now.exact.size(), 2u);
  EXPECT_TRUE(now.exact.count(*original.exact.begin()));
}
