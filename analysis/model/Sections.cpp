// Every key of rule packs, section by section, in the order of rules/README.md. To add a key: a
// member in RulePack.h, a line here, a row in the README.
#include "analysis/model/Sections.h"

#include "analysis/model/Patterns.h"

namespace scalelint::model {
namespace {

template <llvm::ArrayRef<llvm::StringLiteral> (*Words)()> struct WordForm {
  static Shape shapeFor(llvm::StringRef noun) {
    Shape shape{.expected = "a word", .scalar = Scalar::Word, .noun = noun};
    llvm::append_range(shape.words, Words());
    return shape;
  }
  static void read(Written value, std::string &out) { out = value.node.text; }
};

struct AspectForm : WordForm<aspectWords> {
  static const Shape &shape() {
    static const Shape shape = shapeFor("aspect");
    return shape;
  }
};

struct MethodForm : WordForm<httpMethodWords> {
  static const Shape &shape() {
    static const Shape shape = shapeFor("HTTP method");
    return shape;
  }
};

// `default`: one word for two members.
Key<AspectRow> defaultKey() {
  static const Shape shape{.expected = "none, unknown or a duration such as 500ms, 300s, 5min",
                           .scalar = Scalar::Default};
  return {{"default",
           "what the library does when nothing is set: none waits for ever, unknown depends on the "
           "server or platform, else a duration",
           &shape},
          [](Written value, AspectRow &row) {
            row.defaultUnknown = value.node.text == "unknown";
            row.defaultValue = parseDuration(value.node.text);
          }};
}

template <class Row> std::vector<Key<Row>> callKeys() {
  return within(&Row::pattern, patternKeys());
}
template <class Row> void placePattern(Written map, Row &row) {
  row.pattern.position = map.position();
}
template <class Row> void placeRow(Written map, Row &row) { row.position = map.position(); }

} // namespace

template <> llvm::StringRef nounOf<Does>() { return "operation"; }
template <> llvm::StringRef nounOf<Rows>() { return "kind of rows"; }
template <> llvm::StringRef nounOf<Access>() { return "access"; }
template <> llvm::StringRef nounOf<Dialect>() { return "dialect"; }
template <> llvm::StringRef nounOf<Unit>() { return "unit"; }
template <> llvm::StringRef nounOf<RootKind>() { return "kind of root"; }
template <> llvm::StringRef nounOf<Runs>() { return "way to run"; }
template <> llvm::StringRef nounOf<ScopeKind>() { return "kind of scope"; }
template <> llvm::StringRef nounOf<TextForm>() { return "text form"; }
template <> llvm::StringRef nounOf<Mark>() { return "mark"; }

template <> const Table<RowsBy> &tableOf<RowsBy>() {
  static const Table<RowsBy> table{
      "an element of 'rows-by'",
      "rows-by",
      {{required(keyAs<NameForm>("call", &RowsBy::call, "a later call on the same session")),
        required(key("rows", &RowsBy::rows, "how the rows come back after it"))}},
      {}};
  return table;
}

template <> const Table<OperationRow> &tableOf<OperationRow>() {
  using Row = OperationRow;
  std::vector<Key<Row>> call = callKeys<Row>();
  llvm::erase_if(call, [](const Key<Row> &key) { return key.shape.name == "parameters"; });
  static const Table<Row> table{
      "an operation",
      "operation",
      {std::move(call),
       {
           required(key("does", &Row::does, "what the call does")),
           key("text", &Row::text, "the SQL, command, path or URL"),
           key("statement-name", &Row::statementName,
               "name of a prepared statement: sql.prepare defines it, sql.execute uses it"),
           key("prepared-on", &Row::preparedOn,
               "the statement object: the text is that of the last sql.prepare on it"),
           key("session", &Row::session, "the object whose deadlines and connection count"),
           key("limit", &Row::limit, "an argument that bounds the rows"),
           key("options", &Row::options,
               "an options object that may bound the rows or carry a "
               "deadline"),
           key("limit-keys", &Row::limitKeys, "keys of `options` that bound the rows"),
           operationParameters(),
           key("rows", &Row::rows, "how the rows come back"),
           key("rows-by", &Row::rowsBy,
               "the next of these calls on the same session decides how the rows come back"),
           key("access", &Row::access, "where the library knows without SQL"),
           key("dialect", &Row::dialect, "of the SQL"),
           key("blocking", &Row::blocking, "no: returns before the answer is there"),
           key("batched", &Row::batched,
               "one round trip for many items, or buffered until a flush"),
           key("in-process", &Row::inProcess, "no round trip"),
           key("continuation", &Row::continuation,
               "second half of an operation begun by another call; never counted alone"),
           key("unbounded", &Row::unbounded, "returns a whole collection whatever its size"),
           key("commands", &Row::commands,
               "textual commands (first word of `text`) for which the row holds"),
       }},
      {exactlyOne({"call", "matcher"}), atMostOne({"statement-name", "prepared-on"})},
      placePattern<Row>};
  return table;
}

template <> const Table<AspectRow> &tableOf<AspectRow>() {
  using Row = AspectRow;
  static const Table<Row> table{
      "an aspect",
      "aspect",
      {{
          required(keyAs<AspectForm>("aspect", &Row::aspect, "what ought to be set")),
          required(defaultKey()),
          keyAs<LinkForm>("source", &Row::source, "documentation or source of the default"),
          keyAs<ListForm<AspectForm>>("satisfied-by", &Row::satisfiedBy,
                                      "other aspects that cover this one"),
          key("note", &Row::noteOnly, "a missing value is only a note"),
          key("fix", &Row::fix, "a statement to insert; {object} stands for the client"),
          key("fix-include", &Row::fixInclude, "header that the fix needs"),
          key("suggestion", &Row::suggestion, "in words, when no fix can be written"),
      }},
      {needs("fix-include", "fix")},
      placeRow<Row>};
  return table;
}

template <> const Table<CreationRow::Set> &tableOf<CreationRow::Set>() {
  using Row = CreationRow::Set;
  static const Table<Row> table{
      "an element of 'sets'",
      "creation-setting",
      {{
          required(keyAs<AspectForm>("aspect", &Row::aspect, "what is set")),
          required(key("value", &Row::value, "to which value")),
          key("unit", &Row::unit, "of the value"),
          key("key", &Row::key, "`unit: text`: the key inside the connection string or URI"),
          key("key-unit", &Row::keyUnit, "of a bare number behind the key"),
      }},
      {needs("key", "unit", {"text"}), needs("key-unit", "key"), wordNeeds("unit", {"text"}, "key")}};
  return table;
}

template <> const Table<CreationRow> &tableOf<CreationRow>() {
  using Row = CreationRow;
  static const Table<Row> table{
      "a creation",
      "creation",
      {callKeys<Row>(),
       {
           key("object", &Row::object, "the client; default: result"),
           key("sets", &Row::sets, "aspects that arguments of the creation set"),
           key("options-from", &Row::optionsFrom,
               "objects whose settings pass on to the client: options structs, channels"),
       }},
      {exactlyOne({"call", "matcher"})},
      placePattern<Row>};
  return table;
}

template <> const Table<ClientRow> &tableOf<ClientRow>() {
  using Row = ClientRow;
  static const Table<Row> table{
      "a client",
      "client",
      {{
          required(key("client", &Row::client, "words for messages, such as libcurl easy handle")),
          required(key("created-by", &Row::createdBy, "the calls that make one")),
          key("aspects", &Row::aspects, "what it needs"),
      }},
      {},
      placeRow<Row>};
  return table;
}

template <> const Table<SettingRow> &tableOf<SettingRow>() {
  using Row = SettingRow;
  static const Table<Row> table{
      "a setting",
      "setting",
      {callKeys<Row>(),
       {
           keyAs<NameForm>("field", &Row::field, "instead of `call`: a field that is assigned"),
           key("object", &Row::object, "on which it is set; default: receiver"),
           required(keyAs<AspectForm>("sets", &Row::aspect, "what is set")),
           key("value", &Row::value, "to which value"),
           key("unit", &Row::unit, "of the value; text: a connection string or URI"),
           key("key", &Row::key, "`unit: text`: the key inside the connection string or URI"),
           key("key-unit", &Row::keyUnit, "of a bare number behind the key"),
           key("asynchronous-only", &Row::asynchronousOnly, "has no effect on synchronous calls"),
       }},
      {exactlyOne({"call", "matcher", "field"}), atMostOne({"field", "object"}),
       atMostOne({"field", "value"}), atMostOne({"field", "arguments"}),
       atMostOne({"field", "parameters"}), atMostOne({"field", "when"}),
       needs("key", "unit", {"text"}), needs("key-unit", "key"), wordNeeds("unit", {"text"}, "key")},
      [](Written map, Row &row) {
        placeRow(map, row);
        placePattern(map, row);
      }};
  return table;
}

template <> const Table<RootRow> &tableOf<RootRow>() {
  using Row = RootRow;
  static const Table<Row> table{
      "a root",
      "root",
      {callKeys<Row>(),
       {
           keyAs<NameForm>("overrides", &Row::overrides, "each overrider of this method is a root"),
           keyAs<NameForm>("derives-from", &Row::derivesFrom,
                           "each overriding method of its subclasses that takes `takes` is a root"),
           keyAs<NameForm>("takes", &Row::takes, "a class among the parameters"),
           keyAs<NameForm>("compares", &Row::compares,
                           "a call whose result, compared with texts, dispatches"),
           key("kind", &Row::kind, "default: request"),
           keyAs<MethodForm>("method", &Row::method, "constant HTTP method"),
           key("method-from", &Row::methodFrom, "the value that holds the HTTP method"),
           key("path", &Row::path, "the route's path"),
           key("handler", &Row::handler, "what runs for a request"),
           key("router", &Row::router, "the object the route is registered on"),
           key("rpc", &Row::rpc, "the version comes from the package or namespace"),
           key("prefix", &Row::prefix, "no root: a path prefix for the routes of `router`"),
       }},
      {exactlyOne({"call", "matcher", "overrides", "derives-from", "compares"}),
       needs("takes", "derives-from"), needs("derives-from", "takes"),
       atMostOne({"method", "method-from"}), atMostOne({"handler", "overrides", "derives-from"}),
       atMostOne({"path", "overrides", "derives-from"}),
       atMostOne({"router", "overrides", "derives-from"}),
       atMostOne({"method-from", "overrides", "derives-from"}),
       wordNeeds("prefix", {"yes", "true"}, "path"),
       wordNeeds("prefix", {"yes", "true"}, "router")},
      placePattern<Row>};
  return table;
}

template <> const Table<CallbackRow> &tableOf<CallbackRow>() {
  using Row = CallbackRow;
  static const Table<Row> table{
      "a callback",
      "callback",
      {callKeys<Row>(),
       {
           required(key("callback", &Row::callback, "what is run")),
           required(key("runs", &Row::runs, "how often, when and where")),
           key("over", &Row::over,
               "`runs: per-element`: the container; left out: the rows of this very call"),
           key("arguments-from", &Row::argumentsFrom,
               "arguments from this one on are handed to the callback; of a method the first is its object"),
       }},
      {exactlyOne({"call", "matcher"}), needs("over", "runs", {"per-element"})},
      placePattern<Row>};
  return table;
}

template <> const Table<ScopeRow> &tableOf<ScopeRow>() {
  using Row = ScopeRow;
  static const Table<Row> table{
      "a scope",
      "scope",
      {{
          keyAs<NameForm>("class", &Row::ofClass,
                          "RAII: alive from construction to the end of the block"),
          key("begin", &Row::begin, "by hand: from this call"),
          key("end", &Row::end, "to one of these; with `class`: released early"),
          key("reopen", &Row::reopen, "with `class`: taken again"),
          keyAs<ListForm<NameForm>>("deferred-by", &Row::deferredBy,
                                    "argument classes with which the object starts released"),
          key("object", &Row::object, "what is held, of `begin` or of the constructor"),
          required(key("kind", &Row::kind, "of region")),
      }},
      {exactlyOne({"class", "begin"}), needs("begin", "end"), needs("reopen", "class"),
       needs("deferred-by", "class")},
      placeRow<Row>};
  return table;
}

template <> const Table<FlowRow> &tableOf<FlowRow>() {
  using Row = FlowRow;
  static const Table<Row> table{
      "a flow",
      "flow",
      {callKeys<Row>(),
       {
           required(key("from", &Row::from, "an object")),
           required(key("to", &Row::to, "is the same object")),
           key("element", &Row::element, "`to` now holds `from` as an element"),
           key("binds-from", &Row::bindsFrom,
               "`to` is the callable `from` with the arguments from this one on bound to its parameters"),
           key("placeholders", &Row::placeholders,
               "globals among the bound arguments that stand for the first, second, … one of a call of `to`"),
       }},
      {exactlyOne({"call", "matcher"}), needs("placeholders", "binds-from")},
      placePattern<Row>};
  return table;
}

template <> const Table<TextRow> &tableOf<TextRow>() {
  using Row = TextRow;
  static const Table<Row> table{
      "a text",
      "text",
      {callKeys<Row>(),
       {
           required(key("form", &Row::form, "how the string is put together")),
           key("of", &Row::of, "the value that the form speaks of"),
           key("to", &Row::to, "where the string is written, when it is not the result"),
       }},
      {exactlyOne({"call", "matcher"}),
       wordNeeds("form", {"same", "append", "assign", "braces", "percent", "join"}, "of")},
      placePattern<Row>};
  return table;
}

template <> const Table<ConstructRow> &tableOf<ConstructRow>() {
  using Row = ConstructRow;
  static const Table<Row> table{
      "a construct",
      "construct",
      {callKeys<Row>(),
       {key("type-argument", &Row::typeArgument,
            "which of the class-typed template arguments is made; default: 0")}},
      {exactlyOne({"call", "matcher"})},
      placePattern<Row>};
  return table;
}

template <> const Table<MarkRow> &tableOf<MarkRow>() {
  using Row = MarkRow;
  static const Table<Row> table{"a mark",
                                "mark",
                                {callKeys<Row>(),
                                 {required(key("is", &Row::is, "what the call is")),
                                  key("of", &Row::of, "the value that the mark speaks of")}},
                                {exactlyOne({"call", "matcher"})},
                                placePattern<Row>};
  return table;
}

template <> const Table<RulePack> &tableOf<RulePack>() {
  using Row = RulePack;
  static const Table<Row> table{
      "a rule pack",
      "rule-pack",
      {{
          required(key("library", &Row::library, "name of the library")),
          required(keyAs<LinkForm>("reference", &Row::reference, "its documentation")),
          key("operations", &Row::operations, "calls that reach a database, a service, a broker"),
          key("clients", &Row::clients, "objects that need a deadline, with the defaults"),
          key("settings", &Row::settings, "calls and fields that set one"),
          key("roots", &Row::roots, "calls and classes that register request handlers"),
          key("callbacks", &Row::callbacks, "library functions that run a callback"),
          key("scopes", &Row::scopes, "locks, transactions: regions that begin and end"),
          key("flows", &Row::flows, "results and arguments that are the same object"),
          key("texts", &Row::texts, "how strings are put together"),
          key("constructs", &Row::constructs, "factories of user types"),
          key("marks", &Row::marks, "sleeps, containers that grow, loggers, limiters"),
      }},
      {},
      nullptr};
  return table;
}

} // namespace scalelint::model
