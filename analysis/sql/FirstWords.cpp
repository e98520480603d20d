#include "analysis/sql/FirstWords.h"

#include "analysis/sql/Dialect.h"
#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;
using TokenList = std::vector<Token>;

struct FirstWord {
  StringRef word;
  Verb verb;
  bool complete = false; // the verb is all there is to know
};
// clang-format off
constexpr FirstWord FirstWords[] = {
    {"SELECT", Verb::Select}, {"VALUES", Verb::Select}, {"INSERT", Verb::Insert},
    {"REPLACE", Verb::Insert}, {"UPSERT", Verb::Insert}, {"UPDATE", Verb::Update},
    {"DELETE", Verb::Delete}, {"MERGE", Verb::Merge}, {"COPY", Verb::Copy}, {"LOAD", Verb::Copy},
    {"BEGIN", Verb::Begin, true}, {"START", Verb::Begin, true}, {"COMMIT", Verb::Commit, true},
    {"END", Verb::Commit, true}, {"ROLLBACK", Verb::Rollback, true},
    {"ABORT", Verb::Rollback, true}, {"SAVEPOINT", Verb::Savepoint, true},
    {"RELEASE", Verb::Savepoint, true}, {"SET", Verb::Set, true}, {"RESET", Verb::Set, true},
    {"CREATE", Verb::Ddl}, {"ALTER", Verb::Ddl}, {"DROP", Verb::Ddl}, {"TRUNCATE", Verb::Ddl},
    {"RENAME", Verb::Ddl}, {"GRANT", Verb::Ddl}, {"REVOKE", Verb::Ddl}, {"CALL", Verb::Call},
    {"EXEC", Verb::Call, true}, {"EXECUTE", Verb::Other}, {"PRAGMA", Verb::Other, true},
    {"SHOW", Verb::Other, true}, {"DESCRIBE", Verb::Other, true}, {"DESC", Verb::Other, true},
    {"USE", Verb::Other, true}, {"EXPLAIN", Verb::Other}, {"ATTACH", Verb::Other, true},
    {"DETACH", Verb::Other, true}, {"VACUUM", Verb::Other, true}, {"ANALYZE", Verb::Other, true},
    {"OPTIMIZE", Verb::Other, true}, {"REINDEX", Verb::Ddl, true}, {"FLUSH", Verb::Other, true},
    {"KILL", Verb::Other, true}, {"LOCK", Verb::Other, true}, {"UNLOCK", Verb::Other, true},
    {"DELIMITER", Verb::Other, true}, {"XA", Verb::Other, true}, {"CHECK", Verb::Other, true},
    {"REPAIR", Verb::Other, true}, {"PREPARE", Verb::Other}, {"DEALLOCATE", Verb::Other, true}};
// clang-format on

const FirstWord *find(const Token &token) {
  if (token.kind != Kind::Word)
    return nullptr;
  const FirstWord *word = llvm::find_if(
      FirstWords, [&](const FirstWord &f) { return f.word.equals_insensitive(token.text); });
  return word == std::end(FirstWords) ? nullptr : word;
}

std::string display(const Token &token) {
  std::string out;
  for (char c : token.text)
    out += c == HoleByte ? std::string("{}") : std::string(1, c);
  return out;
}

// The dotted name at `i`; "" when there is none.
std::string nameAt(const TokenList &tokens, size_t i) {
  std::string name;
  for (; i < tokens.size(); i += 2) {
    const Token &token = tokens[i];
    bool word = token.kind == Kind::Word && (!name.empty() || !isStructural(token.text));
    if (!word && token.kind != Kind::Quoted && token.kind != Kind::Hole)
      break;
    name += (name.empty() ? "" : ".") + display(token);
    if (!isSymbol(tokens, i + 1, "."))
      break;
  }
  return name;
}

// After WITH the verb stands behind the bracketed queries.
size_t verbIndex(const TokenList &tokens) {
  size_t i = 0;
  while (i < tokens.size() &&
         (isSymbol(tokens, i, "(") || isSymbol(tokens, i, "{") || tokens[i].kind == Kind::Hole))
    ++i;
  if (!isWord(tokens, i, "WITH"))
    return i;
  while (i < tokens.size()) {
    if (isSymbol(tokens, i, "("))
      i = closing(tokens, i);
    else if (isWord(tokens, i, "SELECT") || isWord(tokens, i, "INSERT") ||
             isWord(tokens, i, "UPDATE") || isWord(tokens, i, "DELETE"))
      return i;
    else
      ++i;
  }
  return i;
}

// Whether a name after the word is a table. FROM and JOIN also stand in brackets of functions:
// extract(year FROM d), where it is a column.
bool precedesTable(const TokenList &tokens, size_t i, size_t verb, const std::vector<bool> &query) {
  if (find(tokens[verb])->verb == Verb::Ddl)
    return isWord(tokens, i, "TABLE") || isWord(tokens, i, "ON") || isWord(tokens, i, "TRUNCATE");
  if (isWord(tokens, i, "FROM") || isWord(tokens, i, "JOIN"))
    return query.back();
  if (isWord(tokens, i, "INTO") || isWord(tokens, i, "TABLE") || isWord(tokens, i, "REPLACE"))
    return query.size() == 1;
  return i == verb && (isWord(tokens, i, "UPDATE") || isWord(tokens, i, "TRUNCATE"));
}

} // namespace

bool readFirstWords(const TokenList &tokens, Statement &statement) {
  size_t verb = verbIndex(tokens);
  const FirstWord *first = verb < tokens.size() ? find(tokens[verb]) : nullptr;
  if (!first)
    return false;
  statement.verb = first->verb;
  if (first->complete)
    return true;
  std::vector<bool> query{true}; // of each open bracket: is it a query's
  for (size_t i = 0; i != tokens.size(); ++i) {
    if (isSymbol(tokens, i, "("))
      query.push_back(isWord(tokens, i + 1, "SELECT"));
    if (isSymbol(tokens, i, ")") && query.size() > 1)
      query.pop_back();
    if (!precedesTable(tokens, i, verb, query))
      continue;
    size_t name = i + 1;
    while (isWord(tokens, name, "IF") || isWord(tokens, name, "NOT") ||
           isWord(tokens, name, "EXISTS") || isWord(tokens, name, "ONLY") ||
           isWord(tokens, name, "IGNORE") || isWord(tokens, name, "TABLE"))
      ++name;
    std::string table = nameAt(tokens, name);
    if (statement.verb == Verb::Ddl && !statement.tables.empty())
      break; // of what is defined, the rest speaks of other tables
    if (!table.empty() && !isSymbol(tokens, name + 1, "(") &&
        !llvm::is_contained(statement.tables, table))
      statement.tables.push_back(table);
    else if (!table.empty() && isSymbol(tokens, name + 1, "(") && statement.verb != Verb::Select &&
             statement.tables.empty()) // CREATE TABLE t (, INSERT INTO t (
      statement.tables.push_back(table);
  }
  bool writes = statement.verb == Verb::Insert || statement.verb == Verb::Update ||
                statement.verb == Verb::Delete || statement.verb == Verb::Merge ||
                statement.verb == Verb::Ddl || statement.verb == Verb::Copy;
  if (writes && !statement.tables.empty())
    statement.target = statement.tables.front();
  // Types and options differ in every dialect, but of DDL and LOAD no more than the table is told.
  return statement.verb == Verb::Ddl || statement.verb == Verb::Copy;
}

} // namespace scalelint::sql
