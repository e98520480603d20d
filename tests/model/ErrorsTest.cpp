// What a pack may not say, with the sentence that says so. Texts without 'library' get the head in
// front, so their lines count from 3.
#include "tests/model/Support.h"

namespace scalelint::model {
namespace {

struct Malformed {
  const char *name;
  const char *text;
  const char *problems;
};

void PrintTo(const Malformed &test, std::ostream *out) { *out << test.name; }

const Malformed Tests[] = {
    {"UnknownSection", "operation: []\n",
     "p.yaml:3:1: unknown key 'operation' in a rule pack; did you mean 'operations'?"},
    {"UnknownSectionFarFromAnyOther", "zzzzzzzz: 1\n",
     "p.yaml:3:1: unknown key 'zzzzzzzz' in a rule pack"},
    {"NoLibrary", "reference: https://l.org # library\n",
     "p.yaml:1:1: a rule pack needs 'library'"},
    {"NoReference", "library: l\n", "p.yaml:1:1: a rule pack needs 'reference'"},
    {"ReferenceIsNoLink", "library: l\nreference: the manual\n",
     "p.yaml:2:12: 'the manual' is no link; expected a link that begins with https://"},
    {"LibraryIsEmpty", "library: ''\nreference: https://l.org\n",
     "p.yaml:1:10: 'library' is empty"},
    {"LibraryHasNoValue", "library:\nreference: https://l.org\n",
     "p.yaml:1:1: 'library' has no value; expected a text"},
    {"LibraryIsAList", "library: [l]\nreference: https://l.org\n",
     "p.yaml:1:10: 'library' is a list; expected a text"},
    {"SectionIsAWord", "operations: none\n",
     "p.yaml:3:13: 'operations' is a word; expected a list"},
    {"SectionIsAMap", "marks: {call: f, is: log}\n",
     "p.yaml:3:8: 'marks' is a map; expected a list"},
    {"SectionIsEmpty", "marks: []\n", "p.yaml:3:8: 'marks' is empty"},
    {"SectionHasNoValue", "marks:\n", "p.yaml:3:1: 'marks' has no value; expected a list"},
    {"RowIsAWord", "marks: [f]\n", "p.yaml:3:9: an element of 'marks' is a word; expected a map"},
    {"UnknownOperation", "operations:\n  - call: f\n    does: rpc.cal\n",
     "p.yaml:5:11: unknown operation 'rpc.cal'; did you mean 'rpc.call'?"},
    {"OperationWithoutDoes", "operations:\n  - call: f\n", "p.yaml:4:5: an operation needs 'does'"},
    {"UnknownKeyOfAnOperation", "operations:\n  - call: f\n    does: render\n    txt: receiver\n",
     "p.yaml:6:5: unknown key 'txt' in an operation; did you mean 'text'?"},
    {"NeitherCallNorMatcher", "marks:\n  - is: log\n",
     "p.yaml:4:5: a mark needs 'call' or 'matcher'"},
    {"BothCallAndMatcher", "marks:\n  - call: f\n    matcher: callExpr()\n    is: log\n",
     "p.yaml:5:5: 'matcher' cannot stand beside 'call'; keep one of them"},
    {"NeitherCallNorFieldOfASetting", "settings:\n  - sets: retries\n",
     "p.yaml:4:5: a setting needs 'call', 'matcher' or 'field'"},
    {"FieldWithValue", "settings:\n  - field: a::b\n    sets: retries\n    value: receiver\n",
     "p.yaml:6:5: 'value' cannot stand beside 'field'; keep one of them"},
    {"FieldWithObject", "settings:\n  - field: a::b\n    sets: retries\n    object: receiver\n",
     "p.yaml:6:5: 'object' cannot stand beside 'field'; keep one of them"},
    {"UnknownAspect", "settings: [{field: a::b, sets: conect-timeout}]\n",
     "p.yaml:3:32: unknown aspect 'conect-timeout'; did you mean 'connect-timeout'?"},
    {"UnknownUnit", "settings: [{field: a::b, sets: retries, unit: hours}]\n",
     "p.yaml:3:47: unknown unit 'hours'; expected 'ns', 'us', 'ms', 's', 'min', 'duration', "
     "'timeval' or 'text'"},
    {"TextWithoutKey", "settings: [{call: f, sets: retries, unit: text}]\n",
     "p.yaml:3:43: 'unit: text' needs 'key' beside it"},
    {"KeyWithoutText", "settings: [{call: f, sets: retries, unit: ms, key: k}]\n",
     "p.yaml:3:47: 'key' needs 'unit: text' beside it"},
    {"KeyWithoutUnit", "settings: [{call: f, sets: retries, key: k}]\n",
     "p.yaml:3:37: 'key' needs 'unit: text' beside it"},
    {"UnknownSelector", "marks: [{call: f, is: log, of: reciever}]\n",
     "p.yaml:3:32: unknown selector 'reciever'; did you mean 'receiver'?"},
    {"SelectorIsAList", "marks: [{call: f, is: log, of: [receiver]}]\n",
     "p.yaml:3:32: 'of' is a list; expected a selector such as receiver or {argument: 0}"},
    {"SelectorIsANumber", "marks: [{call: f, is: log, of: 0}]\n",
     "p.yaml:3:32: unknown selector '0'; expected 'receiver', 'result', 'call' or "
     "'last-argument'"},
    {"SelectorOfNothing", "marks: [{call: f, is: log, of: {member: m}}]\n",
     "p.yaml:3:32: a selector needs 'argument' or 'of'"},
    {"SelectorOfTwo", "marks: [{call: f, is: log, of: {argument: 1, of: result}}]\n",
     "p.yaml:3:46: 'of' cannot stand beside 'argument'; keep one of them"},
    {"ArgumentIsAWord", "marks: [{call: f, is: log, of: {argument: first}}]\n",
     "p.yaml:3:43: 'first' is no number; expected a number from 0 to 1000"},
    {"ArgumentIsNegative", "marks: [{call: f, is: log, of: {argument: -1}}]\n",
     "p.yaml:3:43: '-1' is no number; expected a number from 0 to 1000"},
    {"ArgumentIsHuge", "marks: [{call: f, is: log, of: {argument: 99999999999}}]\n",
     "p.yaml:3:43: '99999999999' is no number; expected a number from 0 to 1000"},
    {"UnknownKeyOfASelector", "marks: [{call: f, is: log, of: {arg: 1}}]\n",
     "p.yaml:3:32: a selector needs 'argument' or 'of'\n"
     "p.yaml:3:33: unknown key 'arg' in a selector; did you mean 'argument'?"},
    {"UnknownKeyOfARange", "marks: [{call: f, is: log, arguments: {atleast: 1}}]\n",
     "p.yaml:3:40: unknown key 'atleast' in a range of arguments; did you mean 'at-least'?"},
    {"ArgumentsAreAList", "marks: [{call: f, is: log, arguments: [1, 2]}]\n",
     "p.yaml:3:39: 'arguments' is a list; expected a number or {at-least: N, at-most: N}"},
    {"ConditionWithoutTest", "marks: [{call: f, is: log, when: {argument: 1}}]\n",
     "p.yaml:3:34: a condition needs 'is', 'is-not' or 'type'"},
    {"ConditionWithTwoTests",
     "marks: [{call: f, is: log, when: {argument: 1, is: A, is-not: B}}]\n",
     "p.yaml:3:55: 'is-not' cannot stand beside 'is'; keep one of them"},
    {"ConditionOfNothing", "marks: [{call: f, is: log, when: {is: A}}]\n",
     "p.yaml:3:34: a condition needs 'argument' or 'of'"},
    {"ConditionIsAWord", "marks: [{call: f, is: log, when: A}]\n",
     "p.yaml:3:34: 'when' is a word; expected a map"},
    {"NameWithTemplateArguments", "marks: [{call: 'a::f<int>', is: log}]\n",
     "p.yaml:3:16: malformed name 'a::f<int>'; leave out template arguments"},
    {"NameWithParentheses", "marks: [{call: a::f(), is: log}]\n",
     "p.yaml:3:16: malformed name 'a::f()'; leave out the parentheses; 'parameters' picks an "
     "overload"},
    {"NameWithReturnType", "marks: [{call: int a::f, is: log}]\n",
     "p.yaml:3:16: malformed name 'int a::f'; write the qualified name alone, without return "
     "type"},
    {"NameWithLeadingColons", "marks: [{call: '::f', is: log}]\n",
     "p.yaml:3:16: malformed name '::f'; leave out the leading '::'"},
    {"NameWithInlineNamespace", "marks: [{call: std::__cxx11::f, is: log}]\n",
     "p.yaml:3:16: malformed name 'std::__cxx11::f'; leave out the inline namespace '__cxx11'"},
    {"NameWithSingleColon", "marks: [{call: 'a:f', is: log}]\n",
     "p.yaml:3:16: malformed name 'a:f'; 'a:f' is no identifier"},
    {"NameWithEmptyPart", "marks: [{call: 'a::', is: log}]\n",
     "p.yaml:3:16: malformed name 'a::'; a part between '::' is empty"},
    {"TypeWithReference", "marks: [{call: f, is: log, parameters: ['int &']}]\n",
     "p.yaml:3:41: malformed type 'int &'; leave out references"},
    {"TypeWithConst", "marks: [{call: f, is: log, parameters: [const char *]}]\n",
     "p.yaml:3:41: malformed type 'const char *'; leave out 'const'"},
    {"TypeWithTightStar", "marks: [{call: f, is: log, parameters: ['char*']}]\n",
     "p.yaml:3:41: malformed type 'char*'; write a space before '*'"},
    {"MatcherWithoutParentheses", "marks: [{matcher: callExpr, is: log}]\n",
     "p.yaml:3:19: malformed matcher 'callExpr'; write a matcher such as callExpr(…)"},
    {"MatcherNotClosed", "marks: [{matcher: 'callExpr(callee(x)', is: log}]\n",
     "p.yaml:3:19: malformed matcher 'callExpr(callee(x)'; the parentheses do not match"},
    {"MatcherWithOpenQuote", "marks: [{matcher: 'callExpr(\"x)', is: log}]\n",
     "p.yaml:3:19: malformed matcher 'callExpr(\"x)'; a quote is not closed"},
    {"FlagIsANumber", "operations: [{call: f, does: render, batched: 1}]\n",
     "p.yaml:3:47: 'batched' is '1'; expected yes or no"},
    {"FlagIsMisspelt", "operations: [{call: f, does: render, blocking: n}]\n",
     "p.yaml:3:48: 'blocking' is 'n'; expected yes or no"},
    {"StatementNameAndPreparedOn",
     "operations: [{call: f, does: render, statement-name: result, prepared-on: result}]\n",
     "p.yaml:3:62: 'prepared-on' cannot stand beside 'statement-name'; keep one of them"},
    {"RowsByIsIncomplete", "operations: [{call: f, does: render, rows-by: [{call: g}]}]\n",
     "p.yaml:3:48: an element of 'rows-by' needs 'rows'"},
    {"BadDuration",
     "clients: [{client: c, created-by: [{call: f}], "
     "aspects: [{aspect: retries, default: 5m}]}]\n",
     "p.yaml:3:85: bad duration '5m'; expected none, unknown or a duration such as 500ms, 300s, "
     "5min"},
    {"DurationOutOfRange",
     "clients: [{client: c, created-by: [{call: f}], "
     "aspects: [{aspect: retries, default: 99999999999min}]}]\n",
     "p.yaml:3:85: bad duration '99999999999min'; expected none, unknown or a duration such as "
     "500ms, 300s, 5min"},
    {"AspectWithoutDefault",
     "clients: [{client: c, created-by: [{call: f}], aspects: [{aspect: retries}]}]\n",
     "p.yaml:3:58: an aspect needs 'default'"},
    {"ClientWithoutCreation", "clients: [{client: c}]\n",
     "p.yaml:3:11: a client needs 'created-by'"},
    {"FixIncludeWithoutFix",
     "clients: [{client: c, created-by: [{call: f}], aspects: [{aspect: retries, default: none, "
     "fix-include: a.h}]}]\n",
     "p.yaml:3:91: 'fix-include' needs 'fix' beside it"},
    {"SatisfiedByIsAWord",
     "clients: [{client: c, created-by: [{call: f}], aspects: [{aspect: retries, default: none, "
     "satisfied-by: low-speed}]}]\n",
     "p.yaml:3:105: 'satisfied-by' is a word; expected a list"},
    {"TakesWithoutDerivesFrom", "roots: [{call: f, takes: C}]\n",
     "p.yaml:3:19: 'takes' needs 'derives-from' beside it"},
    {"DerivesFromWithoutTakes", "roots: [{derives-from: C}]\n",
     "p.yaml:3:10: 'derives-from' needs 'takes' beside it"},
    {"TwoMethods", "roots: [{call: f, method: GET, method-from: receiver}]\n",
     "p.yaml:3:32: 'method-from' cannot stand beside 'method'; keep one of them"},
    {"UnknownMethod", "roots: [{call: f, method: get}]\n",
     "p.yaml:3:27: unknown HTTP method 'get'; expected 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', "
     "'DELETE', 'OPTIONS', 'CONNECT' or 'TRACE'"},
    {"OverrideWithHandler", "roots: [{overrides: C::m, handler: receiver}]\n",
     "p.yaml:3:27: 'handler' cannot stand beside 'overrides'; keep one of them"},
    {"PrefixWithoutRouter", "roots: [{call: f, prefix: yes, path: receiver}]\n",
     "p.yaml:3:27: 'prefix: yes' needs 'router' beside it"},
    {"OverOfASingleRun", "callbacks: [{call: f, callback: receiver, runs: once, over: result}]\n",
     "p.yaml:3:55: 'over' needs 'runs: per-element' beside it"},
    {"UnknownRuns", "callbacks: [{call: f, callback: receiver, runs: twice}]\n",
     "p.yaml:3:49: unknown way to run 'twice'; expected 'per-element', 'once', 'later', "
     "'on-thread', 'on-pool' or 'on-event-loop'"},
    {"ScopeOfNothing", "scopes: [{kind: lock}]\n", "p.yaml:3:10: a scope needs 'class' or 'begin'"},
    {"ScopeWithoutEnd", "scopes: [{begin: {call: f}, kind: lock}]\n",
     "p.yaml:3:11: 'begin' needs 'end' beside it"},
    {"ScopeThatBeginsWithAWord", "scopes: [{begin: f, end: [{call: g}], kind: lock}]\n",
     "p.yaml:3:18: 'begin' is a word; expected a map"},
    {"AppendWithoutOf", "texts: [{call: f, form: append}]\n",
     "p.yaml:3:25: 'form: append' needs 'of' beside it"},
    {"FlowWithoutTo", "flows: [{call: f, from: receiver}]\n", "p.yaml:3:9: a flow needs 'to'"},
    {"UnknownMark", "marks: [{call: f, is: sleeps}]\n",
     "p.yaml:3:23: unknown mark 'sleeps'; did you mean 'sleep'?"},
    {"RepeatedKey", "marks:\n  - call: f\n    is: log\n    call: g\n",
     "p.yaml:6:5: key 'call' stands twice; first in line 4"},
    {"RepeatedSection", "marks: [{call: f, is: log}]\nmarks: [{call: g, is: log}]\n",
     "p.yaml:4:1: key 'marks' stands twice; first in line 3"},
    {"EveryProblemIsTold",
     "marks:\n  - call: f\n    is: sleeep\n  - cal: g\n    is: log\noperation: 1\n",
     "p.yaml:5:9: unknown mark 'sleeep'; did you mean 'sleep'?\n"
     "p.yaml:6:5: unknown key 'cal' in a mark; did you mean 'call'?\n"
     "p.yaml:6:5: a mark needs 'call' or 'matcher'\n"
     "p.yaml:8:1: unknown key 'operation' in a rule pack; did you mean 'operations'?"},
};

class Errors : public testing::TestWithParam<Malformed> {};

TEST_P(Errors, SayWhatIsWrongAndWhere) {
  llvm::StringRef text = GetParam().text;
  std::string whole = text.contains("library") ? text.str() : (Head + text).str();
  EXPECT_EQ(problemsOf(whole), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(OfPacks, Errors, testing::ValuesIn(Tests),
                         [](const auto &info) { return std::string(info.param.name); });

} // namespace
} // namespace scalelint::model
