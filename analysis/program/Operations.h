// Calls that reach a database, a service or a broker, and what their statements say.
#pragma once

#include "analysis/program/Values.h"

#include <map>

namespace scalelint::program {

// An operation as reached in a frame.
struct Operation {
  const Frame *frame = nullptr;
  CallId call = None;
  const model::OperationRow *row = nullptr;
  explicit operator bool() const { return row; }
  const summary::Call &get() const { return frame->function->calls[call]; }
};

// The operation that this call is, if any: the first row whose conditions and commands hold.
Operation operationAt(const Program &program, const Frame &frame, CallId call);

// Does the text of a command begin with the words of a row? `*` is any one word: LRANGE * 0 -1.
bool isCommand(llvm::StringRef text, llvm::StringRef wanted);

// SQL, document and wide-column stores.
bool isDatabase(model::Does does);
// Waits for another process: everything but session bookkeeping and rows that were fetched already.
bool isRemote(const model::OperationRow &row);

// The operation whose rows a value is or comes from: a result, a cursor, what a helper returned of them.
// Without one, `end` is where the search ended: a parameter, a field.
struct RowsBehind {
  Operation operation;
  Bound end;
};
RowsBehind rowsBehind(const Program &program, Bound value);

// A rule pack's word for the dialect, in the SQL reader's.
sql::Dialect sqlDialect(model::Dialect dialect);

struct StatementOf {
  Text text;
  sql::Statement statement;
};

enum class Touches : uint8_t { Nothing, Reads, Writes, Unknown };

class Statements {
public:
  explicit Statements(const Program &program);

  // The statement that an operation executes: its own text, or that of the statement it was prepared
  // with, by name or on the same object. Texts are parsed once.
  const StatementOf &of(const Operation &operation) const;

  Touches touches(const Operation &operation) const;

  // How the rows come back, with the calls that decide it looked at.
  model::Rows rows(const Operation &operation) const;

  // What a message calls it: "query on 'orders'", "insert into 'orders'", "GET request", "redis command".
  std::string describe(const Operation &operation) const;

private:
  Text textOf(const Operation &operation) const;
  Text preparedOn(Bound object, unsigned depth) const;
  void indexPrepares();
  void indexPrepareTexts(const Function &function);

  const Program &program;
  std::map<std::string, std::vector<Text>> byName;        // named prepared statements
  std::map<EntityId, std::vector<Text>> byPlace;          // prepared on an object kept in a field or global
  mutable std::map<std::tuple<const Frame *, CallId>, StatementOf> known;
  mutable std::map<std::pair<std::string, model::Dialect>, sql::Statement> parsed;
};

} // namespace scalelint::program
