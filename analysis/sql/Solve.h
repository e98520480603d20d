// From the tokens of one statement to its parse tree: spelled in PostgreSQL's grammar, the holes
// tried in the roles that their neighbours suggest.
#pragma once

#include "analysis/sql/Dialect.h"
#include "analysis/sql/Holes.h"
#include "analysis/sql/ParseTree.h"

namespace scalelint::sql {

struct Solved {
  Spelled spelled;
  std::vector<HoleChoice> choices;
  std::string text;             // what the parser read
  std::vector<uint32_t> source; // of each byte of `text`: its byte in the flat text
  std::vector<uint32_t> starts; // of each token: its first byte in `text`
  ParseTree parsed;

  const Token *tokenAt(int byte) const; // the token that a node's location points at
};
Solved solve(std::vector<Token> tokens, bool mysql);

// The statements of a text: cut at semicolons, except inside of a CREATE that has a body.
std::vector<std::vector<Token>> splitStatements(const std::vector<Token> &tokens);

} // namespace scalelint::sql
