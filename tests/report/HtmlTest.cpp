#include "driver/report/Html.h"
#include "Sample.h"

#include "driver/report/Markdown.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

#include <set>

using namespace scalelint;
using namespace scalelint::report;
using llvm::StringRef;

namespace {

// A start tag as a browser reads it.
struct Tag {
  std::string name;
  std::vector<std::string> attributes; // names
};

// Reads tags as the page writes them: attribute values are quoted or left out. Anything else fails
// the test.
class TagReader {
public:
  explicit TagReader(StringRef page) : rest(page) {}

  // Visits every start tag; fails unless tags are closed in the order in which they were opened.
  template <class Visit> void read(Visit visit) {
    for (size_t at = rest.find('<'); at != StringRef::npos; at = rest.find('<')) {
      rest = rest.drop_front(at + 1);
      if (rest.consume_front("!DOCTYPE html>"))
        continue;
      if (rest.consume_front("/")) {
        close(name());
        continue;
      }
      Tag tag = start();
      visit(tag);
      if (tag.name == "script" || tag.name == "style") // their text holds no tags
        rest = rest.drop_front(rest.find("</" + tag.name + ">"));
      if (!isVoid(tag.name))
        open.push_back(tag.name);
    }
    EXPECT_TRUE(open.empty()) << "not closed: " << llvm::join(open, " ");
  }

private:
  static bool isVoid(StringRef name) { return name == "meta" || name == "input"; }
  std::string name() {
    StringRef found = rest.take_while([](char c) { return llvm::isAlnum(c) || c == '-'; });
    EXPECT_FALSE(found.empty()) << "no tag: <" << rest.take_front(40).str();
    rest = rest.drop_front(found.size());
    return found.str();
  }
  Tag start() {
    Tag tag{name(), {}};
    while (rest.consume_front(" ")) {
      tag.attributes.push_back(name());
      if (rest.consume_front("=\""))
        rest = rest.drop_front(rest.find('"') + 1);
    }
    EXPECT_TRUE(rest.starts_with(">")) << tag.name << rest.take_front(40).str();
    return tag;
  }
  void close(const std::string &name) {
    ASSERT_FALSE(open.empty()) << "closed, but never opened: " << name;
    EXPECT_EQ(open.back(), name);
    open.pop_back();
  }

  StringRef rest;
  std::vector<std::string> open;
};

} // namespace

// Writes the page and expects it to hold what the writer may write and nothing else.
static std::string soundPage(const Report &report, const SourceProvider &sources) {
  std::string page;
  llvm::raw_string_ostream os(page);
  writeHtml(os, report, sources);
  const std::set<std::string> elements = {
      "html",    "head",    "meta",    "title",   "style", "script", "body",  "header", "main",
      "section", "article", "details", "summary", "div",   "form",   "input", "select", "option",
      "button",  "output",  "table",   "thead",   "tbody", "tr",     "th",    "td",     "h1",
      "h2",      "h3",      "h4",      "p",       "a",     "b",      "bdi",   "i",      "span",
      "code",    "pre",     "mark",    "del",     "ins",   "ol",     "ul",    "li"};
  const std::set<std::string> attributes = {
      "lang",   "charset", "http-equiv",  "content",    "name",      "id",        "class", "role",
      "hidden", "type",    "placeholder", "aria-label", "aria-live", "value",     "href",  "rel",
      "dir",    "open",    "data-check",  "data-level", "data-file", "data-roots", "data-state"};
  unsigned scripts = 0;
  TagReader(page).read([&](const Tag &tag) {
    EXPECT_TRUE(elements.count(tag.name)) << tag.name;
    for (const std::string &attribute : tag.attributes)
      EXPECT_TRUE(attributes.count(attribute)) << tag.name << " " << attribute;
    scripts += tag.name == "script";
  });
  EXPECT_EQ(scripts, 1u);
  for (const char *resource : {"url(", "@import"}) // of the style; no tag above names one
    EXPECT_EQ(page.find(resource), std::string::npos) << resource;
  return page;
}

static std::string soundPage(const Report &report) { return soundPage(report, sample::sources()); }

static bool contains(StringRef text, StringRef part) { return text.contains(part); }

// The article of the finding whose message contains `words`.
static StringRef article(StringRef page, StringRef words) {
  size_t at = page.find(words);
  EXPECT_NE(at, StringRef::npos) << words.str();
  size_t begin = page.take_front(at).rfind("<article"), end = page.find("</article>", at);
  EXPECT_NE(begin, StringRef::npos);
  return page.slice(begin, end);
}

TEST(Html, AFindingReadsFromWhatItIsToWhatToDo) {
  std::string page = soundPage(sample::report());
  StringRef text = article(page, "query on &apos;orders&apos; runs once");
  const char *const parts[] = {
      "class=\"finding warning\"",
      "src/handlers.cpp:6:18",
      "<code><bdi>shop::listTotals</bdi></code>",
      "<mark>store.ordersOf(user.id)</mark>;  // &quot;größe&quot; → 𝄞\n",
      "<span class=\"caret\">^~~~~~~~~~~~~~~~~~~~~~~</span>",
      "<h4>Path</h4>",
      "<li class=\"n0\"><span class=\"step\"><bdi>GET /v1/users/{id}</bdi>",
      "<li class=\"n1 essential\"><span class=\"step\"><bdi>loop over &apos;users&apos;</bdi>",
      "<li class=\"n2 essential\"><span class=\"step\"><bdi>query on &apos;orders&apos;</bdi>",
      "return <mark>work.exec(&quot;SELECT sum(price) FROM orders",
      "<h4>See also</h4>",
      "db/schema 1.sql:1:14",
      "<h4>Reached from 3 request roots</h4>",
      "<li><bdi>job nightly</bdi></li>",
      "<h4>What to do</h4>",
  };
  size_t at = 0;
  for (const char *part : parts) {
    size_t found = text.find(part, at);
    EXPECT_NE(found, StringRef::npos) << part;
    at = found == StringRef::npos ? at : found;
  }
}

TEST(Html, CaretStandsUnderTheMark) {
  std::string page = soundPage(sample::report());
  StringRef text = article(page, "query on &apos;orders&apos; runs once");
  StringRef line = text.substr(text.find("<i>6</i>")).take_until([](char c) { return c == '\n'; });
  StringRef caret = text.substr(text.find("<i> </i>")).take_until([](char c) { return c == '\n'; });
  EXPECT_EQ(line.find("<mark>"), caret.find("<span"));
}

TEST(Html, AFixIsShownAsADiff) {
  std::string page = soundPage(sample::report());
  StringRef text = article(page, "transfer &apos;easy&apos; has no total timeout");
  EXPECT_TRUE(contains(text, "<h4>Fix: <bdi>set a total timeout of 10 s</bdi></h4>"));
  EXPECT_TRUE(contains(
      text, "<i>    9</i> <ins>+   curl_easy_setopt(easy, CURLOPT_TIMEOUT, 10L);</ins>\n"));
}

TEST(Html, AFixThatNoLongerFitsIsNotOffered) {
  Report report = sample::report();
  report.findings[0].fixes[0].replacements[0].range.line = 400;
  report.findings[0].fixes[0].replacements[0].range.endLine = 400;
  EXPECT_FALSE(contains(soundPage(report), "<h4>Fix"));
}

TEST(Html, GroupsFollowTheChecksAndStartWithTheWorst) {
  Report report = sample::report();
  Finding milder = sample::queryInLoop(), note = milder;
  milder.rank = 10;
  milder.message = "milder";
  note.level = Level::Note;
  note.message = "only a note";
  report.findings.insert(report.findings.begin(), {note, milder});
  std::string page = soundPage(report);
  EXPECT_LT(page.find("query on &apos;orders&apos; runs"), page.find("milder"));
  EXPECT_LT(page.find("milder"), page.find("only a note"));
  EXPECT_LT(page.find("only a note"), page.find("transfer &apos;easy&apos;"));
  EXPECT_TRUE(contains(page, "<h2>scale-query-in-loop <span class=\"count\">3</span></h2>"));
}

TEST(Html, ArticlesCarryTheNumbersOfTheFilters) {
  std::string page = soundPage(sample::report());
  EXPECT_TRUE(contains(page, "<option value=\"1\">POST /v1/report</option>"));
  EXPECT_TRUE(contains(page, "<option value=\"1\">src/store.cpp</option>"));
  EXPECT_TRUE(contains(page, "data-check=\"scale-query-in-loop\" data-level=\"warning\" "
                             "data-file=\"0\" data-roots=\"0 1 2\""));
  EXPECT_TRUE(contains(page, "data-check=\"scale-no-timeout\" data-level=\"error\" "
                             "data-file=\"1\" data-roots=\"\""));
}

TEST(Html, WithABaselineKnownFindingsAreMarkedAndStandBehindNewOnes) {
  Report report = sample::report();
  report.findings[1].check = report.findings[0].check;
  report.findings[0].level = Level::Error;
  report.findings[1].level = Level::Note;
  report.comparison = Comparison{{&report.findings[0]}, {}};
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, "<article class=\"finding error known\""));
  EXPECT_TRUE(contains(page, "<span class=\"state\">new</span>"));
  EXPECT_TRUE(contains(page, "<select name=\"state\""));
  EXPECT_LT(page.find("data-state=\"new\""), page.find("data-state=\"known\"")) << "though the known one is worse";
}

TEST(Html, WithoutABaselineNothingIsNewOrKnown) {
  std::string page = soundPage(sample::report());
  EXPECT_FALSE(contains(page, "data-state"));
  EXPECT_FALSE(contains(page, "class=\"state\""));
  EXPECT_FALSE(contains(page, "name=\"state\""));
}

TEST(Html, SuppressedFindingsSayWhy) {
  Report report = sample::report();
  report.suppressed = {{report.findings[0], "three <at most>"}, {report.findings[1], ""}};
  report.findings.clear();
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, ": <bdi>three &lt;at most&gt;</bdi></li>"));
  EXPECT_TRUE(contains(page, "<span class=\"soft\">no reason given</span></li>"));
}

TEST(Html, AdviceShowsCode) {
  Report report = sample::report();
  report.findings[0].suggestion = "use `= ANY($1)` or `a<b>`, but not a lone ` tick";
  EXPECT_TRUE(contains(soundPage(report),
                       "<p><bdi>use </bdi><code><bdi>= ANY($1)</bdi></code><bdi> or </bdi><code>"
                       "<bdi>a&lt;b&gt;</bdi></code><bdi>, but not a lone ` tick</bdi></p>"));
}

TEST(Html, HostileNamesStayText) {
  const std::string hostile = "</title></style></script><script>alert(1)</script>"
                              "<img src=x onerror=alert(1)>\" onload=\"x\" ' &amp; \x1b[2J\xff";
  const std::string file = "/srv/<b>\"'/" + hostile + ".cpp";
  Report report = sample::report();
  Finding finding;
  finding.check = sample::NoTimeout.id;
  finding.message = finding.function = finding.key = finding.suggestion = hostile;
  finding.primary = {file, 1, 1, 1, 5};
  finding.roots = {hostile};
  finding.flow = finding.related = {{finding.primary, hostile, 3, true}};
  finding.fixes = {{hostile, {{{file, 1, 1, 1, 1}, hostile}}}};
  report.findings = {finding};
  report.suppressed = {{finding, hostile}};
  report.notifications = {{Level::Warning, hostile, hostile, finding.primary}};
  report.root = "/srv/<b>\"'";
  report.version = report.category = hostile;
  report.revision = Revision{hostile, hostile, hostile, hostile};
  report.successful = false;
  std::string page =
      soundPage(report, SourceProvider(readFromMemory({{file, hostile + "\n" + hostile}})));
  EXPECT_FALSE(contains(page, "<img"));
  EXPECT_FALSE(contains(page, "\x1b"));
  EXPECT_TRUE(contains(page, "\\x1b[2J\xEF\xBF\xBD"));
}

TEST(Html, ACheckOfHostileNameIsItsOwnGroup) {
  Report report = sample::report();
  report.findings[0].check = "x\"><script>";
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, "<h2>x&quot;&gt;&lt;script&gt; "));
}

TEST(Html, OrderOfFindingsLeavesNoTrace) {
  Report forwards = sample::report(), backwards = sample::report();
  std::swap(backwards.findings[0], backwards.findings[1]);
  EXPECT_EQ(soundPage(forwards), soundPage(backwards));
}

TEST(Html, AnEmptyReportHasNoFilters) {
  Report report;
  report.units = 1;
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, "<p>no findings; 1 unit</p>"));
  EXPECT_FALSE(contains(page, "id=\"filters\" "));
}

TEST(Html, AnIncompleteRunSaysSo) {
  Report report = sample::report();
  EXPECT_FALSE(contains(soundPage(report), "class=\"alert\""));
  report.successful = false;
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, "class=\"alert\""));
  EXPECT_TRUE(contains(page, "<section id=\"notifications\">"));
}

TEST(Html, AFindingWithoutReadableSourceOrPlaceKeepsItsHead) {
  Report report;
  Finding gone, everywhere;
  gone.check = everywhere.check = "scale-x";
  gone.message = "gone";
  gone.primary = {"/elsewhere/a.cpp", 3, 1, 3, 2};
  everywhere.message = "everywhere";
  report.findings = {gone, everywhere};
  std::string page = soundPage(report);
  EXPECT_TRUE(contains(page, "<bdi>gone</bdi>"));
  EXPECT_TRUE(contains(page, "<bdi>everywhere</bdi>"));
  EXPECT_TRUE(contains(page, ">the whole program</option>"));
  EXPECT_FALSE(contains(page, "<pre class=\"excerpt\""));
}

TEST(Html, ManyFindingsAreFolded) {
  Report report = sample::report();
  EXPECT_TRUE(contains(soundPage(report), "<details class=\"more\" open>"));
  report.findings.resize(21, report.findings.front());
  EXPECT_FALSE(contains(soundPage(report), "<details class=\"more\" open>"));
}

TEST(Html, DocumentationIsRendered) {
  std::string html;
  llvm::raw_string_ostream os(html);
  renderMarkdownAsHtml(os, "## Why <b>\n\na `x<y>` **b**\n\n- one\n- two\n1. three\n\n"
                           "| h |\n|---|\n| `c` |\n\n```cpp bad\nif (a < b)\n\n  f();\n```\n");
  EXPECT_EQ(html, "<h4>Why &lt;b&gt;</h4>\n<p>a <code>x&lt;y&gt;</code> <b>b</b></p>\n"
                  "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>three</li>\n</ol>\n"
                  "<table>\n<tr><th>h</th></tr>\n<tr><td><code>c</code></td></tr>\n</table>\n"
                  "<pre><code>if (a &lt; b)\n\n  f();</code></pre>\n");
}
