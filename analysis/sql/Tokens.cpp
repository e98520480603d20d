// From a template to numbered tokens: which dialect it is, and which $n each hole and placeholder
// gets.
#include "analysis/sql/Lexer.h"

#include "llvm/ADT/StringMap.h"

#include <algorithm>

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;

// Words and spellings that only MySQL has.
bool looksLikeMySQL(const std::vector<Token> &tokens) {
  auto word = [&](size_t i, StringRef w) {
    return i < tokens.size() && tokens[i].kind == Kind::Word &&
           w.equals_insensitive(tokens[i].text);
  };
  for (size_t i = 0; i != tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (token.kind == Kind::Quoted && token.prefix == "`")
      return true;
    if (token.kind == Kind::Operator && token.text == "<=>")
      return true;
    if (token.kind != Kind::Word)
      continue;
    if (word(i, "STRAIGHT_JOIN") || word(i, "SQL_CALC_FOUND_ROWS") || word(i, "SQL_NO_CACHE") ||
        (word(i, "DUPLICATE") && word(i + 1, "KEY")) ||
        (word(i, "INSERT") && word(i + 1, "IGNORE")))
      return true;
  }
  return false;
}

// Placeholders and holes get their numbers in order of appearance, above the explicit ones.
void number(Tokens &tokens, const Flat &flat, const Template &text) {
  unsigned last = 0;
  llvm::StringMap<unsigned> known;
  auto explicitNumber = [](const Token &token) {
    unsigned n = 0;
    bool numbered = token.kind == Kind::Parameter && (token.text[0] == '$' || token.text[0] == '?');
    if (!numbered || StringRef(token.text).drop_front().getAsInteger(10, n) || n > 65535)
      n = 0;
    return n;
  };
  for (const Token &token : tokens.list)
    last = std::max(last, explicitNumber(token));
  for (Token &token : tokens.list) {
    for (size_t i = token.begin; i != token.end; ++i)
      if (flat.text[i] == HoleByte) {
        token.holes.push_back(++last);
        token.repeated |= text[flat.piece[i]].repeated;
        tokens.holePiece.resize(last + 1, ~0u);
        tokens.holePiece[last] = flat.piece[i];
      }
    if (token.kind != Kind::Parameter)
      continue;
    if (!token.holes.empty()) { // "$" + n: the hole is the placeholder's name
      token.number = token.holes.front();
      ++tokens.parameters;
      continue;
    }
    token.number = explicitNumber(token);
    if (!token.number)
      token.number = token.text == "?" ? ++last : known.lookup(token.text);
    if (!token.number)
      token.number = ++last;
    if (token.text == "?" || known.try_emplace(token.text, token.number).second)
      ++tokens.parameters;
  }
  tokens.holePiece.resize(std::max<size_t>(tokens.holePiece.size(), last + 1), ~0u);
}

} // namespace

Flat flatten(const Template &text) {
  Flat flat;
  for (uint32_t piece = 0; piece != text.size(); ++piece) {
    if (text[piece].hole && text[piece].apart) {
      flat.text += ' ';
      flat.piece.push_back(piece);
      flat.offset.push_back(0);
    }
    size_t size = text[piece].hole ? 1 : text[piece].text.size();
    for (uint32_t offset = 0; offset != size; ++offset) {
      char c = text[piece].hole ? HoleByte : text[piece].text[offset];
      flat.text += (c == '\0' || (c == HoleByte && !text[piece].hole)) ? ' ' : c;
      flat.piece.push_back(piece);
      flat.offset.push_back(offset);
    }
  }
  return flat;
}

Tokens tokenize(const Flat &flat, const Template &text, Dialect dialect) {
  Tokens tokens = cut(flat.text, dialect, dialect == Dialect::MySQL);
  tokens.mysql =
      dialect == Dialect::MySQL || (dialect == Dialect::Any && looksLikeMySQL(tokens.list));
  if (dialect == Dialect::Any && StringRef(flat.text).contains('\\') &&
      (tokens.mysql || !tokens.error.empty())) {
    Tokens again = cut(flat.text, dialect, true);
    again.mysql = tokens.mysql || again.error.empty();
    if (again.error.empty())
      tokens = std::move(again);
  }
  number(tokens, flat, text);
  return tokens;
}

} // namespace scalelint::sql
