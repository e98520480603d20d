// Cuts an SQL text into tokens, in any of the dialects: strings, comments, quoted names, numbers,
// placeholders and holes are told apart here and nowhere else.
#pragma once

#include "analysis/sql/Statement.h"

namespace scalelint::sql {

// Stands for a hole in a token's text: no SQL text holds this byte.
inline constexpr char HoleByte = '\x01';

// The template as one text, a HoleByte for every hole.
struct Flat {
  std::string text;
  std::vector<uint32_t> piece, offset; // of each byte of `text`
};
Flat flatten(const Template &text);

struct Token {
  enum class Kind : uint8_t {
    Word,   // keyword or unquoted name; may have holes in it: prefix_{}
    Quoted, // "name", `name`, [name]: `text` is what is inside
    String, // 'text', $$text$$: `text` is what is inside
    Number,
    Parameter, // ?, $1, :name, @name: `text` is its spelling
    Hole,      // one or several holes next to each other and nothing else
    Operator,
    Symbol, // ( ) [ ] { } , ; . :
  };
  Kind kind = Kind::Symbol;
  std::string text;
  std::string prefix;          // String: E, B, X, U& as written. Quoted: the opening quote
  uint32_t begin = 0, end = 0; // in the flat text
  bool spaced = false;         // white space or a comment stands before it
  bool repeated = false;       // one of its holes is repeated
  std::vector<uint32_t> holes; // the numbers of its holes: the n of $n
  unsigned number = 0;         // Parameter: the n of $n
};

struct Tokens {
  std::vector<Token> list;
  std::string error;       // an unterminated string or name
  unsigned parameters = 0; // how many different placeholders the text has
  std::vector<uint32_t>
      holePiece;      // by number: the piece of the hole, ~0 for a placeholder; [0] is unused
  bool mysql = false; // the dialect is MySQL, as told or as it looks
};
// The tokens of a flat text, without numbers. `backslashes`: in strings they escape the next byte.
Tokens cut(llvm::StringRef text, Dialect dialect, bool backslashes);
// The tokens of the template, numbered.
Tokens tokenize(const Flat &flat, const Template &text, Dialect dialect);

// Whether a value or a name ends with this token, so that a binary operator may follow.
bool endsOperand(const Token &token);
// Whether a value or a name may begin with this token.
bool beginsOperand(const Token &token);

} // namespace scalelint::sql
