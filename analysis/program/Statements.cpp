// Statements of operations: texts, prepared elsewhere or here, parsed once; how their rows come back.
#include "analysis/program/CallGraph.h"
#include "analysis/program/Formats.h"
#include "analysis/program/Operations.h"
#include "analysis/program/TextPieces.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::program {

using model::Does;
using summary::Value;

// A function with more calls than this does more than hand one on.
static constexpr size_t LargestWrapper = 3;

static std::string firstWord(llvm::StringRef text) {
  return text.ltrim().take_until([](char c) { return c == ' ' || c == '\t' || c == '\n'; }).upper();
}

Statements::Statements(const Program &program) : program(program) { indexPrepares(); }

// The field or global that an object is kept in.
static EntityId placeOf(const Program &program, Bound bound) {
  for (unsigned i = 0; bound && i < 32; ++i) {
    const Value &value = bound.get();
    if (value.kind == ValueKind::Field || value.kind == ValueKind::Global)
      return value.entity;
    if (value.kind == ValueKind::Element && !value.operands.empty()) {
      bound = {bound.frame, value.operands[0]};
      continue;
    }
    bound = step(program, bound);
  }
  return None;
}

// `PREPARE name AS …` written as a text: whoever executes that text gives the statement its name.
void Statements::indexPrepareTexts(const Function &function) {
  const Frame *frame = program.frame(function);
  for (const Value &value : function.values) {
    if (value.kind != ValueKind::Text || !llvm::StringRef(value.text).ltrim().starts_with_insensitive("prepare "))
      continue;
    Text statement;
    for (const FormatPart &part : braceParts(value.text)) {
      statement.pieces.push_back({part.text, part.hole, false});
      statement.origins.push_back(part.hole ? Origin() : Origin{value.span, frame, {}});
    }
    sql::Statement read = sql::parse(statement.pieces, sql::Dialect::PostgreSQL);
    if (read.prepares && !read.prepared.empty())
      byName[read.prepared].push_back(std::move(statement));
  }
}

void Statements::indexPrepares() {
  indexPrepareTexts(program.globals);
  for (auto &function : program.functions) {
    indexPrepareTexts(*function);
    const Frame *frame = program.frame(*function);
    for (CallId id = 0; id < function->calls.size(); ++id) {
      if (function->nodeOfCall[id] == None || program.meanings(function->calls[id]).operations.empty())
        continue;
      Operation operation = operationAt(program, *frame, id);
      if (!operation || operation.row->does != Does::SqlPrepare)
        continue;
      const model::OperationRow &row = *operation.row;
      if (!row.text)
        continue;
      Text statement = text(program, select(program, *frame, id, *row.text));
      if (row.statementName) {
        Text name = text(program, select(program, *frame, id, *row.statementName));
        if (name.known())
          byName[name.literal()].push_back(statement);
      }
      model::Selector object = row.preparedOn ? *row.preparedOn
                               : row.session  ? *row.session
                                              : model::Selector{model::Selector::Of::Receiver, 0, ""};
      if (EntityId place = placeOf(program, select(program, *frame, id, object)); place != None)
        byPlace[place].push_back(statement);
    }
  }
}

// Texts that all do the same to the same tables are one; different ones leave the statement unknown.
static Text agreed(const std::vector<Text> &texts) {
  if (texts.empty())
    return {};
  std::optional<sql::Statement> first;
  for (const Text &text : texts) {
    if (text.literal() == texts.front().literal())
      continue;
    if (!first)
      first = sql::parse(texts.front().pieces, sql::Dialect::Any);
    sql::Statement other = sql::parse(text.pieces, sql::Dialect::Any);
    if (!other.parsed || other.verb != first->verb || other.tables != first->tables || other.bound != first->bound)
      return {};
  }
  return texts.front();
}

Text Statements::preparedOn(Bound object, unsigned depth) const {
  for (unsigned i = 0; object && i < 64; ++i) {
    const Value &value = object.get();
    const Frame &frame = *object.frame;
    if (value.kind == ValueKind::After || value.kind == ValueKind::Result) {
      Operation operation = operationAt(program, frame, value.index);
      if (operation && (operation.row->does == Does::SqlPrepare || value.kind == ValueKind::Result) &&
          operation.row->text) {
        Text statement = text(program, select(program, frame, value.index, *operation.row->text));
        if (!statement.pieces.empty())
          return statement;
      }
      // A helper that prepares on what it is given, or returns a prepared statement.
      const summary::Call &call = frame.function->calls[value.index];
      if (depth < 4 && call.callee != None)
        if (const Function *helper = program.entities[call.callee].definition) {
          const Frame *inner = program.enter(frame, value.index, {helper});
          if (value.kind == ValueKind::Result) {
            for (ValueId returned : program.returned(*helper))
              if (Text found = preparedOn({inner, returned}, depth + 1); found.known())
                return found;
          } else {
            for (CallId id = 0; id < helper->calls.size(); ++id)
              if (helper->nodeOfCall[id] != None)
                if (Operation inside = operationAt(program, *inner, id);
                    inside && inside.row->does == Does::SqlPrepare && inside.row->text)
                  if (Text found = text(program, select(program, *inner, id, *inside.row->text)); found.known())
                    return found;
          }
        }
    }
    if (value.kind == ValueKind::Field || value.kind == ValueKind::Global) {
      if (auto it = byPlace.find(value.entity); it != byPlace.end())
        return agreed(it->second);
      std::vector<Text> texts;
      if (depth < 4)
        for (const Program::Store &store : program.stores(value.entity))
          if (Text found = preparedOn({program.frame(*store.function), store.value}, depth + 1); found.known())
            texts.push_back(std::move(found));
      return agreed(texts);
    }
    if (value.kind == ValueKind::OneOf && depth < 4) {
      for (ValueId id : value.operands)
        if (Text found = preparedOn({&frame, id}, depth + 1); found.known())
          return found;
      return {};
    }
    if (value.kind == ValueKind::Parameter && !frame.caller)
      return open(); // whoever calls has prepared it
    object = step(program, object);
  }
  return {};
}

Text Statements::textOf(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  auto selected = [&](const model::Selector &selector) {
    return select(program, *operation.frame, operation.call, selector);
  };
  if (row.text) {
    // A call that fills in a format itself: its result reads as what it sends.
    for (const model::TextRow *format : program.meanings(operation.get()).texts)
      if (format->of == row.text && (format->form == model::TextForm::Percent || format->form == model::TextForm::Braces))
        return text(program, selected({model::Selector::Of::Result, 0, ""}));
    if (Bound value = selected(*row.text))
      return text(program, value);
  }
  if (row.statementName) {
    Text name = text(program, selected(*row.statementName));
    if (auto it = byName.find(name.literal()); it != byName.end())
      return agreed(it->second);
    return name.dependsOnParameter ? open() : Text();
  }
  if (row.preparedOn)
    return preparedOn(selected(*row.preparedOn), 0);
  return {};
}

sql::Dialect sqlDialect(model::Dialect dialect) {
  switch (dialect) {
  case model::Dialect::PostgreSQL:
    return sql::Dialect::PostgreSQL;
  case model::Dialect::MySQL:
    return sql::Dialect::MySQL;
  case model::Dialect::SQLite:
    return sql::Dialect::SQLite;
  case model::Dialect::Any:
    return sql::Dialect::Any;
  }
  return sql::Dialect::Any;
}

static bool isSql(Does does) {
  return does == Does::SqlExecute || does == Does::SqlPrepare || does == Does::SqlBulk || does == Does::SqlFetchRow;
}

const StatementOf &Statements::of(const Operation &operation) const {
  auto [it, inserted] = known.try_emplace({operation.frame, operation.call});
  if (!inserted)
    return it->second;
  it->second.text = textOf(operation);
  if (!isSql(operation.row->does) || !it->second.text.known())
    return it->second;
  std::string spelled;
  for (const sql::Piece &piece : it->second.text.pieces)
    spelled += (!piece.hole ? piece.text : piece.repeated ? "{*}" : piece.apart ? " {}" : "{}") + '\0'; // by pieces
  auto key = std::pair(spelled, operation.row->dialect);
  auto [statement, fresh] = parsed.try_emplace(key);
  if (fresh)
    statement->second = sql::parse(it->second.text.pieces, sqlDialect(operation.row->dialect));
  it->second.statement = statement->second;
  if (it->second.statement.prepares && operation.row->does == Does::SqlExecute && operation.row->text)
    it->second.statement.verb = sql::Verb::Other; // it only gets a name
  return it->second;
}

Touches Statements::touches(const Operation &operation) const {
  switch (operation.row->does) {
  case Does::DocumentRead:
  case Does::CacheRead:
    return Touches::Reads;
  case Does::DocumentWrite:
  case Does::CacheWrite:
  case Does::SqlBulk:
    return Touches::Writes;
  case Does::SqlExecute:
    break;
  default:
    return Touches::Nothing;
  }
  switch (of(operation).statement.verb) {
  case sql::Verb::Select:
    return Touches::Reads;
  case sql::Verb::Insert:
  case sql::Verb::Update:
  case sql::Verb::Delete:
  case sql::Verb::Merge:
    return Touches::Writes;
  case sql::Verb::Unknown:
    break;
  default:
    return Touches::Nothing; // BEGIN, SET, DDL, …
  }
  if (operation.row->access == model::Access::Read)
    return Touches::Reads;
  if (operation.row->access == model::Access::Write)
    return Touches::Writes;
  return Touches::Unknown;
}

// Is this a call of that name, or of a thin wrapper that makes it?
static bool calls(const Program &program, const Frame &frame, CallId id, llvm::StringRef name) {
  const summary::Call &call = frame.function->calls[id];
  const Entity *callee = program.entity(call.callee);
  if (!callee || !callee->user)
    return callee && callee->name == name;
  return llvm::any_of(targets(program, frame, id), [&](const Target &target) {
    return target.mode == Mode::Call && target.function->calls.size() <= LargestWrapper &&
           llvm::any_of(target.function->calls,
                        [&](const summary::Call &inner) { return program.nameOf(inner.callee) == name; });
  });
}

model::Rows Statements::rows(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  if (row.rowsBy.empty())
    return row.rows;
  // The next deciding call: in this function after the operation, else after the call that led here.
  const Frame *frame = operation.frame;
  CallId from = operation.call;
  for (unsigned depth = 0; frame && depth < 4; ++depth) {
    for (CallId id = from + 1; id < frame->function->calls.size(); ++id) {
      for (const model::RowsBy &by : row.rowsBy)
        if (calls(program, *frame, id, by.call))
          return by.rows;
    }
    from = frame->call;
    frame = frame->caller;
  }
  return row.rows;
}

std::string Statements::describe(const Operation &operation) const {
  const model::OperationRow &row = *operation.row;
  auto quoted = [](llvm::StringRef name) { return "'" + name.str() + "'"; };
  switch (row.does) {
  case Does::SqlExecute:
  case Does::SqlFetchRow:
  case Does::SqlBulk: {
    const sql::Statement &statement = of(operation).statement;
    std::string table = !statement.target.empty() ? statement.target
                        : !statement.tables.empty() ? statement.tables.front()
                                                    : "";
    if (llvm::StringRef(table).trim("{}").empty())
      table.clear(); // a name that is only known at run time
    switch (statement.verb) {
    case sql::Verb::Select:
      return table.empty() ? "query" : "query on " + quoted(table);
    case sql::Verb::Insert:
      return table.empty() ? "insert" : "insert into " + quoted(table);
    case sql::Verb::Update:
      return table.empty() ? "update" : "update of " + quoted(table);
    case sql::Verb::Delete:
      return table.empty() ? "delete" : "delete from " + quoted(table);
    case sql::Verb::Merge:
      return table.empty() ? "merge" : "merge into " + quoted(table);
    default:
      return row.access == model::Access::Read ? "query" : "statement";
    }
  }
  case Does::DocumentRead:
    return "document query";
  case Does::DocumentWrite:
    return "document write";
  case Does::HttpRequest: {
    const Text &target = of(operation).text;
    return target.known() ? "HTTP request to " + quoted(target.literal()) : "HTTP request";
  }
  case Does::RpcCall: {
    std::string name = program.nameOf(operation.get().callee);
    return name.empty() ? "RPC" : "RPC " + quoted(llvm::StringRef(name).rsplit("::").second);
  }
  case Does::CacheRead:
  case Does::CacheWrite:
  case Does::CacheCommand: {
    std::string word = firstWord(of(operation).text.literal());
    const char *kind = row.does == Does::CacheRead ? "cache read" : row.does == Does::CacheWrite ? "cache write" : "cache command";
    return word.empty() || !llvm::all_of(word, llvm::isAlpha) ? kind : std::string(kind) + " " + quoted(word);
  }
  case Does::SessionOpen:
    return "connect";
  case Does::SqlCommit:
    return "commit";
  case Does::SqlPrepare:
    return "prepare";
  case Does::QueuePublish:
    return "publish";
  case Does::QueueConsume:
    return "receive from a queue";
  case Does::MailSend:
    return "mail";
  case Does::DnsResolve:
    return "name lookup";
  case Does::ReceiveResponse:
    return "response";
  case Does::ProcessRun:
    return "process";
  default:
    return "operation";
  }
}

} // namespace scalelint::program
