// The statements of a DDL file, without what is no SQL in it: data of COPY, commands of the client,
// bodies between DELIMITER lines, the half of a migration that takes it back.
#pragma once

#include "analysis/sql/Lexer.h"
#include "analysis/sql/Schema.h"

namespace scalelint::sql {

struct SchemaText {
  std::string text; // as long as the file; what is no SQL is blank
  std::vector<std::vector<Token>> statements;
  std::vector<size_t> lines; // the first byte of each

  // Why PostgreSQL's parser refuses a statement that defines something, "" when it does not.
  std::string problemOf(const std::vector<Token> &statement, Dialect dialect) const;
  SchemaProblem problemAt(size_t byte, const std::string &path, std::string message) const;
};

SchemaText schemaText(const SchemaFile &file, Dialect dialect, std::vector<SchemaProblem> &problems);

} // namespace scalelint::sql
