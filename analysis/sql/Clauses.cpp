// Clauses that other dialects have in another order, or that PostgreSQL has not.
#include "analysis/sql/Dialect.h"

#include "analysis/sql/Keywords.h"

namespace scalelint::sql {

using llvm::StringRef;
using Kind = Token::Kind;
using TokenList = std::vector<Token>;

bool isWord(const TokenList &tokens, size_t i, StringRef word) {
  return i < tokens.size() && tokens[i].kind == Kind::Word &&
         word.equals_insensitive(tokens[i].text);
}

bool isSymbol(const TokenList &tokens, size_t i, StringRef symbol) {
  return i < tokens.size() && tokens[i].kind == Kind::Symbol && tokens[i].text == symbol;
}

Token makeToken(Kind kind, StringRef text, const Token &at) {
  Token token;
  token.kind = kind;
  token.text = text.str();
  token.begin = at.begin;
  token.end = at.begin;
  token.spaced = true;
  return token;
}

size_t closing(const TokenList &tokens, size_t i) {
  size_t depth = 0;
  for (; i < tokens.size(); ++i) {
    depth += isSymbol(tokens, i, "(");
    if (isSymbol(tokens, i, ")") && --depth == 0)
      return i + 1;
  }
  return tokens.size();
}

void takeLimit(Spelled &statement, const Token &operand) {
  statement.limited = true;
  int64_t constant;
  if (operand.kind == Kind::Number && !StringRef(operand.text).getAsInteger(10, constant))
    statement.limit = constant;
  if (operand.kind == Kind::Parameter)
    statement.limitNumber = operand.number;
  if (operand.kind == Kind::Hole)
    statement.limitNumber = operand.holes.front();
}

namespace {

bool isAnyWord(const TokenList &tokens, size_t i, std::initializer_list<StringRef> words) {
  for (StringRef word : words)
    if (isWord(tokens, i, word))
      return true;
  return false;
}

// The first of the words outside of brackets, from `i` on.
size_t findWord(const TokenList &tokens, size_t i, std::initializer_list<StringRef> words) {
  for (; i < tokens.size(); ++i) {
    if (isSymbol(tokens, i, "(")) {
      i = closing(tokens, i) - 1;
      continue;
    }
    if (isAnyWord(tokens, i, words))
      return i;
  }
  return tokens.size();
}

// The end of an expression that a comma, a clause or a closing bracket ends.
size_t expressionEnd(const TokenList &tokens, size_t i) {
  for (; i < tokens.size(); ++i) {
    if (isSymbol(tokens, i, "(")) {
      i = closing(tokens, i) - 1;
      continue;
    }
    if (isSymbol(tokens, i, ",") || isSymbol(tokens, i, ")") || isSymbol(tokens, i, ";"))
      return i;
    if (tokens[i].kind == Kind::Word && isStructural(tokens[i].text))
      return i;
  }
  return i;
}

// The end of a name with dots: a, a.b, `a`.`b`, {}.b
size_t nameEnd(const TokenList &tokens, size_t i) {
  ++i;
  while (isSymbol(tokens, i, ".") && i + 1 < tokens.size())
    i += 2;
  return std::min(i, tokens.size());
}

void append(TokenList &to, const TokenList &from, size_t begin, size_t end) {
  end = std::min(end, from.size());
  if (begin < end)
    to.insert(to.end(), from.begin() + begin, from.begin() + end);
}

void insert(TokenList &tokens, size_t i, StringRef word) {
  const Token &at = tokens[std::min(i, tokens.size() - 1)];
  tokens.insert(tokens.begin() + i, makeToken(Kind::Word, word, at));
}

// The word that says what the statement does; the end when it is none that this file reorders.
size_t verbOf(const TokenList &tokens) {
  size_t verb = findWord(tokens, 0, {"SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE"});
  bool first = verb == 0 || isAnyWord(tokens, 0, {"WITH", "EXPLAIN", "PREPARE"}) ||
               (verb == 1 && tokens[0].kind == Kind::Hole);
  return first ? verb : tokens.size();
}

void dropModifiers(Spelled &statement, size_t verb) {
  TokenList &tokens = statement.tokens;
  size_t end = verb + 1;
  for (;; ++end) {
    if (isWord(tokens, end, "OR")) {
      statement.upsert |= isAnyWord(tokens, end + 1, {"REPLACE", "IGNORE"});
      ++end;
      continue;
    }
    if (isWord(tokens, end, "IGNORE"))
      statement.upsert |= isWord(tokens, verb, "INSERT");
    if (!isAnyWord(tokens, end, {"LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE"}))
      break;
  }
  end = std::min(end, tokens.size());
  tokens.erase(tokens.begin() + verb + 1, tokens.begin() + end);
}

// INSERT INTO t SET a = 1, b = 2  →  INSERT INTO t (a, b) VALUES (1, 2)
void spreadSet(TokenList &tokens, size_t set) {
  const Token at = tokens[set];
  TokenList columns, values;
  size_t i = set + 1;
  for (;;) {
    size_t equals = i;
    while (equals < tokens.size() && tokens[equals].text != "=")
      ++equals;
    size_t end = expressionEnd(tokens, equals + 1);
    append(columns, tokens, i, equals);
    append(values, tokens, equals + 1, end);
    i = end;
    if (!isSymbol(tokens, i, ","))
      break;
    columns.push_back(tokens[i]);
    values.push_back(tokens[i]);
    ++i;
  }
  TokenList out(tokens.begin(), tokens.begin() + set);
  out.push_back(makeToken(Kind::Symbol, "(", at));
  append(out, columns, 0, columns.size());
  out.push_back(makeToken(Kind::Symbol, ")", at));
  out.push_back(makeToken(Kind::Word, "VALUES", at));
  out.push_back(makeToken(Kind::Symbol, "(", at));
  append(out, values, 0, values.size());
  out.push_back(makeToken(Kind::Symbol, ")", at));
  append(out, tokens, i, tokens.size());
  tokens = std::move(out);
}

void reorderInsert(TokenList &tokens, size_t verb) {
  if (!isWord(tokens, verb + 1, "INTO") && verb + 1 < tokens.size())
    insert(tokens, verb + 1, "INTO");
  size_t after = nameEnd(tokens, verb + 2);
  if (isWord(tokens, after, "SET"))
    return spreadSet(tokens, after);
  size_t list = after;
  if (isSymbol(tokens, after, "("))
    after = closing(tokens, after);
  if (isWord(tokens, after, "VALUE"))
    tokens[after].text = "VALUES";
  // t () VALUES ()
  bool empty = isSymbol(tokens, list + 1, ")") && isWord(tokens, after, "VALUES") &&
               isSymbol(tokens, after + 2, ")");
  if (!empty)
    return;
  tokens.erase(tokens.begin() + after + 1, tokens.begin() + after + 3);
  tokens.erase(tokens.begin() + list, tokens.begin() + list + 2);
  insert(tokens, list, "DEFAULT");
}

// UPDATE a JOIN b ON … SET a.x = b.x WHERE …  →  UPDATE a SET a.x = b.x FROM a JOIN b ON … WHERE …
void reorderUpdate(TokenList &tokens, size_t verb) {
  size_t set = findWord(tokens, verb + 1, {"SET"});
  size_t join = findWord(tokens, verb + 1, {"JOIN", "STRAIGHT_JOIN"});
  bool several = join < set;
  for (size_t i = verb + 1; i < set && set < tokens.size(); ++i)
    several |= isSymbol(tokens, i, ",");
  if (set >= tokens.size() || !several)
    return;
  size_t end = findWord(tokens, set, {"WHERE", "ORDER", "LIMIT", "RETURNING"});
  TokenList out;
  append(out, tokens, 0, nameEnd(tokens, verb + 1));
  append(out, tokens, set, end);
  out.push_back(makeToken(Kind::Word, "FROM", tokens[verb]));
  append(out, tokens, verb + 1, set);
  append(out, tokens, end, tokens.size());
  tokens = std::move(out);
}

// DELETE a, b FROM a JOIN b …  →  DELETE FROM a USING a JOIN b …
void reorderDelete(TokenList &tokens, size_t verb) {
  size_t from = findWord(tokens, verb + 1, {"FROM"});
  if (from == verb + 1) {
    size_t name = nameEnd(tokens, from + 1);
    size_t usingClause = findWord(tokens, from, {"USING"});
    if (isSymbol(tokens, name, ",") && usingClause < tokens.size())
      tokens.erase(tokens.begin() + name, tokens.begin() + usingClause);
    return;
  }
  if (verb + 1 >= tokens.size() || tokens[verb + 1].kind == Kind::Hole)
    return;
  if (from >= tokens.size()) {
    insert(tokens, verb + 1, "FROM");
    return;
  }
  TokenList out;
  append(out, tokens, 0, verb + 1);
  out.push_back(makeToken(Kind::Word, "FROM", tokens[verb]));
  size_t end = nameEnd(tokens, verb + 1);
  if (end >= 2 && tokens[end - 1].text == "*") // a.*
    end -= 2;
  append(out, tokens, verb + 1, end);
  out.push_back(makeToken(Kind::Word, "USING", tokens[from]));
  append(out, tokens, from + 1, tokens.size());
  tokens = std::move(out);
}

// UPDATE … ORDER BY … LIMIT n: PostgreSQL has none, so it is taken out and remembered.
void cutLimit(Spelled &statement, size_t verb) {
  TokenList &tokens = statement.tokens;
  size_t order = findWord(tokens, verb, {"ORDER"});
  size_t limit = findWord(tokens, verb, {"LIMIT"});
  size_t begin = std::min(order, limit);
  if (begin >= tokens.size())
    return;
  if (limit + 1 < tokens.size())
    takeLimit(statement, tokens[limit + 1]);
  size_t end = findWord(tokens, begin, {"RETURNING"});
  tokens.erase(tokens.begin() + begin, tokens.begin() + end);
}

// LIMIT a, b  →  LIMIT b OFFSET a
void splitLimits(TokenList &tokens) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!isWord(tokens, i, "LIMIT"))
      continue;
    size_t comma = expressionEnd(tokens, i + 1);
    if (!isSymbol(tokens, comma, ","))
      continue;
    size_t end = expressionEnd(tokens, comma + 1);
    TokenList swapped;
    append(swapped, tokens, comma + 1, end);
    swapped.push_back(makeToken(Kind::Word, "OFFSET", tokens[comma]));
    append(swapped, tokens, i + 1, comma);
    std::move(swapped.begin(), swapped.end(), tokens.begin() + i + 1);
  }
}

} // namespace

void reorderClauses(Spelled &statement) {
  TokenList &tokens = statement.tokens;
  splitLimits(tokens);
  size_t verb = verbOf(tokens);
  if (verb >= tokens.size() || isWord(tokens, verb, "SELECT"))
    return;
  if (isWord(tokens, verb, "REPLACE")) {
    tokens[verb].text = "INSERT";
    statement.upsert = true;
  }
  dropModifiers(statement, verb);
  if (isWord(tokens, verb, "INSERT"))
    return reorderInsert(tokens, verb);
  if (isWord(tokens, verb, "UPDATE"))
    reorderUpdate(tokens, verb);
  if (isWord(tokens, verb, "DELETE"))
    reorderDelete(tokens, verb);
  cutLimit(statement, verb);
}

} // namespace scalelint::sql
