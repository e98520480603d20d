#include "Sample.h"

#include "driver/report/GitHub.h"
#include "driver/report/MarkdownText.h"

#include "llvm/ADT/StringExtras.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;
using llvm::StringRef;

static std::string annotations(const Report &report, GitHubLimits limits = {}) {
  std::string out;
  llvm::raw_string_ostream os(out);
  writeAnnotations(os, report, sample::sources(), limits);
  return out;
}

namespace {
// A command as the runner reads it.
struct Command {
  std::string name, data;
  std::map<std::string, std::string> properties;
};
} // namespace

static std::string unescaped(StringRef text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    bool isEscape = text[i] == '%' && !text.substr(i + 1, 2).getAsInteger(16, code);
    result += isEscape ? char(code) : text[i];
    i += isEscape ? 2 : 0;
  }
  return result;
}

// "::name property=value,property=value::data" on each line.
static std::vector<Command> commandsIn(StringRef text) {
  std::vector<Command> commands;
  llvm::SmallVector<StringRef> lines, properties;
  text.split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef line : lines) {
    EXPECT_TRUE(line.consume_front("::")) << line.str();
    auto [head, data] = line.split("::");
    auto [name, rest] = head.split(' ');
    Command command{name.str(), unescaped(data), {}};
    properties.clear();
    rest.split(properties, ',', -1, /*KeepEmpty=*/false);
    for (StringRef each : properties)
      command.properties[each.split('=').first.str()] = unescaped(each.split('=').second);
    commands.push_back(command);
  }
  return commands;
}

// So many findings of each level, ranks from 1 upward.
static Report many(size_t errors, size_t warnings, size_t notes) {
  Report report;
  report.root = "/srv/shop";
  auto add = [&](Level level, size_t count) {
    for (size_t rank = 1; rank <= count; ++rank) {
      Finding finding = sample::queryInLoop();
      finding.level = level;
      finding.rank = rank;
      finding.message = std::string(name(level)) + " of rank " + std::to_string(rank);
      report.findings.push_back(finding);
    }
  };
  add(Level::Error, errors);
  add(Level::Warning, warnings);
  add(Level::Note, notes);
  return report;
}

TEST(GitHub, AnAnnotationHoldsPlaceCheckPathAndHelp) {
  EXPECT_EQ(annotations(sample::report()),
            "::error file=src/store.cpp,line=8,endLine=8,col=16,endColumn=31,title=scale-no-timeout::transfer 'easy' has no "
            "total timeout; a stalled peer blocks 'listTotals' for ever\n"
            "::warning file=src/handlers.cpp,line=6,endLine=6,col=18,endColumn=40,title=scale-query-in-loop::query on "
            "'orders' runs once per element of 'users'; fetch the rows in one statement"
            "%0A  src/handlers.cpp:12 GET /v1/users/{id}%0A> src/handlers.cpp:5 loop over 'users'"
            "%0A  src/handlers.cpp:6 calls 'ordersOf'%0A> src/store.cpp:4 query on 'orders'"
            "%0Ahelp: SELECT user_id, sum(price) FROM orders WHERE user_id = ANY($1) GROUP BY user_id\n");
}

TEST(GitHub, PathsAreRelativeToTheTopOfTheRepository) {
  Report report = sample::report();
  report.revision->top = "/srv";
  EXPECT_EQ(commandsIn(annotations(report))[0].properties["file"], "shop/src/store.cpp");
}

TEST(GitHub, NotesAreNotices) {
  EXPECT_EQ(commandsIn(annotations(many(0, 0, 1)))[0].name, "notice");
}

TEST(GitHub, ARangeOverSeveralLinesHasNoColumns) {
  Report report = sample::report();
  report.findings[0].primary.endLine += 2;
  Command command = commandsIn(annotations(report))[0];
  EXPECT_EQ(command.properties["endLine"], "10");
  EXPECT_EQ(command.properties.count("col"), 0u);
}

TEST(GitHub, NamesCannotEndACommand) {
  const std::string name = "a::warning file=b,line=1::%0A\r\n##[error]::stop,:%";
  Report report;
  report.root = "/srv";
  Finding finding = sample::noTimeout();
  finding.check = name;
  finding.message = name;
  finding.primary.file = "/srv/" + name;
  report.findings = {finding};
  std::vector<Command> commands = commandsIn(annotations(report));
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(commands[0].data, name);
  EXPECT_EQ(commands[0].properties["title"], name);
  EXPECT_EQ(commands[0].properties["file"], name);
}

TEST(GitHub, MalformedTextBecomesText) {
  Report report = many(0, 1, 0);
  report.findings[0].message = "\xff";
  report.findings[0].flow.clear();
  report.findings[0].suggestion.clear();
  EXPECT_EQ(commandsIn(annotations(report))[0].data, "\xEF\xBF\xBD");
}

TEST(GitHub, TheWorstOfALevelAreAnnotatedAndTheRestIsSaid) {
  std::vector<Command> commands = commandsIn(annotations(many(2, 13, 10)));
  std::map<std::string, std::vector<Command>> byName;
  for (const Command &command : commands)
    byName[command.name].push_back(command);
  EXPECT_EQ(byName["error"].size(), 2u);
  ASSERT_EQ(byName["warning"].size(), 10u);
  EXPECT_EQ(StringRef(byName["warning"].front().data).split('\n').first, "warning of rank 13");
  EXPECT_EQ(StringRef(byName["warning"].back().data).split('\n').first, "warning of rank 4");
  ASSERT_EQ(byName["notice"].size(), 10u); // the last one is this:
  EXPECT_EQ(commands.back().data, "3 warnings, 1 note of the lowest rank are not annotated, since GitHub shows 10 "
                                  "annotations of a level; the log and the job summary tell of them");
}

TEST(GitHub, AsManyAsFitAreAnnotatedWithoutAWord) {
  EXPECT_EQ(commandsIn(annotations(many(10, 10, 10))).size(), 30u);
}

TEST(GitHub, ALongMessageIsCutBetweenCharacters) {
  Report report = many(0, 1, 0);
  report.findings[0].flow.clear();
  report.findings[0].message = "\xF0\x9D\x84\x9E\xC3\xB6\xC3\xB6\xC3\xB6"; // two units, then one each
  report.findings[0].suggestion.clear();
  GitHubLimits limits;
  limits.message = 5;
  EXPECT_EQ(commandsIn(annotations(report, limits))[0].data, report.findings[0].message);
  limits.message = 4;
  EXPECT_EQ(commandsIn(annotations(report, limits))[0].data, "\xF0\x9D\x84\x9E\xC3\xB6\xE2\x80\xA6");
  limits.message = 2;
  EXPECT_EQ(commandsIn(annotations(report, limits))[0].data, "\xE2\x80\xA6");
}

TEST(GitHub, OnlyWhatIsNewIsAnnotated) {
  Report report = sample::report();
  report.comparison = Comparison{{&report.findings[0]}, {}};
  std::vector<Command> commands = commandsIn(annotations(report));
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(commands[0].name, "warning");
  EXPECT_EQ(jobSummary(report, "", 0).find("no total timeout"), std::string::npos);
}

TEST(GitHub, TheTextOfTheLogHoldsNoCommands) {
  std::string text = withoutCommands("::error::x\n##[warning]y");
  llvm::SmallVector<StringRef> lines;
  StringRef(text).split(lines, '\n');
  ASSERT_EQ(lines.size(), 5u);
  StringRef token = lines[0];
  ASSERT_TRUE(token.consume_front("::stop-commands::"));
  EXPECT_EQ(token.size(), 64u);
  EXPECT_EQ(lines[3], ("::" + token + "::").str());
  EXPECT_NE(withoutCommands("another"), text);
}

TEST(JobSummary, HoldsATableAndTheWorstFindings) {
  EXPECT_EQ(
      jobSummary(sample::report(), "https://github.com/acme/shop/blob/12ab/", 0),
      "## scalelint\n\n"
      "2 findings: 1 error, 1 warning in 2 files; 87 units\n\n"
      "| check | errors | warnings | notes |\n|---|--:|--:|--:|\n"
      "| [`scale-no-timeout`](https://example.org/scalelint/docs/checks/scale-no-timeout.md) | 1 | 0 | 0 |\n"
      "| [`scale-query-in-loop`](https://example.org/scalelint/docs/checks/scale-query-in-loop.md) | 0 | 1 | 0 |\n\n"
      "- **error** [src/store.cpp:8](https://github.com/acme/shop/blob/12ab/src/store.cpp#L8) transfer 'easy' has no total "
      "timeout; a stalled peer blocks 'listTotals' for ever `scale-no-timeout`\n"
      "- **warning** [src/handlers.cpp:6](https://github.com/acme/shop/blob/12ab/src/handlers.cpp#L6) query on 'orders' runs "
      "once per element of 'users'; fetch the rows in one statement `scale-query-in-loop`\n"
      "  <br>help: SELECT user\\_id, sum\\(price\\) FROM orders WHERE user\\_id = ANY\\(\\$1\\) GROUP BY user\\_id\n");
}

TEST(JobSummary, SaysThatNothingWasFoundAndThatUnitsAreMissing) {
  Report report;
  report.units = 3;
  EXPECT_EQ(jobSummary(report, "", 0), "## scalelint\n\nno findings; 3 units\n\n");
  report.successful = false;
  EXPECT_NE(jobSummary(report, "", 0).find("**Not every unit was analysed**"), std::string::npos);
}

TEST(JobSummary, ShowsAsManyAsCanBeReadAndSaysSo) {
  std::string text = jobSummary(many(0, 60, 0), "", 0);
  EXPECT_NE(text.find("warning of rank 60"), std::string::npos);
  EXPECT_EQ(text.find("warning of rank 10 "), std::string::npos);
  EXPECT_TRUE(StringRef(text).ends_with(
      "\n10 findings of the lowest rank are left out: the summary shows 50; the log holds them.\n"))
      << text;
}

TEST(JobSummary, FitsWhatIsLeftOfTheStepsSummary) {
  GitHubLimits limits;
  for (size_t room : {0, 100, 400, 900, 2000, 5000, 20000}) {
    std::string text = jobSummary(many(0, 60, 0), "", limits.summary - room);
    EXPECT_LE(text.size(), room);
    if (room >= 900 && room < 20000)
      EXPECT_NE(text.find("GitHub takes no longer summary"), std::string::npos) << text;
  }
  EXPECT_EQ(jobSummary(many(0, 60, 0), "", limits.summary - 250),
            "scalelint: the step's summary is full; the log holds the findings.\n");
}

TEST(JobSummary, NamesAreText) {
  EXPECT_EQ(markdownText("a|b`c`*d*_e_[f](g)<h>&\\ @i #1 \n"),
            "a\\|b\\`c\\`\\*d\\*\\_e\\_\\[f\\]\\(g\\)&lt;h&gt;&amp;\\\\ @<!-- -->i #<!-- -->1 \\\\n");
  EXPECT_EQ(markdownTarget("https://x/a(b)\"<c> d"), "https://x/a%28b%29%22%3Cc%3E%20d");
  Report report = many(0, 1, 0);
  report.findings[0].primary.file = "/srv/shop/a](x) |`<b>.cpp";
  report.findings[0].primary.line = 3;
  EXPECT_NE(jobSummary(report, "https://h/", 0).find("[a\\]\\(x\\) \\|\\`&lt;b&gt;.cpp:3](https://h/a%5D%28x%29%20%7C%60%3Cb%3E.cpp#L3)"),
            std::string::npos)
      << jobSummary(report, "https://h/", 0);
}
