// How the rows of each table of a statement can be found: by an index of the schema, by the rows of another table, or
// only by reading it whole.
#pragma once

#include "analysis/sql/Schema.h"

namespace scalelint::sql {

// How well an index serves a comparison.
enum class Service : uint8_t {
  None,    // no index knows the column
  Unfit,   // one does, but not for this comparison: LIKE '%x', lower(x) = $1
  Partial, // one does, of other rows than the statement asks for
  Full
};

// Why a table is read whole.
struct Gap {
  enum class Kind : uint8_t {
    Predicate, // its rows are asked for by columns without a usable index
    Join,      // they are asked for by a column of rows that are at hand
    Sort       // its first rows in an order are asked for
  } kind = Kind::Predicate;
  unsigned use = 0;                 // as in ColumnRef
  const Table *table = nullptr;
  std::vector<std::string> columns; // expressions that an index would have: equalities first, then one range or order
  Service service = Service::None;  // the best that is there for any of them
  std::vector<const Predicate *> predicates; // of the statement, that ask; none for Sort
  Place at;                         // of the first
};

// The gaps of a statement, in the order of its tables; at most one a use. Nothing for a statement that did not parse or
// whose text may go on with clauses; tables that are not in the schema, views and small ones have none.
std::vector<Gap> gapsOf(const Statement &statement, const Schema &schema);

// How the schema serves this predicate, whatever else the statement asks for.
Service serviceFor(const Predicate &predicate, const Statement &statement, const Schema &schema);

// Do the other conditions lead to the rows of the predicate's table by an index, so that it only filters them?
bool isFilter(const Predicate &predicate, const Statement &statement, const Schema &schema);

// References without an index on the referring side, by their columns in order.
std::vector<const ForeignKey *> unindexedReferences(const Table &table, Dialect dialect);

} // namespace scalelint::sql
