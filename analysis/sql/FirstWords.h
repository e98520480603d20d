// What the first words of a statement say, for one that PostgreSQL's grammar does not cover.
#pragma once

#include "analysis/sql/Lexer.h"

namespace scalelint::sql {

// Fills `verb`, `tables` and `target`. True when that is all that is told of such a statement, as
// of PRAGMA, SHOW or CREATE TABLE: it counts as parsed.
bool readFirstWords(const std::vector<Token> &tokens, Statement &statement);

} // namespace scalelint::sql
