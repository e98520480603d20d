// What keeps a statement from ever running: it does not parse, or names what the schema lacks.
#pragma once

#include "analysis/sql/Schema.h"

namespace scalelint::sql {

struct Flaw {
  enum class Kind : uint8_t { Syntax, Table, Column } kind = Kind::Table;
  std::string name;               // as written; Syntax: what the parser says
  const Table *table = nullptr;   // Column: of which one
  Place at;
};

// Names that the schema lacks, each once, in the order of the text. `known`: further tables, in lower case, as the program
// makes itself. Names with a hole, of a catalogue or of a table whose columns are not all known have no flaw; neither has a
// statement that did not parse: only who knows its dialect can say that it has the flaw `Syntax`.
std::vector<Flaw> flawsOf(const Statement &statement, const Schema &schema, const std::set<std::string> &known);

} // namespace scalelint::sql
