#include "Sample.h"

#include "gtest/gtest.h"

namespace scalelint::report::sample {

static const char *Handlers = R"cpp(#include "store.h"

// Totals of every user.
void listTotals(const Request &request, Response &response) {
  for (const User &user : store.users()) {
	int64_t total = store.ordersOf(user.id);  // "größe" → 𝄞
    response.add(user.name, total);
  }
}

int main() {
  server.Get("/v1/users/{id}", listTotals);
}
)cpp";

static const char *Store = R"cpp(#include "store.h"

int64_t Store::ordersOf(int64_t user) {
  return work.exec("SELECT sum(price) FROM orders WHERE user_id = $1", user);
}

void Store::connect() {
  CURL *easy = curl_easy_init();
  curl_easy_perform(easy);
}
)cpp";

static const char *Schema = "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);\n";

std::map<std::string, std::string> files() {
  return {{Root + "/src/handlers.cpp", Handlers},
          {Root + "/src/store.cpp", Store},
          {Root + "/db/schema 1.sql", Schema}};
}

SourceProvider sources() { return SourceProvider(readFromMemory(files())); }

SourceRange at(const std::string &file, const std::string &text, unsigned occurrence) {
  SourceText source(files().at(file));
  size_t begin = source.contents().find(text);
  while (begin != llvm::StringRef::npos && occurrence-- > 0)
    begin = source.contents().find(text, begin + 1);
  EXPECT_NE(begin, llvm::StringRef::npos) << text;
  size_t end = begin + text.size();
  auto column = [&](size_t offset) -> unsigned {
    return offset - *source.offset(source.lineOf(offset), 1) + 1;
  };
  return {file, source.lineOf(begin), column(begin), source.lineOf(end), column(end)};
}

static void noRun(const program::Program &, const CheckOptions &, const FindingSink &) {}

const Check QueryInLoop = {
    .id = "scale-query-in-loop",
    .summary = "query runs once per turn of a loop",
    .doc = R"md(## What it flags

A query that runs **once per turn** of a loop over `rows`, also
through [callees](https://example.org/callees).

## Example

```cpp bad
for (auto id : ids)
  load(id);
```

- one round trip a turn
- a pool that runs dry

## Limits

None known.

## Options

Which loops count.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::VeryHigh,
    .profile = Profile::Default,
    .taxa = {cwe(1050), cwe(1073)},
    .options = {{"min-turns", "8", "loops with fewer turns | constant ones stay silent"}},
    .run = noRun,
};

const Check NoTimeout = {
    .id = "scale-no-timeout",
    .summary = "client without a deadline",
    .doc = "## What it flags\n\nA client that waits for ever.\n",
    .family = Family::Failure,
    .severity = Level::Error,
    .precision = Precision::Medium,
    .profile = Profile::Default,
    .taxa = {cwe(1088)},
    .options = {},
    .run = noRun,
};

const Check MissingCache = {
    .id = "scale-missing-cache",
    .summary = "statement that could be cached",
    .doc = "",
    .family = Family::Database,
    .severity = Level::Note,
    .precision = Precision::Low,
    .profile = Profile::Strict,
    .taxa = {},
    .options = {{"tables", "", "read-mostly tables"}},
    .run = noRun,
};

const std::vector<const Check *> &checks() {
  static const std::vector<const Check *> all = {&QueryInLoop, &NoTimeout, &MissingCache};
  return all;
}

Finding queryInLoop() {
  const std::string handlers = Root + "/src/handlers.cpp";
  const std::string store = Root + "/src/store.cpp";
  Finding finding;
  finding.check = QueryInLoop.id;
  finding.rank = 90;
  finding.message =
      "query on 'orders' runs once per element of 'users'; fetch the rows in one statement";
  finding.primary = at(handlers, "store.ordersOf(user.id)");
  finding.function = "shop::listTotals";
  finding.key = "orders";
  finding.roots = {"GET /v1/users/{id}", "POST /v1/report", "job nightly"};
  finding.flow = {
      {at(handlers, "server.Get(\"/v1/users/{id}\", listTotals)"), "GET /v1/users/{id}", 0, false},
      {at(handlers, "for (const User &user : store.users())"), "loop over 'users'", 1, true},
      {at(handlers, "store.ordersOf(user.id)"), "calls 'ordersOf'", 1, false},
      {at(store, "work.exec(\"SELECT sum(price) FROM orders WHERE user_id = $1\", user)"),
       "query on 'orders'", 2, true},
  };
  finding.related = {
      {at(Root + "/db/schema 1.sql", "orders"), "table 'orders' is created here", 0, false}};
  finding.suggestion =
      "SELECT user_id, sum(price) FROM orders WHERE user_id = ANY($1) GROUP BY user_id";
  return finding;
}

Finding noTimeout() {
  const std::string store = Root + "/src/store.cpp";
  Finding finding;
  finding.check = NoTimeout.id;
  finding.level = Level::Error;
  finding.message =
      "transfer 'easy' has no total timeout; a stalled peer blocks 'listTotals' for ever";
  finding.primary = at(store, "curl_easy_init()");
  finding.function = "shop::Store::connect";
  finding.key = "total-timeout";
  SourceRange behind = at(store, "  curl_easy_perform");
  behind.endLine = behind.line;
  behind.endColumn = behind.column;
  finding.fixes = {{"set a total timeout of 10 s",
                    {{behind, "  curl_easy_setopt(easy, CURLOPT_TIMEOUT, 10L);\n"}}}};
  return finding;
}

Report report() {
  Report report;
  report.findings = {noTimeout(), queryInLoop()};
  report.notifications = {{Level::Warning, "statement-unparsed",
                           "can't parse the statement; it is left out",
                           at(Root + "/src/store.cpp", "work.exec")}};
  report.checks = &checks();
  report.root = Root;
  report.version = "0.1.0";
  report.homepage = "https://example.org/scalelint";
  report.checkPages = "https://example.org/scalelint/docs/checks/";
  report.category = "shop/default";
  report.revision =
      Revision{"", "https://example.org/shop.git", "0123456789abcdef0123456789abcdef01234567", "main"};
  report.units = 87;
  report.exitCode = 1;
  return report;
}

} // namespace scalelint::report::sample
