// A rule pack in memory: what one library's calls mean, as data. rules/README.md explains every key;
// this file is its C++ twin and the only thing the rest of the program knows about packs.
#pragma once

#include "llvm/Support/Error.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::model {

// Where a row stands, for errors and for `scalelint rules list`.
struct Position {
  std::string file;
  unsigned line = 0, column = 0;
};

// Which value of a call a row speaks of.
struct Selector {
  enum class Of : uint8_t { Receiver, Result, Argument, LastArgument, Call } of = Of::Receiver;
  unsigned index = 0;   // Argument: 0-based, without the receiver
  std::string member{}; // a field of that value ("" = the value itself)
  friend bool operator==(const Selector &, const Selector &) = default;
};

// `when:` on an argument.
struct Condition {
  Selector value;
  std::vector<std::string> is;  // enumerator, macro, integer, boolean or string spelling, any of them
  std::vector<std::string> type;// qualified class names: the value's class is one or derives from one
  bool negated = false;         // `is-not`
};

// Which calls a row is about. Exactly one of `call` and `matcher` is set.
struct CallPattern {
  std::string call;             // qualified name without template arguments: covers overloads, overriders, derived receivers
  std::string matcher;          // a clang AST matcher in clang-query's syntax, bound to a call or construct expression
  std::optional<unsigned> minArguments, maxArguments;
  std::vector<std::string> parameterTypes; // `parameters:` exact canonical types without template arguments; empty = any
  std::vector<Condition> when;  // all must hold
  Position position;
};

enum class Does : uint8_t {
  SqlExecute, SqlPrepare, SqlFetchRow, SqlBegin, SqlCommit, SqlRollback, SqlBulk,
  DocumentRead, DocumentWrite, DocumentFetchRow,
  SessionOpen, SessionClose, SessionCheckout, SessionReturn,
  HttpRequest, RpcCall, ReceiveResponse,
  CacheRead, CacheWrite, CacheCommand,
  QueuePublish, QueueConsume, MailSend, DnsResolve, ProcessRun, Render,
};

enum class Rows : uint8_t { Unknown, None, Single, Streamed, Materialised };
enum class Access : uint8_t { Unknown, Read, Write };
enum class Dialect : uint8_t { Any, PostgreSQL, MySQL, SQLite };
enum class Unit : uint8_t { None, Nanoseconds, Microseconds, Milliseconds, Seconds, Minutes, Duration, Timeval, Text };

// A later call that decides how the rows of an execution are taken (mysql_store_result, mysql_use_result).
struct RowsBy { std::string call; Rows rows = Rows::Unknown; };

struct OperationRow {
  CallPattern pattern;
  Does does = Does::SqlExecute;
  std::optional<Selector> text;          // the SQL, command, path or URL
  std::optional<Selector> statementName; // key of a named prepared statement (prepare: defines; execute: uses)
  std::optional<Selector> preparedOn;    // statement object on which text was prepared
  std::optional<Selector> session;       // object whose settings and connection count
  std::optional<Selector> limit;         // argument that bounds the rows
  std::optional<Selector> options;       // options object that may bound the rows or carry a deadline
  std::vector<std::string> limitKeys;    // keys of `options` that bound the rows
  std::vector<Selector> parameters;      // bound values, when they are not all other arguments
  Rows rows = Rows::Unknown;
  std::vector<RowsBy> rowsBy;
  Access access = Access::Unknown;       // when the library knows and no SQL says
  Dialect dialect = Dialect::Any;
  bool blocking = true;
  bool batched = false;                  // one round trip for many items, or buffered until a flush
  bool inProcess = false;                // SQLite, LMDB: no round trip
  bool continuation = false;             // second half of an operation begun elsewhere: never counted alone
  bool unbounded = false;                // returns a whole collection whatever its size (KEYS, SMEMBERS, …)
  std::vector<std::string> commands;     // textual commands (Redis) for which the row holds; empty = any
};

// One aspect of a client that ought to be set.
struct AspectRow {
  std::string aspect;                    // connect-timeout, read-timeout, write-timeout, total-timeout, …
  std::optional<std::chrono::nanoseconds> defaultValue; // the library's default; nullopt = none (waits for ever)
  bool defaultUnknown = false;           // depends on the server or platform: never flagged by default alone
  std::string source;                    // link to the documentation or source of the default
  std::vector<std::string> satisfiedBy;  // other aspects that cover this one
  bool noteOnly = false;                 // a missing value is level note
  std::string fix;                       // statement template with {object}; "" = no fix
  std::string fixInclude;                // header that the fix needs, "" = none
  std::string suggestion;                // in words, when no fix can be written
  Position position;
};

struct CreationRow {
  CallPattern pattern;
  Selector object{Selector::Of::Result};
  struct Set {
    std::string aspect;
    Selector value;
    Unit unit = Unit::None;
    std::string key;
    Unit keyUnit = Unit::None;           // of a bare number behind the key
  };
  std::vector<Set> sets;                 // aspects that arguments of the creation set
  std::vector<Selector> optionsFrom;     // objects whose settings pass to the client (options structs, channels, sessions)
};

// A kind of client whose objects need settings.
struct ClientRow {
  std::string client;                    // words for messages: "libcurl easy handle"
  std::vector<CreationRow> createdBy;
  std::vector<AspectRow> aspects;
  Position position;
};

struct SettingRow {
  CallPattern pattern;                   // a call that sets, or …
  std::string field;                     // … a qualified field that is assigned
  Selector object{Selector::Of::Receiver};
  std::string aspect;
  std::optional<Selector> value;
  Unit unit = Unit::None;
  std::string key;                       // Unit::Text: the key inside a connection string or URI
  Unit keyUnit = Unit::None;             // of a bare number behind the key
  bool asynchronousOnly = false;         // counts only for asynchronous operations (Beast expires_after)
  Position position;
};

enum class RootKind : uint8_t { Request, Background, Startup };

struct RootRow {
  CallPattern pattern;                   // registration call, or …
  std::string overrides;                 // … a method whose overriders are roots, or …
  std::string derivesFrom;               // … a class: methods that override something and take `takes` are roots
  std::string takes;                     // class among the parameters, for derivesFrom
  std::string compares;                  // … a call whose result, compared with a text, dispatches (Beast's target())
  RootKind kind = RootKind::Request;
  std::string method;                    // constant HTTP method, or …
  std::optional<Selector> methodFrom;
  std::optional<Selector> path;
  std::optional<Selector> handler;
  std::optional<Selector> router;        // object the route is registered on (for mounts)
  bool rpc = false;                      // gRPC / Thrift: version comes from the package or namespace
  bool prefix = false;                   // registers a path prefix for `router`'s routes, no root itself
};

enum class Runs : uint8_t { PerElement, Once, Later, OnThread, OnPool, OnEventLoop };

struct CallbackRow {
  CallPattern pattern;
  Selector callback;
  Runs runs = Runs::Once;
  std::optional<Selector> over;          // PerElement: the container walked; nullopt = rows of this call
  std::optional<unsigned> argumentsFrom; // the call's arguments from here on are handed to the callback, in order
};

enum class ScopeKind : uint8_t { Lock, Transaction, Span, Connection };

struct ScopeRow {
  std::string ofClass;                   // RAII: alive from construction to the end of the block, or …
  std::optional<CallPattern> begin;      // … from this call …
  std::vector<CallPattern> end;          // … to one of these (RAII: released early)
  std::vector<CallPattern> reopen;       // RAII: taken again (unique_lock::lock)
  std::vector<std::string> deferredBy;   // argument classes with which the RAII object starts released
  std::optional<Selector> object;        // what is held, of `begin` or of the constructor
  ScopeKind kind = ScopeKind::Lock;
  Position position;
};

// A library call whose result, receiver or argument is (or contains) the object of another one.
struct FlowRow {
  CallPattern pattern;
  Selector from, to;
  bool element = false;
  std::optional<unsigned> bindsFrom;     // `to` is the callable `from` with the call's arguments from here on bound
  std::vector<std::string> placeholders; // globals among those that stand for the first, second, … argument of `to`
};

enum class TextForm : uint8_t {
  Same,      // the text of `of`
  Concat,    // receiver (if a member), then all arguments
  Append,    // the receiver gains the argument `of`
  Assign,    // the receiver becomes the argument `of`
  Stream,    // operator<<: the receiver / first argument gains the next
  Braces,    // {} holes, format in `of`
  Percent,   // printf holes, format in `of`; written to `to` when given, else the result
  Numbered,  // QString::arg: %1 … of the receiver
  Join,      // elements of `of` with a separator: a repeated hole
  Hole,      // one unknown piece (std::to_string, quoting functions): `of` is what it shows
};
struct TextRow { CallPattern pattern; TextForm form = TextForm::Same; std::optional<Selector> of, to; };

// A call that makes an object of the class among its type arguments: std::make_unique<T>(…).
struct ConstructRow { CallPattern pattern; unsigned typeArgument = 0; };

enum class Mark : uint8_t {
  Sleep, Grows, Shrinks, Log, Metric, Span, Limiter, Breaker, CacheLookup, CacheStore, Random, Poll, NextInput,
  Size, Empty, Begin, End, Pure, Wait, OutputText, RequestHeader, RequestParameter, LimitsRows,
};
struct MarkRow { CallPattern pattern; Mark is = Mark::Sleep; std::optional<Selector> of; };

struct RulePack {
  std::string library;
  std::string reference;
  std::string file;
  std::vector<OperationRow> operations;
  std::vector<ClientRow> clients;
  std::vector<SettingRow> settings;
  std::vector<RootRow> roots;
  std::vector<CallbackRow> callbacks;
  std::vector<ScopeRow> scopes;
  std::vector<FlowRow> flows;
  std::vector<TextRow> texts;
  std::vector<ConstructRow> constructs;
  std::vector<MarkRow> marks;
};

// Reads one pack. On failure the error holds every problem found in the file, one per line, each as
// `file:line:column: what is wrong; did you mean 'nearest'?`.
llvm::Expected<RulePack> parseRulePack(llvm::StringRef text, llvm::StringRef file);

// Reads every *.yaml of a folder, in name order. Problems of single files are joined into one error
// with `problems`; the packs that were read are returned all the same.
std::vector<RulePack> loadRulePacks(llvm::StringRef folder, std::vector<std::string> &problems);

} // namespace scalelint::model
