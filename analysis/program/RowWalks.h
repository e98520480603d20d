// Which code runs once per row of an execution, and whether it keeps every row.
//
//   while (MYSQL_ROW row = mysql_fetch_row(result))   a walk over the rows of the execution behind `result`
//     names.emplace_back(row[0]);                     on every turn `names` grows: every row is kept
//
// A container that lives only for a turn keeps nothing, one that grows on some turns keeps some rows, and
// a loop that also stops at a size or a count keeps so many.
#pragma once

#include "analysis/program/Operations.h"

#include <map>

namespace scalelint::program {

struct RowWalk {
  const Frame *execution = nullptr; // the frame in which the rows were asked for
  Site keeps;                       // the call that keeps every row; none: not every row is kept
  std::string container;            // what it is kept in, for messages
};

class RowWalks {
public:
  RowWalks(const Program &program, const Statements &statements);

  // The walks over the rows of an operation, as far as they agree with the frames it is seen in.
  std::vector<const RowWalk *> over(const Operation &operation) const;

  // Takes its own rows: each call moves on to the next one, the first executes the statement.
  bool stepsThrough(const Operation &operation) const;
  // Whether an earlier call of the same function on the same object executed the statement already.
  bool continuesAnother(const Operation &operation) const;

private:
  const Program &program;
  const Statements &statements;
  std::map<Site, std::vector<RowWalk>> walks;

  void ofFunction(const Function &function);
  void ofLoop(const Frame &frame, LoopId loop, unsigned depth);
  void ofCallback(const Frame &frame, CallId call);
  Operation executionOf(const Operation &fetch, Bound &end) const;
};

} // namespace scalelint::program
