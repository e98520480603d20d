// What a project's DDL says of its tables: columns and the keys that no two rows share. Read from dumps
// and migrations in any of the dialects; what is not understood is reported and left out.
#pragma once

#include "analysis/sql/Statement.h"

#include "llvm/ADT/ArrayRef.h"

namespace scalelint::sql {

// A primary key, a unique constraint or a unique index over plain columns of every row.
struct UniqueKey {
  std::string name; // "" where the DDL gives none
  std::vector<std::string> columns;
};

struct Table {
  std::string name;                 // as written, with its schema where that is written
  std::vector<std::string> columns; // in order
  bool allColumns = true;           // false: made by a query or from a table that is not known
  std::vector<UniqueKey> keys;
};

struct Schema {
  Dialect dialect = Dialect::Any;
  std::vector<Table> tables; // in the order of their definitions

  // By name, with or without its schema; names are compared as PostgreSQL folds them. A hole in the name, as of a
  // prefix that a program puts before its tables ({}users), stands for anything if just one table fits. Null: not
  // known.
  const Table *find(llvm::StringRef name) const;
  Table *find(llvm::StringRef name) {
    return const_cast<Table *>(static_cast<const Schema *>(this)->find(name));
  }
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
