// What stands between the brackets of CREATE TABLE and behind ADD: columns, constraints, indexes.
#pragma once

#include "analysis/sql/Ddl.h"
#include "analysis/sql/Schema.h"
#include "analysis/sql/SchemaText.h"

namespace scalelint::sql {

// A file that is being read.
struct DdlSource {
  const SchemaText &text;
  unsigned file; // in `Schema::files`
  Dialect dialect;

  SchemaPlace placeOf(const Token &token) const;
  std::string textOf(Item item) const; // as it is written
};

class TableDefinition {
public:
  TableDefinition(Table &table, const DdlSource &source) : table(table), source(source) {}

  // A column or a constraint.
  void define(Item item);
  // An index from behind its name: USING method, parts, INCLUDE, WHERE. Left out when it has no list.
  void addIndex(Index index, Item item);

private:
  bool constraint(Item item);
  bool isIndex(Item item) const;
  void column(Item item);
  void reference(std::vector<std::string> columns, Item item, SchemaPlace at);
  void addKey(bool primary, const std::string &name, const std::string &column, SchemaPlace at);
  IndexPart part(Item item) const;

  Table &table;
  const DdlSource &source;
};

} // namespace scalelint::sql
