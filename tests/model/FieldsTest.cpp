// Every key of rules/README.md arrives in the field that RulePack.h gives it.
#include "tests/model/Support.h"

#include "analysis/model/Scalars.h"
#include "analysis/model/Words.h"

namespace scalelint::model {
namespace {

using Of = Selector::Of;
using namespace std::chrono_literals;

Selector argument(unsigned index, std::string member = "") {
  return {Of::Argument, index, std::move(member)};
}

TEST(Fields, HeadOfAPack) {
  RulePack pack = packOf("library: libpqxx\nreference: https://libpqxx.readthedocs.io/\n");
  EXPECT_EQ(pack.library, "libpqxx");
  EXPECT_EQ(pack.reference, "https://libpqxx.readthedocs.io/");
  EXPECT_EQ(pack.file, "p.yaml");
  EXPECT_TRUE(pack.operations.empty());
}

TEST(Fields, CallPatternWithEveryKey) {
  RulePack pack = packWith(R"yaml(
marks:
  - call: a::C::m
    arguments: {at-least: 1, at-most: 3}
    parameters: [int, std::basic_string]
    when:
      - {argument: 1, is: [NAME, 3, "text", yes, NULL, ""]}
      - {argument: 0, member: mode, is-not: FAST}
      - {of: receiver, type: [a::B, a::D]}
      - {of: last-argument, type: a::E}
    is: pure
  - matcher: |
      callExpr(callee(functionDecl(hasName("f)"))))
    arguments: 2
    is: wait
  - call: a::b
    arguments: {at-least: 2}
    is: wait
)yaml");
  const CallPattern &pattern = pack.marks.at(0).pattern;
  EXPECT_EQ(pattern.call, "a::C::m");
  EXPECT_EQ(pattern.minArguments, 1u);
  EXPECT_EQ(pattern.maxArguments, 3u);
  EXPECT_EQ(pattern.parameterTypes, (std::vector<std::string>{"int", "std::basic_string"}));
  ASSERT_EQ(pattern.when.size(), 4u);
  EXPECT_EQ(pattern.when[0].value, argument(1));
  EXPECT_EQ(pattern.when[0].is, (std::vector<std::string>{"NAME", "3", "text", "yes", "NULL", ""}));
  EXPECT_FALSE(pattern.when[0].negated);
  EXPECT_EQ(pattern.when[1].value, argument(0, "mode"));
  EXPECT_EQ(pattern.when[1].is, std::vector<std::string>{"FAST"});
  EXPECT_TRUE(pattern.when[1].negated);
  EXPECT_EQ(pattern.when[2].value, Selector{Of::Receiver});
  EXPECT_EQ(pattern.when[2].type, (std::vector<std::string>{"a::B", "a::D"}));
  EXPECT_EQ(pattern.when[3].value, Selector{Of::LastArgument});
  EXPECT_EQ(pattern.when[3].type, std::vector<std::string>{"a::E"});
  EXPECT_EQ(pattern.position.file, "p.yaml");
  EXPECT_EQ(pattern.position.line, 5u);
  EXPECT_EQ(pattern.position.column, 5u);
  const CallPattern &matcher = pack.marks.at(1).pattern;
  EXPECT_EQ(matcher.matcher, "callExpr(callee(functionDecl(hasName(\"f)\"))))");
  EXPECT_EQ(matcher.minArguments, 2u);
  EXPECT_EQ(matcher.maxArguments, 2u);
  EXPECT_EQ(pack.marks.at(2).pattern.minArguments, 2u);
  EXPECT_EQ(pack.marks.at(2).pattern.maxArguments, std::nullopt);
}

TEST(Fields, ConditionMayStandWithoutAList) {
  RulePack pack = packWith("marks: [{call: f, is: log, when: {argument: 2, is: X}}]\n");
  ASSERT_EQ(pack.marks.at(0).pattern.when.size(), 1u);
  EXPECT_EQ(pack.marks[0].pattern.when[0].value, argument(2));
}

TEST(Fields, NamesOfOperatorsConstructorsAndDestructors) {
  for (llvm::StringRef name : {"a::C::C", "a::C::~C", "a::C::operator<<", "operator()", "f",
                               "a::C::operator bool", "a::operator new[]", "a::operator_like"})
    EXPECT_EQ(faultOfName(name), "") << name.str();
}

TEST(Fields, SelectorOfEverySpelling) {
  auto selector = [](llvm::StringRef text) {
    RulePack pack = packWith(("marks: [{call: f, is: log, of: " + text + "}]\n").str());
    return pack.marks.at(0).of.value();
  };
  EXPECT_EQ(selector("receiver"), Selector{Of::Receiver});
  EXPECT_EQ(selector("result"), Selector{Of::Result});
  EXPECT_EQ(selector("call"), Selector{Of::Call});
  EXPECT_EQ(selector("last-argument"), Selector{Of::LastArgument});
  EXPECT_EQ(selector("{argument: 3}"), argument(3));
  EXPECT_EQ(selector("{argument: 3, member: timeout}"), argument(3, "timeout"));
  EXPECT_EQ(selector("{of: receiver, member: timeout}"), (Selector{Of::Receiver, 0, "timeout"}));
}

TEST(Fields, OperationWithEveryKey) {
  RulePack pack = packWith(R"(
operations:
  - call: pqxx::transaction_base::exec
    arguments: 2
    when: {argument: 1, is: 3}
    does: sql.execute
    text: {argument: 0}
    statement-name: {argument: 1}
    session: receiver
    limit: {argument: 2}
    options: {argument: 3}
    parameters: [int, std::basic_string, {argument: 4}, last-argument]
    rows: materialised
    rows-by:
      - {call: mysql_use_result, rows: streamed}
      - {call: mysql_store_result, rows: materialised}
    access: read
    dialect: postgresql
    blocking: no
    batched: yes
    in-process: yes
    continuation: yes
    unbounded: true
    commands: [GET, HGET]
  - call: f
    does: sql.execute
    prepared-on: receiver
)");
  const OperationRow &row = pack.operations.at(0);
  EXPECT_EQ(row.pattern.call, "pqxx::transaction_base::exec");
  EXPECT_EQ(row.pattern.minArguments, 2u);
  EXPECT_EQ(row.pattern.when.size(), 1u);
  EXPECT_EQ(row.does, Does::SqlExecute);
  EXPECT_EQ(row.text, argument(0));
  EXPECT_EQ(row.statementName, argument(1));
  EXPECT_EQ(row.session, Selector{Of::Receiver});
  EXPECT_EQ(row.limit, argument(2));
  EXPECT_EQ(row.options, argument(3));
  EXPECT_EQ(row.pattern.parameterTypes, (std::vector<std::string>{"int", "std::basic_string"}));
  EXPECT_EQ(row.parameters, (std::vector<Selector>{argument(4), {Of::LastArgument}}));
  EXPECT_EQ(row.rows, Rows::Materialised);
  ASSERT_EQ(row.rowsBy.size(), 2u);
  EXPECT_EQ(row.rowsBy[0].call, "mysql_use_result");
  EXPECT_EQ(row.rowsBy[0].rows, Rows::Streamed);
  EXPECT_EQ(row.access, Access::Read);
  EXPECT_EQ(row.dialect, Dialect::PostgreSQL);
  EXPECT_FALSE(row.blocking);
  EXPECT_TRUE(row.batched);
  EXPECT_TRUE(row.inProcess);
  EXPECT_TRUE(row.continuation);
  EXPECT_TRUE(row.unbounded);
  EXPECT_EQ(row.commands, (std::vector<std::string>{"GET", "HGET"}));
  const OperationRow &plain = pack.operations.at(1);
  EXPECT_EQ(plain.preparedOn, Selector{Of::Receiver});
  EXPECT_EQ(plain.rows, Rows::Unknown);
  EXPECT_EQ(plain.access, Access::Unknown);
  EXPECT_EQ(plain.dialect, Dialect::Any);
  EXPECT_TRUE(plain.blocking);
  EXPECT_FALSE(plain.batched || plain.inProcess || plain.continuation || plain.unbounded);
}

TEST(Fields, ClientWithEveryKey) {
  RulePack pack = packWith(R"(
clients:
  - client: libcurl easy handle
    created-by:
      - call: curl_easy_init
      - call: lib::Client::Client
        object: {argument: 1}
        sets:
          - {aspect: total-timeout, value: {argument: 2}, unit: ms}
          - {aspect: connect-timeout, value: {argument: 0}, unit: text, key: connect_timeout}
        options-from: [{argument: 3}, last-argument]
    aspects:
      - aspect: total-timeout
        default: none
        source: https://curl.se/t
        satisfied-by: [low-speed, read-timeout]
        fix: "set({object}, 10);"
        fix-include: curl/curl.h
        note: yes
      - aspect: connect-timeout
        default: 5min
        suggestion: set it
      - aspect: pool-size
        default: unknown
)");
  const ClientRow &client = pack.clients.at(0);
  EXPECT_EQ(client.client, "libcurl easy handle");
  EXPECT_EQ(client.position.line, 5u);
  ASSERT_EQ(client.createdBy.size(), 2u);
  EXPECT_EQ(client.createdBy[0].pattern.call, "curl_easy_init");
  EXPECT_EQ(client.createdBy[0].object, Selector{Of::Result});
  const CreationRow &creation = client.createdBy[1];
  EXPECT_EQ(creation.object, argument(1));
  ASSERT_EQ(creation.sets.size(), 2u);
  EXPECT_EQ(creation.sets[0].aspect, "total-timeout");
  EXPECT_EQ(creation.sets[0].value, argument(2));
  EXPECT_EQ(creation.sets[0].unit, Unit::Milliseconds);
  EXPECT_EQ(creation.sets[1].unit, Unit::Text);
  EXPECT_EQ(creation.sets[1].key, "connect_timeout");
  EXPECT_EQ(creation.optionsFrom, (std::vector<Selector>{argument(3), {Of::LastArgument}}));
  ASSERT_EQ(client.aspects.size(), 3u);
  const AspectRow &total = client.aspects[0];
  EXPECT_EQ(total.aspect, "total-timeout");
  EXPECT_EQ(total.defaultValue, std::nullopt);
  EXPECT_FALSE(total.defaultUnknown);
  EXPECT_EQ(total.source, "https://curl.se/t");
  EXPECT_EQ(total.satisfiedBy, (std::vector<std::string>{"low-speed", "read-timeout"}));
  EXPECT_EQ(total.fix, "set({object}, 10);");
  EXPECT_EQ(total.fixInclude, "curl/curl.h");
  EXPECT_TRUE(total.noteOnly);
  EXPECT_EQ(total.position.line, 15u);
  EXPECT_EQ(client.aspects[1].defaultValue, 5min);
  EXPECT_EQ(client.aspects[1].suggestion, "set it");
  EXPECT_FALSE(client.aspects[1].noteOnly);
  EXPECT_EQ(client.aspects[2].defaultValue, std::nullopt);
  EXPECT_TRUE(client.aspects[2].defaultUnknown);
}

TEST(Fields, SettingWithEveryKey) {
  RulePack pack = packWith(R"(
settings:
  - call: curl_easy_setopt
    when: {argument: 1, is: CURLOPT_TIMEOUT}
    object: {argument: 0}
    sets: total-timeout
    value: {argument: 2}
    unit: s
    asynchronous-only: yes
  - call: lib::Options::Options
    object: result
    sets: connect-timeout
    value: {argument: 0}
    unit: text
    key: connect_timeout
  - field: lib::Options::timeout_ms
    sets: read-timeout
    unit: ms
)");
  const SettingRow &call = pack.settings.at(0);
  EXPECT_EQ(call.pattern.call, "curl_easy_setopt");
  EXPECT_EQ(call.pattern.when.at(0).is, std::vector<std::string>{"CURLOPT_TIMEOUT"});
  EXPECT_EQ(call.object, argument(0));
  EXPECT_EQ(call.aspect, "total-timeout");
  EXPECT_EQ(call.value, argument(2));
  EXPECT_EQ(call.unit, Unit::Seconds);
  EXPECT_TRUE(call.asynchronousOnly);
  EXPECT_EQ(call.position.line, 5u);
  EXPECT_EQ(pack.settings.at(1).object, Selector{Of::Result});
  EXPECT_EQ(pack.settings.at(1).unit, Unit::Text);
  EXPECT_EQ(pack.settings.at(1).key, "connect_timeout");
  EXPECT_EQ(pack.settings.at(2).field, "lib::Options::timeout_ms");
  EXPECT_EQ(pack.settings.at(2).object, Selector{Of::Receiver});
  EXPECT_EQ(pack.settings.at(2).position.line, 18u);
}

TEST(Fields, RootsOfEveryForm) {
  RulePack pack = packWith(R"(
roots:
  - {call: S::Get, method: GET, path: {argument: 0}, handler: {argument: 1}, router: receiver}
  - {call: S::on, method-from: {argument: 0}, kind: background}
  - {overrides: H::handle, kind: startup}
  - {derives-from: grpc::Service, takes: grpc::ServerContext, rpc: yes}
  - {compares: m::target}
  - {call: R::mount, prefix: yes, path: {argument: 0}, router: {argument: 1}}
)");
  const RootRow &get = pack.roots.at(0);
  EXPECT_EQ(get.pattern.call, "S::Get");
  EXPECT_EQ(get.kind, RootKind::Request);
  EXPECT_EQ(get.method, "GET");
  EXPECT_EQ(get.path, argument(0));
  EXPECT_EQ(get.handler, argument(1));
  EXPECT_EQ(get.router, Selector{Of::Receiver});
  EXPECT_FALSE(get.rpc || get.prefix);
  EXPECT_EQ(pack.roots.at(1).methodFrom, argument(0));
  EXPECT_EQ(pack.roots.at(1).kind, RootKind::Background);
  EXPECT_EQ(pack.roots.at(2).overrides, "H::handle");
  EXPECT_EQ(pack.roots.at(2).kind, RootKind::Startup);
  EXPECT_EQ(pack.roots.at(3).derivesFrom, "grpc::Service");
  EXPECT_EQ(pack.roots.at(3).takes, "grpc::ServerContext");
  EXPECT_TRUE(pack.roots.at(3).rpc);
  EXPECT_EQ(pack.roots.at(4).compares, "m::target");
  EXPECT_TRUE(pack.roots.at(5).prefix);
  EXPECT_EQ(pack.roots.at(5).router, argument(1));
}

TEST(Fields, Callbacks) {
  RulePack pack = packWith(R"(
callbacks:
  - {call: std::for_each, callback: {argument: 2}, runs: per-element, over: {argument: 0}}
  - {call: std::async, callback: {argument: 0}, runs: on-thread}
)");
  EXPECT_EQ(pack.callbacks.at(0).callback, argument(2));
  EXPECT_EQ(pack.callbacks.at(0).runs, Runs::PerElement);
  EXPECT_EQ(pack.callbacks.at(0).over, argument(0));
  EXPECT_EQ(pack.callbacks.at(1).runs, Runs::OnThread);
  EXPECT_EQ(pack.callbacks.at(1).over, std::nullopt);
}

TEST(Fields, ScopesOfBothForms) {
  RulePack pack = packWith(R"(
scopes:
  - class: std::unique_lock
    kind: lock
    object: {argument: 0}
    deferred-by: [std::defer_lock_t]
    end: [{call: std::unique_lock::unlock}]
    reopen: [{call: std::unique_lock::lock}]
  - begin: {call: C::begin, arguments: 1}
    end: [{call: C::commit}, {call: C::rollback}]
    kind: transaction
)");
  const ScopeRow &lock = pack.scopes.at(0);
  EXPECT_EQ(lock.ofClass, "std::unique_lock");
  EXPECT_EQ(lock.kind, ScopeKind::Lock);
  EXPECT_EQ(lock.object, argument(0));
  EXPECT_EQ(lock.deferredBy, std::vector<std::string>{"std::defer_lock_t"});
  EXPECT_EQ(lock.end.at(0).call, "std::unique_lock::unlock");
  EXPECT_EQ(lock.end.at(0).position.line, 9u);
  EXPECT_EQ(lock.reopen.at(0).call, "std::unique_lock::lock");
  EXPECT_EQ(lock.position.line, 5u);
  const ScopeRow &transaction = pack.scopes.at(1);
  ASSERT_TRUE(transaction.begin.has_value());
  EXPECT_EQ(transaction.begin->call, "C::begin");
  EXPECT_EQ(transaction.begin->minArguments, 1u);
  EXPECT_EQ(transaction.end.size(), 2u);
  EXPECT_EQ(transaction.kind, ScopeKind::Transaction);
}

TEST(Fields, FlowsTextsConstructsAndMarks) {
  RulePack pack = packWith(R"(
flows:
  - {call: std::unique_ptr::get, from: receiver, to: result}
  - {call: std::vector::push_back, from: {argument: 0}, to: receiver, element: yes}
texts:
  - {call: snprintf, form: percent, of: {argument: 2}, to: {argument: 0}}
  - {call: std::to_string, form: hole}
constructs:
  - {call: std::make_unique}
  - {call: lib::make, type-argument: 1}
marks:
  - {call: sleep_for, is: sleep, of: {argument: 0}}
)");
  EXPECT_EQ(pack.flows.at(0).from, Selector{Of::Receiver});
  EXPECT_EQ(pack.flows.at(0).to, Selector{Of::Result});
  EXPECT_FALSE(pack.flows.at(0).element);
  EXPECT_TRUE(pack.flows.at(1).element);
  EXPECT_EQ(pack.texts.at(0).form, TextForm::Percent);
  EXPECT_EQ(pack.texts.at(0).of, argument(2));
  EXPECT_EQ(pack.texts.at(0).to, argument(0));
  EXPECT_EQ(pack.texts.at(1).of, std::nullopt);
  EXPECT_EQ(pack.constructs.at(0).typeArgument, 0u);
  EXPECT_EQ(pack.constructs.at(1).typeArgument, 1u);
  EXPECT_EQ(pack.marks.at(0).is, Mark::Sleep);
  EXPECT_EQ(pack.marks.at(0).of, argument(0));
}

// `row` with each word in the place of '@' reads back as that word's value.
template <class Value, class Read> void expectWords(llvm::StringRef row, Read read) {
  for (const Word<Value> &entry : wordsOf(Value{})) {
    auto [before, after] = row.split('@');
    RulePack pack = packWith((before + entry.word + after + "\n").str());
    EXPECT_EQ(read(pack), entry.value) << entry.word.str();
    EXPECT_EQ(wordOf(entry.value), entry.word);
  }
}

TEST(Fields, EveryWordOfEveryVocabulary) {
  expectWords<Does>("operations: [{call: f, does: @}]",
                    [](const RulePack &p) { return p.operations.at(0).does; });
  expectWords<Rows>("operations: [{call: f, does: render, rows: @}]",
                    [](const RulePack &p) { return p.operations.at(0).rows; });
  expectWords<Access>("operations: [{call: f, does: render, access: @}]",
                      [](const RulePack &p) { return p.operations.at(0).access; });
  expectWords<Dialect>("operations: [{call: f, does: render, dialect: @}]",
                       [](const RulePack &p) { return p.operations.at(0).dialect; });
  expectWords<RootKind>("roots: [{overrides: f, kind: @}]",
                        [](const RulePack &p) { return p.roots.at(0).kind; });
  expectWords<Runs>("callbacks: [{call: f, callback: receiver, runs: @}]",
                    [](const RulePack &p) { return p.callbacks.at(0).runs; });
  expectWords<ScopeKind>("scopes: [{class: C, kind: @}]",
                         [](const RulePack &p) { return p.scopes.at(0).kind; });
  expectWords<TextForm>("texts: [{call: f, of: receiver, form: @}]",
                        [](const RulePack &p) { return p.texts.at(0).form; });
  expectWords<Mark>("marks: [{call: f, is: @}]",
                    [](const RulePack &p) { return p.marks.at(0).is; });
  for (const Word<Unit> &entry : wordsOf(Unit{})) {
    std::string key = entry.value == Unit::Text ? ", key: k" : "";
    RulePack pack =
        packWith(("settings: [{call: f, sets: retries, unit: " + entry.word + key + "}]\n").str());
    EXPECT_EQ(pack.settings.at(0).unit, entry.value) << entry.word.str();
  }
  for (llvm::StringRef aspect : aspectWords())
    EXPECT_EQ(
        packWith(("settings: [{field: f, sets: " + aspect + "}]\n").str()).settings.at(0).aspect,
        aspect);
}

TEST(Fields, DurationsReadAndSpell) {
  EXPECT_EQ(parseDuration("300s"), 300s);
  EXPECT_EQ(parseDuration("500ms"), 500ms);
  EXPECT_EQ(parseDuration("5min"), 5min);
  EXPECT_EQ(parseDuration("0s"), 0s);
  for (llvm::StringRef bad : {"", "5", "s", "5 s", "-5s", "1.5s", "5m", "5h", "5sec",
                              "99999999999999999999s", "9999999999999min"})
    EXPECT_EQ(parseDuration(bad), std::nullopt) << bad.str();
  EXPECT_EQ(spellDuration(5min), "5min");
  EXPECT_EQ(spellDuration(90s), "90s");
  EXPECT_EQ(spellDuration(1500ms), "1500ms");
  EXPECT_EQ(spellDuration(0s), "0s");
}

TEST(Fields, AnchorsStandForTheirValue) {
  RulePack pack = packWith(R"(
marks:
  - {call: f, is: log, when: &c {argument: 1, is: X}}
  - {call: g, is: log, when: *c}
)");
  EXPECT_EQ(pack.marks.at(1).pattern.when.at(0).is, std::vector<std::string>{"X"});
}

TEST(Fields, ByteOrderMarkAndWindowsLineEnds) {
  RulePack pack = packOf("\xEF\xBB\xBFlibrary: l\r\nreference: https://l.org\r\nmarks:\r\n"
                         "  - {call: f, is: log}\r\n");
  EXPECT_EQ(pack.library, "l");
  EXPECT_EQ(pack.marks.at(0).pattern.position.line, 4u);
  EXPECT_EQ(pack.marks.at(0).pattern.position.column, 5u);
}

} // namespace
} // namespace scalelint::model
