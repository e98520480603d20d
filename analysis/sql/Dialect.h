// Brings the spellings of MySQL, SQLite and the placeholder styles of client libraries to
// PostgreSQL's grammar, token by token: no text is matched, only tokens that the lexer told apart.
#pragma once

#include "analysis/sql/Lexer.h"

namespace scalelint::sql {

// The tokens of one statement, and what PostgreSQL's grammar has no place for.
struct Spelled {
  std::vector<Token> tokens;
  bool limited = false; // TOP n, UPDATE … LIMIT n, DELETE … LIMIT n: taken out of the tokens
  std::optional<int64_t> limit; // … its constant
  unsigned limitNumber = 0;     // … or its $n
  bool upsert = false;          // REPLACE, INSERT OR …, ON DUPLICATE KEY
};

// Reorders clauses: INSERT … SET, UPDATE … JOIN, DELETE a FROM …, LIMIT a, b, the LIMIT of UPDATE
// and DELETE.
void reorderClauses(Spelled &statement);
// Replaces words, operators and quotes by PostgreSQL's.
void spell(Spelled &statement, bool mysql);

// For both: how tokens are asked about and made.
bool isWord(const std::vector<Token> &tokens, size_t i, llvm::StringRef word);
bool isSymbol(const std::vector<Token> &tokens, size_t i, llvm::StringRef symbol);
// A token that is not written in the text, at the place of one that is.
Token makeToken(Token::Kind kind, llvm::StringRef text, const Token &at);
// The index after the bracket that closes the one at `i`; the end when there is none.
size_t closing(const std::vector<Token> &tokens, size_t i);
// Takes the operand at `i` for the statement's limit.
void takeLimit(Spelled &statement, const Token &operand);

} // namespace scalelint::sql
