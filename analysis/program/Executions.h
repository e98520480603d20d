// Every execution of a statement or a request for data: where it is written, how its rows are taken and
// what bounds them.
//
//   rows Database::all(text sql) { return tx.exec(sql); }     the operation
//   all("SELECT name FROM users");                            supplies the text: the execution is reported here
//
// A text that comes in through a parameter is looked at once for each call that supplies it; the frames of
// the operation lead from the supplier to the library call. Callers are followed until the text says what
// it does, a few calls up at most, so this ends.
#pragma once

#include "analysis/program/RowWalks.h"

namespace scalelint::program {

enum class Taken : uint8_t {
  Unknown,
  Nothing,      // no rows, or one
  Materialised, // the library takes all of them into memory
  Stored,       // one by one, and the program keeps every one
  Walked,       // one by one
};

enum class Extent : uint8_t {
  Unknown,
  Bounded,
  Grouped,   // a row for each group, without a limit
  Unbounded,
};

struct Execution {
  Operation operation;   // in the frames from the supplier
  Site primary;          // the library call, or the call that supplies its text
  Taken taken = Taken::Unknown;
  Extent extent = Extent::Unknown;
  Site keeps;            // Stored: the call that keeps each row …
  std::string container; // … and in what
  bool supplied() const { return primary.function != operation.frame->function || primary.call != operation.call; }
};

class Executions {
public:
  Executions(const Program &program, const Statements &statements);

  // In a defined order: by the function and the call that the operation is written in, then by suppliers.
  std::vector<Execution> all;

private:
  // How a call was entered from the call above it, innermost first.
  struct Entry {
    Site caller;
    const Function *callee = nullptr;
  };

  const Program &program;
  const Statements &statements;
  RowWalks walks;
  std::vector<std::vector<Site>> enteredBy; // by function id
  unsigned suppliers = 0;                   // of the operation that is looked at

  void findEntries();
  void explore(Site operation, std::vector<Entry> &way, Site primary);
  const Frame *frameOf(Site operation, const std::vector<Entry> &way) const;
  void add(const Operation &operation, Site primary);
  Extent extentOf(const Operation &operation) const;
  Extent extentOfRead(const Operation &operation) const;
  bool isLimitedByCalls(const Operation &operation) const;
};

} // namespace scalelint::program
