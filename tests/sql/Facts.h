// Statements as one line of facts, so that a test is a row of a table.
#pragma once

#include "analysis/sql/Statement.h"

#include <ostream>

namespace scalelint::sql {

// {} is a hole, {*} a repeated one.
Template templateOf(llvm::StringRef text);

// The facts that are not the default, in a fixed order:
// "select users, orders; limit 10; stars 0:7; columns a, b; where users.id = ?; batched".
// A column without a name is "-". A predicate: column, operator, and ? (hole or parameter), const,
// (select) or the other column.
std::string factsOf(const Statement &statement);

struct Row {
  const char *sql;
  const char *facts;
  friend std::ostream &operator<<(std::ostream &out, const Row &row) { return out << row.sql; }
};

// Parses the row's text and compares.
void expectFacts(const Row &row, Dialect dialect);

} // namespace scalelint::sql
