// The public face: tokens, statement by statement, to a tree, to facts.
#include "analysis/sql/Statement.h"

#include "analysis/sql/Analysis.h"
#include "analysis/sql/FirstWords.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using TokenList = std::vector<Token>;

// As written, but for holes, comments and white space.
std::string normalize(const TokenList &tokens, const Flat &flat) {
  std::string out;
  for (const Token &token : tokens) {
    if (token.spaced && !out.empty())
      out += ' ';
    size_t hole = 0;
    for (size_t i = token.begin; i != token.end; ++i) {
      if (flat.text[i] == HoleByte)
        out += "$" + std::to_string(token.holes[hole++]);
      else
        out += flat.text[i];
    }
  }
  return out;
}

Statement parseOne(const TokenList &tokens, const Tokens &text, const Flat &flat) {
  Statement statement;
  statement.normalized = normalize(tokens, flat);
  statement.parameters = text.parameters;
  if (tokens.empty()) {
    statement.error = "no statement";
    return statement;
  }
  Solved solved;
  if (text.error.empty())
    solved = solve(tokens, text.mysql);
  else
    solved.parsed.error = text.error;
  if (solved.parsed.tree && solved.parsed.tree->n_stmts) {
    statement.parsed = true;
    Analyzer(solved, text, flat, statement).run();
    statement.fingerprint = fingerprintOf(solved.text);
    return statement;
  }
  statement.parsed = readFirstWords(tokens, statement);
  statement.openEnded = !statement.parsed;
  if (!statement.parsed)
    statement.error = solved.parsed.error.empty() ? "no statement" : solved.parsed.error;
  return statement;
}

bool hasRows(const Statement &statement) {
  switch (statement.verb) {
  case Verb::Select:
  case Verb::Insert:
  case Verb::Update:
  case Verb::Delete:
  case Verb::Merge:
  case Verb::Copy:
  case Verb::Call:
    return true;
  default:
    return false;
  }
}

} // namespace

Statement parse(const Template &text, Dialect dialect) {
  Flat flat = flatten(text);
  Tokens tokens = tokenize(flat, text, dialect);
  std::vector<TokenList> statements = splitStatements(tokens.list);
  if (statements.size() < 2)
    return parseOne(statements.empty() ? TokenList() : statements[0], tokens, flat);
  std::vector<Statement> parts;
  for (const TokenList &statement : statements)
    parts.push_back(parseOne(statement, tokens, flat));
  auto main = llvm::find_if(parts, hasRows);
  Statement whole = main == parts.end() ? parts.front() : *main;
  whole.tables.clear();
  for (const Statement &part : parts)
    for (const std::string &table : part.tables)
      if (!llvm::is_contained(whole.tables, table))
        whole.tables.push_back(table);
  whole.multiple = true;
  whole.normalized = normalize(tokens.list, flat);
  whole.parts = std::move(parts);
  return whole;
}

Rendered render(const Template &text, Dialect dialect) {
  Flat flat = flatten(text);
  Tokens tokens = tokenize(flat, text, dialect);
  Rendered rendered;
  auto place = [&](uint32_t byte) {
    rendered.piece.push_back(flat.piece[byte]);
    rendered.offset.push_back(flat.offset[byte]);
  };
  for (TokenList &statement : splitStatements(tokens.list)) {
    if (!rendered.text.empty()) {
      rendered.text += "; ";
      place(statement.front().begin);
      place(statement.front().begin);
    }
    Solved solved = solve(std::move(statement), tokens.mysql);
    rendered.text += solved.text;
    for (uint32_t byte : solved.source)
      place(byte);
  }
  return rendered;
}

} // namespace scalelint::sql
