// What an SQL text does, as data. The text may have holes (values or pieces that are only known at
// run time); dialect spellings are brought to PostgreSQL's grammar, which libpg_query parses.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::sql {

enum class Dialect : uint8_t { Any, PostgreSQL, MySQL, SQLite }; // Any: guessed from the spelling

// A literal piece, or a hole.
struct Piece {
  std::string text; // literal text; empty for a hole
  bool hole = false;
  bool repeated = false; // the hole stands for any number of pieces (a list built in a loop)
  bool apart = false;    // the hole is known not to go on with the word before it
};
using Template = std::vector<Piece>;

enum class Verb : uint8_t {
  Unknown,
  Select,
  Insert,
  Update,
  Delete,
  Merge,
  Copy,
  Begin,
  Commit,
  Rollback,
  Savepoint,
  Set,
  Ddl,
  Call,
  Other
};

// A byte of the template: in piece `piece`, `offset` bytes after its start.
struct Place {
  unsigned piece = 0;
  unsigned offset = 0;
};

// How the number of rows of a SELECT is limited (of UPDATE and DELETE: None or Limit, which MySQL
// and SQLite have).
enum class RowBound : uint8_t {
  None,      // nothing limits it
  Limit,     // LIMIT / FETCH FIRST / TOP: `limit` when constant
  Aggregate, // only aggregates, no GROUP BY: one row
  Grouped,   // GROUP BY without LIMIT
  Exists,    // SELECT EXISTS(…), SELECT 1 … used as a test
  NoTable,   // no FROM, or only functions: SELECT now()
  UniqueKey, // equality on a unique key (only with a schema)
};

// `table` resolved through aliases, "" = unknown. A hole in a name is written {}.
struct ColumnRef {
  std::string table;
  std::string column;
  unsigned use = 0; // which of `Statement::uses`, from 1; 0 = unknown
};

// A table whose rows the statement reads or changes, once for each time that it is named there.
struct TableUse {
  std::string table;
  unsigned query = 0;      // of which SELECT or writing statement, in the order in which they begin
  bool isOptional = false; // the inner side of an outer join
  Place at;
};

struct Predicate {
  enum class Op : uint8_t { Equals, In, Range, Like, IsNull, Other } op = Op::Other;
  ColumnRef column;
  bool parameter = false;       // compared with a hole, a parameter
  bool constant = false;        // compared with a constant
  bool conjunct = true;         // holds for every row (an AND part at the top of WHERE or ON)
  bool negated = false;         // NOT IN, <>, NOT LIKE, IS NOT NULL
  bool subquery = false;        // compared with a subquery: IN (SELECT …), = (SELECT …)
  bool leadingWildcard = false; // LIKE with a pattern that is known to begin with a wildcard
  bool caseless = false;        // ILIKE
  std::string
      function; // what stands around the column: "lower", "coalesce", "::" (a cast), "+"; "" = bare
  std::optional<ColumnRef> other; // compared with a column (a join): stands once for each side
  unsigned disjunction = 0;       // of an OR arm: which OR of the statement, from 1; 0 = in none …
  unsigned arm = 0, arms = 0;     // … which of its arms, from 0, and how many it has; of the outermost OR
  unsigned depth = 0; // 0: of the statement's own WHERE and ON; else inside that many subqueries or CTEs
  unsigned query = 0; // of which SELECT, as in TableUse
  std::string expression; // the side of the column, in one spelling for all: "email", "lower(email)"
  std::string value;      // the same of a constant that it is compared with, "" for anything else
  Place at;               // where the column (or what stands around it) begins
};

// A part of ORDER BY of the outer SELECT.
struct SortKey {
  ColumnRef column;     // column "" = an expression; "2" = an output column by number
  std::string function; // as in Predicate: "random", "lower"
  std::string expression; // as in Predicate
  bool descending = false;
  Place at;
};

struct Star {
  unsigned piece = 0;
  unsigned offset = 0;
  std::string qualifier;
  std::vector<std::string> tables; // whose columns it means, as far as they are tables
}; // place of `*`: piece and byte offset in it

struct Statement {
  bool parsed = false; // false: `verb` and `tables` are what the first words say, or Unknown
  std::string error;   // why it did not parse
  Verb verb = Verb::Unknown;
  std::vector<std::string>
      tables;         // that it reads or writes, in order of appearance, names as written
  std::vector<std::string> from; // members of FROM of the outer SELECT (of every arm of a UNION):
                                 // the table, "" where it is a subquery, a CTE or a function
  std::vector<TableUse> uses;       // in the order in which they are named
  std::vector<unsigned> tableHoles; // holes in these names: pieces of the template
  std::vector<unsigned> dataHoles;  // holes that are neither names nor output columns: values, conditions, lists
  std::string target; // INSERT / UPDATE / DELETE: the table
  RowBound bound = RowBound::None;
  std::optional<int64_t> limit; // constant LIMIT
  std::vector<Star> stars;      // `SELECT *` and `t.*` of the outer list (not COUNT(*), EXISTS, a
                                // subquery that lists its columns, INSERT … SELECT)
  std::vector<std::string> columns;  // output columns of the outer SELECT by position, "" where not
                                     // named; empty with a star
  std::vector<Predicate> predicates; // WHERE and JOIN ON
  bool batched = false; // IN (list built in a loop), = ANY(…), multi-row VALUES built in a loop,
                        // unnest, json arrays
  bool returning = false; // INSERT / UPDATE / DELETE … RETURNING
  bool locking = false;   // FOR UPDATE / SHARE
  bool cursor = false;    // DECLARE CURSOR, FETCH n
  bool multiple = false;  // more than one statement in the text: the fields describe the first that
                          // reads or writes rows, `tables` all of them
  std::string normalized; // text with holes as $n, whitespace folded: for messages and grouping
  std::string fingerprint; // libpg_query's fingerprint, "" when not parsed

  bool openEnded = false; // a hole may add clauses (or it did not parse), so absence of WHERE or
                          // LIMIT proves nothing
  bool openList = false;  // a hole may add output columns, so `columns` and `stars` may not be all
  bool filtered = false;  // has a WHERE (or a JOIN … ON, USING) of its own
  bool distinct = false;  // SELECT DISTINCT
  bool offset = false;    // OFFSET other than a constant 0
  std::optional<unsigned> limitHole, offsetHole; // LIMIT, OFFSET are this hole (index of the piece)
  std::optional<unsigned> limitParameter,
      offsetParameter;              // … or this parameter of the text: its number, or its
                                    // place among all `?` and named ones, from 1
  std::vector<SortKey> sort;        // ORDER BY of the outer SELECT
  std::vector<ColumnRef> group;     // GROUP BY of the outer SELECT, plain columns
  std::vector<std::string> written; // columns that INSERT or UPDATE sets, where named
  bool upsert = false;              // ON CONFLICT, ON DUPLICATE KEY, REPLACE, OR REPLACE
  unsigned parameters = 0;          // `?`, `$1`, `:name`: how many different ones
  std::string prepared;             // name of PREPARE / EXECUTE
  bool prepares = false;            // PREPARE: the rest is the statement it names, which does not run
  std::vector<Statement> parts;     // with `multiple`: each statement, in order
};

// Parses `text`. Never fails: what is not understood says so in `parsed`, `error` and
// Verb::Unknown.
Statement parse(const Template &text, Dialect dialect);

// The text with every hole as a `$n` parameter in PostgreSQL's spelling (what `parse` gives to
// libpg_query), with a map back from its bytes to the pieces.
struct Rendered {
  std::string text;
  std::vector<uint32_t> piece, offset; // of each byte of `text`
};
Rendered render(const Template &text, Dialect dialect);

} // namespace scalelint::sql
