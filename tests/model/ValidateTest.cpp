// Packs that read well and still do not do what they say.
#include "tests/model/Support.h"

#include "analysis/model/Validate.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::model {
namespace {

// Every remark on the pack, one a line.
std::string remarksOn(llvm::StringRef body) {
  std::string all;
  for (const Remark &remark : validate(packWith(body)))
    all += (all.empty() ? "" : "\n") + text(remark);
  return all;
}

TEST(Validate, GeneralRowHidesALaterOne) {
  EXPECT_EQ(remarksOn("operations:\n"
                      "  - {call: f, does: cache.command}\n"
                      "  - {call: f, does: cache.read, commands: [GET]}\n"),
            "p.yaml:5:5: row of 'f' can never hold; the row in line 4 covers it");
}

TEST(Validate, SpecialRowBeforeTheGeneralOneIsRight) {
  EXPECT_EQ(remarksOn("operations:\n"
                      "  - {call: f, does: cache.read, commands: [GET]}\n"
                      "  - {call: f, does: cache.write, when: {argument: 0, is: X}}\n"
                      "  - {call: f, does: render, arguments: 2}\n"
                      "  - {call: f, does: render, parameters: [int]}\n"
                      "  - {call: f, does: cache.command}\n"),
            "");
}

TEST(Validate, RowWithMoreConditionsIsHiddenByOneWithFewer) {
  EXPECT_EQ(
      remarksOn("operations:\n"
                "  - {call: f, does: render, when: {argument: 0, is: X}}\n"
                "  - {call: f, does: render, when: [{argument: 1, is: Y}, {argument: 0, is: X}]}\n"
                "  - {call: f, does: render, when: {argument: 0, is-not: X}}\n"),
      "p.yaml:5:5: row of 'f' can never hold; the row in line 4 covers it");
}

TEST(Validate, RangesOfArgumentsHideWhatLiesWithin) {
  EXPECT_EQ(remarksOn("operations:\n"
                      "  - {call: f, does: render, arguments: {at-least: 2}}\n"
                      "  - {call: f, does: render, arguments: 3}\n"
                      "  - {call: f, does: render, arguments: 1}\n"
                      "  - {call: f, does: render, arguments: {at-most: 2}}\n"),
            "p.yaml:5:5: row of 'f' can never hold; the row in line 4 covers it");
}

TEST(Validate, CommandsAreHiddenOnlyByAllOfThem) {
  EXPECT_EQ(remarksOn("operations:\n"
                      "  - {call: f, does: cache.read, commands: [GET, MGET]}\n"
                      "  - {call: f, does: cache.read, commands: [GET, HGET]}\n"
                      "  - {call: f, does: cache.read, commands: [MGET]}\n"),
            "p.yaml:6:5: row of 'f' can never hold; the row in line 4 covers it");
}

TEST(Validate, OneCallMaySetSeveralAspects) {
  EXPECT_EQ(remarksOn("settings:\n"
                      "  - {call: f, sets: read-timeout}\n"
                      "  - {call: f, sets: write-timeout}\n"
                      "  - {call: f, sets: read-timeout}\n"
                      "  - {field: a::b, sets: read-timeout}\n"
                      "  - {field: a::c, sets: read-timeout}\n"),
            "p.yaml:6:5: row of 'f' can never hold; the row in line 4 covers it");
}

TEST(Validate, OneCallMayHaveSeveralMarksFlowsAndCallbacks) {
  EXPECT_EQ(remarksOn("marks: [{call: f, is: log}, {call: f, is: metric}]\n"
                      "flows: [{call: f, from: receiver, to: result}, "
                      "{call: f, from: {argument: 0}, to: result}]\n"
                      "callbacks: [{call: f, callback: {argument: 0}, runs: once}, "
                      "{call: f, callback: {argument: 1}, runs: once}]\n"
                      "roots: [{call: f, handler: {argument: 0}}, {call: f, handler: "
                      "{argument: 1}}, {overrides: a::f}, {overrides: a::g}]\n"),
            "");
}

TEST(Validate, EverySectionIsSearchedForHiddenRows) {
  EXPECT_EQ(remarksOn("marks:\n  - {call: f, is: log}\n  - {call: f, is: log}\n"
                      "flows:\n  - {call: f, from: receiver, to: result}\n"
                      "  - {call: f, from: receiver, to: result}\n"
                      "callbacks:\n  - {call: f, callback: receiver, runs: once}\n"
                      "  - {call: f, callback: receiver, runs: later}\n"
                      "roots:\n  - {overrides: f}\n  - {overrides: f}\n"
                      "texts:\n  - {call: f, form: concat}\n  - {call: f, form: stream}\n"
                      "constructs:\n  - {call: f}\n  - {call: f}\n"),
            "p.yaml:5:5: row of 'f' can never hold; the row in line 4 covers it\n"
            "p.yaml:8:5: row of 'f' can never hold; the row in line 7 covers it\n"
            "p.yaml:11:5: row of 'f' can never hold; the row in line 10 covers it\n"
            "p.yaml:14:5: row of 'f' can never hold; the row in line 13 covers it\n"
            "p.yaml:17:5: row of 'f' can never hold; the row in line 16 covers it\n"
            "p.yaml:20:5: row of 'f' can never hold; the row in line 19 covers it");
}

TEST(Validate, ClientsMustNeedSomethingAndProveTheirDefaults) {
  EXPECT_EQ(remarksOn("clients:\n"
                      "  - client: empty\n"
                      "    created-by: [{call: f}, {call: f}]\n"
                      "  - client: full\n"
                      "    created-by: [{call: g}]\n"
                      "    aspects:\n"
                      "      - {aspect: read-timeout, default: 5s}\n"
                      "      - {aspect: connect-timeout, default: none, fix: set(10);}\n"
                      "      - {aspect: connect-timeout, default: unknown, fix: 'f({object});'}\n"),
            "p.yaml:4:5: client 'empty' has no aspects; it needs nothing\n"
            "p.yaml:5:29: row of 'f' can never hold; the row in line 5 covers it\n"
            "p.yaml:9:9: default of aspect 'read-timeout' has no source; give the link that "
            "states it\n"
            "p.yaml:10:9: fix of aspect 'connect-timeout' does not name the client as {object}\n"
            "p.yaml:11:9: aspect 'connect-timeout' stands twice in client 'full'");
}

TEST(Validate, SettingThatNoClientNeedsIsAWarning) {
  constexpr llvm::StringLiteral Client =
      "clients:\n"
      "  - client: c\n"
      "    created-by:\n"
      "      - {call: f, sets: [{aspect: pool-size, value: {argument: 0}}]}\n"
      "    aspects: [{aspect: read-timeout, default: none, satisfied-by: [low-speed]}]\n";
  EXPECT_EQ(remarksOn((Client + "settings:\n"
                                "  - {call: g, sets: retries}\n"
                                "  - {call: g, sets: low-speed}\n"
                                "  - {call: g, sets: total-timeout}\n"
                                "  - {call: g, sets: read-timeout}\n")
                          .str()),
            "p.yaml:6:9: warning: no client of this pack needs 'pool-size'\n"
            "p.yaml:9:5: warning: no client of this pack needs 'retries'");
  EXPECT_EQ(remarksOn("settings: [{call: g, sets: retries}]\n"), "");
}

TEST(Validate, RangeWithoutAnyNumber) {
  EXPECT_EQ(remarksOn("scopes:\n"
                      "  - begin: {call: f, arguments: {at-least: 3, at-most: 1}}\n"
                      "    end: [{call: g}]\n"
                      "    kind: lock\n"),
            "p.yaml:4:12: no call of 'f' has at least 3 and at most 1 arguments");
}

} // namespace
} // namespace scalelint::model
