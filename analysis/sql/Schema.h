// What a project's DDL says of its tables: columns, keys, indexes, references. Read from dumps and migrations in any of
// the dialects; what is not understood is reported and left out.
#pragma once

#include "analysis/sql/Statement.h"

#include "llvm/ADT/ArrayRef.h"

#include <set>

namespace scalelint::sql {

// Where something stands in the DDL. Lines and columns start at 1; 0 = nowhere: it was made by no text of its own.
struct SchemaPlace {
  unsigned file = 0; // in `Schema::files`
  unsigned line = 0, column = 0;
};

struct Column {
  std::string name; // as written
  std::string type; // its first word in lower case: "bigint", "character"; "" where the DDL gives none
};

enum class IndexMethod : uint8_t {
  Ordered, // B-tree and what has the order of its columns as well
  Hash,    // equality alone
  Blocks,  // BRIN: which blocks may hold a range
  Words,   // GIN, GiST, FULLTEXT: the parts of a value, by what the operator class says
  Other
};

struct IndexPart {
  std::string column;        // "" for an expression over several or none
  std::string expression;    // as in Predicate: "email", "lower(email)"
  std::string operatorClass; // "text_pattern_ops", "gin_trgm_ops"; "" = the type's own
  bool isPrefix = false;     // MySQL: the first characters alone
};

// An index, or a key: a primary key or unique constraint has one. `unique` ones leave one row for equality on all
// parts, of the rows that `condition` holds for.
struct Index {
  std::string name; // "" where the DDL gives none; "primary" for a primary key without one
  std::vector<IndexPart> parts;
  IndexMethod method = IndexMethod::Ordered;
  bool unique = false, primary = false;
  bool isPartial = false;
  std::vector<Predicate> condition; // of a partial one, as far as it is understood
  bool conditionKnown = true;
  SchemaPlace at;

  // Does it cover every row, by plain columns?
  bool isPlain() const;
};

struct ForeignKey {
  std::vector<std::string> columns;
  std::string table; // that it refers to, as written
  SchemaPlace at;
};

struct Table {
  std::string name; // as written, with its schema where that is written
  std::vector<Column> columns; // in order
  bool allColumns = true;      // false: made by a query or from a table that is not known
  std::vector<Index> indexes;  // keys among them
  std::vector<ForeignKey> references;
  bool isView = false;
  SchemaPlace at;

  const Column *column(llvm::StringRef name) const;
};

struct Schema {
  Dialect dialect = Dialect::Any;
  std::vector<Table> tables; // in the order of their definitions
  std::vector<std::string> files;
  std::set<std::string> small; // names of tables that need no index, in lower case

  // By name, with or without its schema; names are compared as PostgreSQL folds them. A hole in the name, as of a
  // prefix that a program puts before its tables ({}users), stands for anything if just one table fits. Null: not
  // known.
  const Table *find(llvm::StringRef name) const;
  Table *find(llvm::StringRef name) {
    return const_cast<Table *>(static_cast<const Schema *>(this)->find(name));
  }
  bool isSmall(const Table &table) const;
};

struct SchemaFile {
  std::string path, text;
};

// A statement of the DDL that was left out, and why. Lines and columns start at 1.
struct SchemaProblem {
  std::string path;
  unsigned line = 0, column = 0;
  std::string message;
};

// A table of the engine's own, as large as the schema and not as the data: information_schema, pg_class,
// sqlite_master.
bool isCatalogue(llvm::StringRef table);

// Applies the files one after the other, as a migration would.
Schema readSchema(llvm::ArrayRef<SchemaFile> files, Dialect dialect,
                  std::vector<SchemaProblem> &problems);

// Whether equality on whole keys leaves at most one row of each table of the outer FROM (or one for
// each value that is listed). Of a table that the schema does not have, `id` counts as a key.
bool isBoundByKeys(const Statement &statement, const Schema &schema);

} // namespace scalelint::sql
