// Operations: which calls they are, and the ones that rows come from.
#include "analysis/program/Operations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::program {

using model::Does;
using summary::Value;

bool isDatabase(Does does) {
  switch (does) {
  case Does::SqlExecute:
  case Does::SqlPrepare:
  case Does::SqlFetchRow:
  case Does::SqlBegin:
  case Does::SqlCommit:
  case Does::SqlRollback:
  case Does::SqlBulk:
  case Does::DocumentRead:
  case Does::DocumentWrite:
  case Does::DocumentFetchRow:
    return true;
  default:
    return false;
  }
}

bool isRemote(const model::OperationRow &row) {
  if (row.inProcess)
    return false;
  switch (row.does) {
  case Does::SqlExecute:
  case Does::SqlPrepare:
  case Does::SqlCommit:
  case Does::SqlBulk:
  case Does::DocumentRead:
  case Does::DocumentWrite:
  case Does::SessionOpen:
  case Does::HttpRequest:
  case Does::RpcCall:
  case Does::ReceiveResponse:
  case Does::CacheRead:
  case Does::CacheWrite:
  case Does::CacheCommand:
  case Does::QueuePublish:
  case Does::QueueConsume:
  case Does::MailSend:
  case Does::DnsResolve:
    return true;
  default:
    return false;
  }
}

bool isCommand(llvm::StringRef text, llvm::StringRef wanted) {
  while (true) {
    text = text.ltrim();
    wanted = wanted.ltrim();
    if (wanted.empty())
      return true;
    auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    llvm::StringRef word = text.take_until(isSpace), pattern = wanted.take_until(isSpace);
    if (word.empty() || (pattern != "*" && !pattern.equals_insensitive(word)))
      return false;
    text = text.drop_front(word.size());
    wanted = wanted.drop_front(pattern.size());
  }
}

Operation operationAt(const Program &program, const Frame &frame, CallId call) {
  const Meanings &meanings = program.meanings({frame.function, call});
  if (meanings.operations.empty())
    return {};
  for (const model::OperationRow *row : meanings.operations) {
    if (!holds(program, frame, call, row->pattern))
      continue;
    if (!row->commands.empty()) {
      Text command = row->text ? text(program, select(program, frame, call, *row->text)) : Text();
      std::string known = command.literal();
      if (llvm::none_of(row->commands, [&](llvm::StringRef wanted) { return isCommand(known, wanted); }))
        continue;
    }
    return {&frame, call, row};
  }
  return {};
}

RowsBehind rowsBehind(const Program &program, Bound value) {
  Bound last = value;
  for (unsigned i = 0; value && i < 32; ++i) {
    last = value;
    const Value &v = value.get();
    if (v.kind == ValueKind::Result || v.kind == ValueKind::After) {
      Operation operation = operationAt(program, *value.frame, v.index);
      if (operation && (operation.row->does == Does::SqlExecute || operation.row->does == Does::DocumentRead))
        return {operation, {}};
      // Through a helper that returns the rows.
      const summary::Call &call = value.frame->function->calls[v.index];
      if (v.kind == ValueKind::Result && call.callee != None)
        if (const Function *helper = program.entities[call.callee].definition; helper && value.frame->depth < 8) {
          auto returned = program.returned(*helper);
          if (returned.size() == 1) {
            value = {program.enter(*value.frame, v.index, {helper}), returned[0]};
            continue;
          }
        }
      // A wrapper of the rows: result(PQexec(…)), rows.iter().
      Bound next = step(program, value);
      if (!next && call.form == summary::CallForm::Construct && call.arguments.size() == 1)
        next = {value.frame, call.arguments[0]};
      if (!next && v.kind == ValueKind::Result && call.receiver && operation)
        next = {value.frame, call.receiver};
      value = next;
      continue;
    }
    value = step(program, value);
  }
  return {{}, last};
}

} // namespace scalelint::program
