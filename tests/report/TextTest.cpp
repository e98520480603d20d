#include "Sample.h"

#include "driver/report/Snippet.h"
#include "driver/report/Text.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

static std::string text(const Report &report, TextOptions options = {}) {
  std::string out;
  llvm::raw_string_ostream os(out);
  writeText(os, report, sample::sources(), options);
  return out;
}

static std::string snippet(const std::string &contents, SourceRange range, unsigned width = 100) {
  std::string out;
  llvm::raw_string_ostream os(out);
  SnippetStyle style;
  style.width = width;
  writeSnippet(os, SourceText(contents), range, style);
  return out;
}

TEST(Text, AFindingReadsFromWhatItIsToWhatToDo) {
  EXPECT_EQ(
      text(sample::report()),
      R"(src/handlers.cpp:6:18: warning: query on 'orders' runs once per element of 'users'; fetch the rows in one statement [scale-query-in-loop]
    6 |     int64_t total = store.ordersOf(user.id);  // "größe" → 𝄞
      |                     ^~~~~~~~~~~~~~~~~~~~~~~
  path:
    1. src/handlers.cpp:12:3  GET /v1/users/{id}
  > 2. src/handlers.cpp:5:3     loop over 'users'
    3. src/handlers.cpp:6:18    calls 'ordersOf'
  > 4. src/store.cpp:4:10         query on 'orders'
  see also:
    db/schema 1.sql:1:14  table 'orders' is created here
  reached from 3 request roots: GET /v1/users/{id}, POST /v1/report, job nightly
  help: SELECT user_id, sum(price) FROM orders WHERE user_id = ANY($1) GROUP BY user_id

src/store.cpp:8:16: error: transfer 'easy' has no total timeout; a stalled peer blocks 'listTotals' for ever [scale-no-timeout]
    8 |   CURL *easy = curl_easy_init();
      |                ^~~~~~~~~~~~~~~~
  fix available: set a total timeout of 10 s
    src/store.cpp
    8     CURL *easy = curl_easy_init();
    9 +   curl_easy_setopt(easy, CURLOPT_TIMEOUT, 10L);
   10     curl_easy_perform(easy);

src/store.cpp:4:10: warning: can't parse the statement; it is left out [statement-unparsed]

2 findings: 1 error, 1 warning in 2 files; 87 units
)");
}

TEST(Text, TheOrderOfFindingsDoesNotMatter) {
  Report forwards = sample::report(), backwards = sample::report();
  std::swap(backwards.findings[0], backwards.findings[1]);
  EXPECT_EQ(text(forwards), text(backwards));
}

TEST(Text, NoFindingsIsSaid) {
  Report report;
  report.units = 1;
  EXPECT_EQ(text(report), "no findings; 1 unit\n");
}

TEST(Text, SummaryCountsSuppressedFindings) {
  Report report = sample::report();
  report.suppressed.push_back({sample::queryInLoop(), ""});
  EXPECT_EQ(countsLine(report),
            "2 findings: 1 error, 1 warning in 2 files; 1 suppressed; 87 units");
}

TEST(Text, ManyRootsAreCutShort) {
  Report report = sample::report();
  report.findings[1].roots.assign(9, "GET /v1/x");
  TextOptions options;
  options.rootsShown = 2;
  EXPECT_NE(
      text(report, options).find("reached from 9 request roots: GET /v1/x, GET /v1/x and 7 more\n"),
      std::string::npos);
}

TEST(Text, AFixThatNoLongerFitsIsNotOffered) {
  Report report = sample::report();
  report.findings[0].fixes[0].replacements[0].range.line = 400;
  report.findings[0].fixes[0].replacements[0].range.endLine = 400;
  EXPECT_EQ(text(report).find("fix available"), std::string::npos);
}

TEST(Text, ColoursAppearOnlyWhereWanted) {
  TextOptions options;
  options.color = Color::Always;
  std::string colored = text(sample::report(), options);
  EXPECT_NE(colored.find("\x1b["), std::string::npos);
  EXPECT_EQ(text(sample::report()).find("\x1b["), std::string::npos);
  EXPECT_NE(colored.find("\x1b[0m"), std::string::npos);
}

TEST(Text, QuotedCodeCannotSteerTheTerminal) {
  Report report = sample::report();
  report.findings[0].message = "text '\x1b[2J\xff' of\nstatement";
  EXPECT_NE(text(report).find("text '\\x1b[2J\xEF\xBF\xBD' of\\nstatement"), std::string::npos);
}

TEST(Snippet, NamesCannotTurnTheDirectionOfWriting) {
  EXPECT_EQ(printable("größe \u202Ex\x7F\x1B\xE2\x82z"), "größe \\u{202e}x\\x7f\\x1b\xEF\xBF\xBDz");
}

TEST(Text, AFindingWithoutReadableSourceKeepsItsHead) {
  Report report;
  report.root = "/srv/shop";
  Finding finding;
  finding.check = "scale-x";
  finding.message = "m";
  finding.primary = {"/elsewhere/a.cpp", 3, 1, 3, 2};
  report.findings = {finding};
  EXPECT_EQ(text(report), "/elsewhere/a.cpp:3:1: warning: m [scale-x]\n\n"
                          "1 finding: 1 warning in 1 file; 0 units\n");
}

TEST(Text, AFindingOfTheWholeProgramHasNoPlace) {
  Report report;
  Finding finding;
  finding.check = "scale-x";
  finding.message = "m";
  report.findings = {finding};
  EXPECT_EQ(text(report).find("warning: m [scale-x]\n"), 0u);
}

TEST(Snippet, UnderlineStandsUnderTabsAndWideCharacters) {
  EXPECT_EQ(snippet("\tint 數 = go(x);\n", {"f", 1, 12, 1, 17}), "    1 |     int 數 = go(x);\n"
                                                                 "      |              ^~~~~\n");
}

TEST(Snippet, AnEmptyRangeIsACaret) {
  EXPECT_EQ(snippet("abc\n", {"f", 1, 2, 1, 2}), "    1 | abc\n      |  ^\n");
}

TEST(Snippet, ARangeOverSeveralLinesShowsItsFirst) {
  EXPECT_EQ(snippet("for (;;) {\n}\n", {"f", 1, 1, 2, 2}),
            "    1 | for (;;) {\n      | ^~~~~~~~~~...\n");
}

TEST(Snippet, ALongLineIsCutAroundTheRange) {
  std::string line = std::string(200, 'a') + "CALL()" + std::string(200, 'b');
  std::string shown = snippet(line, {"f", 1, 201, 1, 207}, 40);
  EXPECT_EQ(shown, "    1 | …aaaaaaaaaaCALL()bbbbbbbbbbbbbbbbbbbbbbb…\n"
                   "      |            ^~~~~~\n");
}

TEST(Snippet, MalformedBytesAndControlCharactersAreReplaced) {
  EXPECT_EQ(snippet("a\xff\x07z\n", {"f", 1, 4, 1, 5}),
            "    1 | a\xEF\xBF\xBD\xEF\xBF\xBDz\n      |    ^\n");
}

TEST(Snippet, AByteOrderMarkTakesNoRoom) {
  EXPECT_EQ(snippet("\xEF\xBB\xBFint x;\n", {"f", 1, 8, 1, 9}), "    1 | int x;\n      |     ^\n");
}

TEST(Snippet, ALineThatIsGoneShowsNothing) { EXPECT_EQ(snippet("a\n", {"f", 9, 1, 9, 2}), ""); }
