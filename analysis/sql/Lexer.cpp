#include "analysis/sql/Lexer.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;

bool startsName(char c) {
  return llvm::isAlpha(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80);
}
bool continuesName(char c) { return startsName(c) || llvm::isDigit(c) || c == '$'; }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Longest first, so that the first that fits is the token.
constexpr StringRef Operators[] = {
    "!~~*", "-|-", "<=>", "->>", "#>>", "!~~", "!~*", "~~*", "<->", "<#>", "||/", "||", "::",
    ":=",   "<=",  ">=",  "<>",  "!=",  "==",  "->",  "#>",  "#-",  "@>",  "<@",  "@@", "@?",
    "&&",   "<<",  ">>",  "~*",  "!~",  "~~",  "&<",  "&>",  "|/",  "=>",  "+",   "-",  "*",
    "/",    "<",   ">",   "=",   "~",   "!",   "@",   "#",   "%",   "^",   "&",   "|"};

class Lexer {
public:
  Lexer(StringRef text, Dialect dialect, bool backslashes)
      : text(text), dialect(dialect), backslashes(backslashes) {}

  Tokens run() {
    while (at < text.size())
      step();
    return std::move(tokens);
  }

private:
  StringRef text;
  Dialect dialect;
  bool backslashes; // in strings they escape the next byte
  size_t at = 0;
  bool spaced = false;
  unsigned brackets = 0; // open [ of array subscripts
  Tokens tokens;

  char peek(size_t n = 0) const { return at + n < text.size() ? text[at + n] : '\0'; }
  bool afterOperand() const { return !tokens.list.empty() && endsOperand(tokens.list.back()); }

  Token &add(Kind kind, size_t end, StringRef content) {
    Token token;
    token.kind = kind;
    token.text = content.str();
    token.begin = at;
    token.end = end;
    token.spaced = spaced;
    spaced = false;
    at = end;
    tokens.list.push_back(std::move(token));
    return tokens.list.back();
  }
  Token &add(Kind kind, size_t end) { return add(kind, end, text.slice(at, end)); }

  void step() {
    char c = peek();
    if (isSpace(c)) {
      spaced = true;
      ++at;
      return;
    }
    if (comment())
      return;
    if (c == '\'')
      return string("");
    if (c == '"' || c == '`')
      return quoted(c, c);
    if (c == '[' && bracketedName())
      return quoted('[', ']');
    if (c == '$' && dollarString())
      return;
    if (parameter())
      return;
    if (llvm::isDigit(c) || (c == '.' && llvm::isDigit(peek(1)) && !afterOperand()))
      return number();
    if (c == HoleByte)
      return hole();
    if (startsName(c))
      return word();
    symbol();
  }

  bool comment() {
    if (text.substr(at).starts_with("/*")) {
      size_t depth = 0;
      do {
        StringRef rest = text.substr(at);
        depth += rest.starts_with("/*");
        depth -= rest.starts_with("*/");
        at += rest.starts_with("/*") || rest.starts_with("*/") ? 2 : 1;
      } while (depth && at < text.size());
      spaced = true;
      return true;
    }
    bool line = text.substr(at).starts_with("--");
    // In the other dialects # is an operator, which has a value before it.
    if (peek() == '#')
      line = dialect == Dialect::MySQL ||
             (dialect == Dialect::Any && isSpace(peek(1)) && !afterOperand());
    if (!line)
      return false;
    at = std::min(text.find('\n', at), text.size());
    spaced = true;
    return true;
  }

  void string(StringRef prefix) {
    size_t end = at + 1;
    bool escapes = backslashes || prefix.equals_insensitive("e");
    bool raw = !prefix.empty();
    std::string content;
    for (;; ++end) {
      if (end >= text.size())
        return unterminated("quoted string");
      char c = text[end];
      if (c == '\'' && end + 1 < text.size() && text[end + 1] == '\'') {
        content += raw ? "''" : "'";
        ++end;
        continue;
      }
      if (c == '\'')
        break;
      if (c == '\\' && escapes && end + 1 < text.size()) {
        if (raw)
          content += c;
        c = text[++end];
      }
      content += c;
    }
    add(Kind::String, end + 1, content).prefix = prefix.str();
  }

  void quoted(char open, char close) {
    std::string content;
    size_t end = at + 1;
    for (;; ++end) {
      if (end >= text.size())
        return unterminated("quoted name");
      char c = text[end];
      bool doubled = c == close && open == close && end + 1 < text.size() && text[end + 1] == close;
      if (c == close && !doubled)
        break;
      if (doubled || (c == '\\' && backslashes && open == '"' && end + 1 < text.size()))
        c = text[++end];
      content += c;
    }
    add(Kind::Quoted, end + 1, content).prefix = std::string(1, open);
  }

  void unterminated(StringRef what) {
    tokens.error = ("unterminated " + what).str();
    add(Kind::String, text.size(), text.substr(at + 1));
  }

  // [name], not the subscript of an array or the list of ARRAY[…].
  bool bracketedName() const {
    if (dialect == Dialect::PostgreSQL || dialect == Dialect::MySQL || afterOperand())
      return false;
    if (!tokens.list.empty() && (tokens.list.back().text == "[" || tokens.list.back().text == "]"))
      return false;
    constexpr size_t longestName = 128;
    size_t end = text.take_front(at + longestName).find(']', at);
    if (end == StringRef::npos || end == at + 1 || !(startsName(peek(1)) || peek(1) == HoleByte))
      return false;
    return llvm::all_of(text.slice(at + 1, end),
                        [](char c) { return continuesName(c) || c == ' ' || c == HoleByte; });
  }

  bool dollarString() {
    size_t tagEnd = at + 1;
    while (tagEnd < text.size() &&
           (startsName(text[tagEnd]) || (tagEnd > at + 1 && llvm::isDigit(text[tagEnd]))))
      ++tagEnd;
    if (tagEnd >= text.size() || text[tagEnd] != '$')
      return false;
    StringRef tag = text.slice(at, tagEnd + 1);
    size_t close = text.find(tag, tagEnd + 1);
    if (close == StringRef::npos)
      return false;
    add(Kind::String, close + tag.size(), text.slice(tagEnd + 1, close));
    return true;
  }

  size_t nameEnd(size_t from) const {
    while (from < text.size() &&
           (startsName(text[from]) || llvm::isDigit(text[from]) || text[from] == HoleByte))
      ++from;
    return from;
  }

  bool parameter() {
    char next = peek(1);
    bool named = startsName(next) || next == HoleByte;
    size_t end = 0;
    switch (peek()) {
    case '?':
      if (jsonOperator())
        return true;
      for (end = at + 1; end < text.size() && llvm::isDigit(text[end]);)
        ++end;
      break;
    case ':':
      // In an array subscript a colon separates the bounds.
      if (next == ':' || next == '=' || !(named || llvm::isDigit(next)) || brackets)
        return false;
      end = nameEnd(at + 1);
      break;
    case '@':
      if (next == '@' && startsName(peek(2)) && !afterOperand())
        end = nameEnd(at + 2);
      else if (named)
        end = nameEnd(at + 1);
      break;
    case '$':
      if (named || llvm::isDigit(next))
        end = nameEnd(at + 1);
      break;
    }
    if (!end)
      return false;
    add(Kind::Parameter, end);
    return true;
  }

  // ?, ?| and ?& of jsonb stand between two values, a placeholder never does.
  bool jsonOperator() {
    if (dialect == Dialect::MySQL || dialect == Dialect::SQLite || !afterOperand())
      return false;
    char next = peek(1);
    if ((next == '|' || next == '&') && peek(2) != next) {
      add(Kind::Operator, at + 2);
      return true;
    }
    size_t follows = at + 1;
    while (follows < text.size() && isSpace(text[follows]))
      ++follows;
    if (follows >= text.size())
      return false;
    char c = text[follows];
    if (c != '\'' && c != '$' && c != HoleByte && c != '?')
      return false;
    add(Kind::Operator, at + 1);
    return true;
  }

  void number() {
    size_t end = at;
    bool hex = peek() == '0' && (peek(1) == 'x' || peek(1) == 'X');
    if (hex)
      end += 2;
    while (end < text.size() && (hex ? llvm::isHexDigit(text[end]) : llvm::isDigit(text[end])))
      ++end;
    if (!hex && end < text.size() && text[end] == '.') {
      ++end;
      while (end < text.size() && llvm::isDigit(text[end]))
        ++end;
    }
    if (!hex && end + 1 < text.size() && (text[end] == 'e' || text[end] == 'E')) {
      size_t digits = end + 1 + (text[end + 1] == '-' || text[end + 1] == '+');
      if (digits < text.size() && llvm::isDigit(text[digits]))
        for (end = digits; end < text.size() && llvm::isDigit(text[end]);)
          ++end;
    }
    add(Kind::Number, end);
  }

  // Holes at the start of a token: part of a name when the rest of a name follows at once.
  void hole() {
    size_t end = at;
    while (end < text.size() && text[end] == HoleByte)
      ++end;
    if (end >= text.size() || !continuesName(text[end])) {
      add(Kind::Hole, end);
      return;
    }
    size_t name = end;
    while (name < text.size() && continuesName(text[name]))
      ++name;
    if (isKeyword(text.slice(end, name))) {
      add(Kind::Hole, end);
      return;
    }
    word();
  }

  void word() {
    size_t end = at;
    while (end < text.size()) {
      if (continuesName(text[end])) {
        ++end;
        continue;
      }
      if (text[end] != HoleByte || !glued(text.slice(at, end), end))
        break;
      while (end < text.size() && text[end] == HoleByte)
        ++end;
    }
    StringRef name = text.slice(at, end);
    if (end < text.size() && text[end] == '\'' && name.size() <= 2) {
      constexpr StringRef prefixes[] = {"e", "b", "x", "n"};
      for (StringRef prefix : prefixes)
        if (name.equals_insensitive(prefix)) {
          ++at;
          return string(prefix == "n" ? "" : name);
        }
    }
    add(Kind::Word, end);
  }

  // Whether the hole after `name` is more of that name. At the end of the text it rather is a
  // clause that follows the name: "SELECT … FROM users" + where.
  bool glued(StringRef name, size_t hole) const {
    if (isKeyword(name))
      return false;
    size_t after = hole;
    while (after < text.size() && text[after] == HoleByte)
      ++after;
    if (name.empty() || name.back() == '_' || name.back() == HoleByte)
      return true;
    size_t rest = after;
    while (rest < text.size() && (isSpace(text[rest]) || text[rest] == ';'))
      ++rest;
    return rest < text.size();
  }

  void symbol() {
    StringRef rest = text.substr(at);
    if (StringRef("()[]{},;.").contains(rest[0])) {
      brackets += rest[0] == '[';
      brackets -= rest[0] == ']' && brackets;
      add(Kind::Symbol, at + 1);
      return;
    }
    for (StringRef op : Operators)
      if (rest.starts_with(op)) {
        add(Kind::Operator, at + op.size());
        return;
      }
    add(Kind::Symbol, at + 1);
  }
};

} // namespace

Tokens cut(llvm::StringRef text, Dialect dialect, bool backslashes) {
  return Lexer(text, dialect, backslashes).run();
}

bool endsOperand(const Token &token) {
  switch (token.kind) {
  case Kind::Word:
    return !isStructural(token.text);
  case Kind::Operator:
    return false;
  case Kind::Symbol:
    return token.text == ")" || token.text == "]" || token.text == "}";
  default:
    return true;
  }
}

bool beginsOperand(const Token &token) {
  if (token.kind == Kind::Word)
    return !isStructural(token.text) && !isReserved(token.text);
  if (token.kind == Kind::Symbol || token.kind == Kind::Operator)
    return false;
  return true;
}

} // namespace scalelint::sql
