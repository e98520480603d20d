// The facts of a model fixture: what its `// is:` comments claim and what the linked program says
// of the same lines.
//
//   curl_easy_setopt(easy, CURLOPT_TIMEOUT, 10L); // is: sets total-timeout 10s
//   PQexec(conn, "SELECT 1");                     // is: sql.execute "SELECT 1" rows=materialised
//   curl_free(text);                              // is: nothing
//
// A comment claims every fact that the fixture's own pack states about the calls whose names stand
// on the line, however often; `nothing` claims that there is none. It may claim facts of other
// packs too, and it may be silent about the texts of strings that are made on the way. A quoted
// text, `rows=`, a route's method and a duration may be left out of a claim. A line without a
// comment claims nothing.
//
//   <operation> ["text"] [rows=…] · creates "client" · sets <aspect> [duration] · route [METHOD]
//   "path" · root · runs <how> · scope|begins|ends <kind> · flows · text "text" · makes <Class> ·
//   <mark>
#pragma once

#include "analysis/program/Program.h"
#include "tests/support/Fixture.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace scalelint::test {

struct Fact {
  std::string says; // "sql.execute", "sets total-timeout", "creates \"libpq connection\""
  std::optional<std::string> text; // of an operation, a route or a text row
  std::string detail;              // "rows=streamed", "10s", "GET"
  bool own = true;                 // stated by the pack that the fixture is about
};

using Place = std::pair<std::string, unsigned>; // part and line
using Facts = std::map<Place, std::vector<Fact>>;

// The claims of the fixture; a claim of nothing is an empty list. Malformed claims go to
// `problems`.
Facts claimsOf(const Fixture &fixture, std::vector<std::string> &problems);

// What rows say in the program; those of `pack` (a path) are its own.
Facts factsOf(const program::Program &program, llvm::StringRef pack);

// One line for each difference: "shop.cpp:12: wanted …, got …".
std::vector<std::string> differences(const Facts &claims, const Facts &facts);

// A row of a pack: where it stands and what it names.
struct Row {
  std::string file;
  unsigned line = 0;
  std::string name;
  friend auto operator<=>(const Row &, const Row &) = default;
};

std::set<Row> rowsOf(const model::RulePack &pack);

// The rows that some call, field or class of the program matches.
std::set<Row> exercisedRows(const program::Program &program);

} // namespace scalelint::test
