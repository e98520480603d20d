// What `scalelint rules list` prints.
#include "tests/model/Support.h"

#include "analysis/model/Listing.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::model {
namespace {

std::string listing(const RulePack &pack, Detail detail) {
  std::string text;
  llvm::raw_string_ostream out(text);
  printRulePack(out, pack, detail);
  return text;
}

TEST(Listing, SummaryCountsTheSections) {
  EXPECT_EQ(listing(packWith("marks: [{call: f, is: log}, {call: g, is: log}]\n"
                             "texts: [{call: f, form: concat}]\n"),
                    Detail::Summary),
            "l: 1 texts, 2 marks (https://l.org)\n");
  EXPECT_EQ(listing(packWith(""), Detail::Summary), "l: no rows (https://l.org)\n");
}

TEST(Listing, RowsSayAllThatTheyHold) {
  EXPECT_EQ(
      listing(packWith(R"(
operations:
  - call: f
    parameters: [int]
    when: [{argument: 1, is: [A, B]}, {of: receiver, type: C}]
    does: sql.execute
    text: {argument: 0, member: sql}
    rows: streamed
    blocking: no
clients:
  - client: handle
    created-by: [{call: init, sets: [{aspect: retries, value: last-argument, unit: s}]}]
    aspects: [{aspect: total-timeout, default: 90s, source: https://l.org/t, note: yes}]
settings:
  - {field: a::b, sets: read-timeout, unit: ms}
roots:
  - {derives-from: S, takes: X, rpc: yes}
  - {call: get, arguments: {at-least: 2}, method: GET, path: {argument: 0}}
callbacks:
  - {call: each, callback: {argument: 2}, runs: per-element, over: receiver}
scopes:
  - {begin: {call: lock}, end: [{call: unlock}, {call: drop}], kind: lock}
flows:
  - {call: push, from: {argument: 0}, to: receiver, element: yes}
texts:
  - {matcher: callExpr(), form: append, of: {of: receiver, member: m}}
constructs:
  - {call: make}
marks:
  - {call: nap, arguments: 1, is: sleep, of: {argument: 0}}
)"),
              Detail::Rows),
      R"(l: 1 operations, 1 clients, 1 settings, 2 roots, 1 callbacks, 1 scopes, 1 flows, 1 texts, 1 constructs, 1 marks (https://l.org)
  operations
    p.yaml:5: f(int) if {argument: 1} is A or B and receiver is a C does sql.execute, text {argument: 0, member: sql}, rows streamed, not blocking
  clients
    p.yaml:13: handle
      created by init, object result, sets retries to last-argument in s
      needs total-timeout, default 90s, note only, source https://l.org/t
  settings
    p.yaml:17: a::b sets read-timeout in ms
  roots
    p.yaml:19: methods of S that take X request, rpc
    p.yaml:20: get with 2 to any arguments request, method GET, path {argument: 0}
  callbacks
    p.yaml:22: each runs {argument: 2} per-element, over receiver
  scopes
    p.yaml:24: lock lock, ended by unlock, drop
  flows
    p.yaml:26: push from {argument: 0} to receiver, as an element
  texts
    p.yaml:28: callExpr() append, of {of: receiver, member: m}
  constructs
    p.yaml:30: make makes its type argument 0
  marks
    p.yaml:32: nap with 1 arguments is sleep, of {argument: 0}
)");
}

} // namespace
} // namespace scalelint::model
