#include "analysis/sql/SchemaText.h"

#include "analysis/sql/Dialect.h"
#include "analysis/sql/ParseTree.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using TokenList = std::vector<Token>;

// No schema is larger; a dump with its data may be.
constexpr size_t LargestFile = 32u << 20;

// Blanks out lines, so that places in the rest stay what they are.
class Blanking {
public:
  explicit Blanking(std::string &text) : text(text) {}

  void run() {
    for (size_t begin = 0; begin < text.size();) {
      size_t end = std::min(text.find('\n', begin), text.size());
      if (!isSql(StringRef(text).slice(begin, end).trim()))
        std::fill(text.begin() + begin, text.begin() + end, ' ');
      begin = end + 1;
    }
  }

private:
  std::string &text;
  bool data = false, body = false, down = false;

  bool isSql(StringRef line) {
    if (data) {
      data = line != "\\.";
      return false;
    }
    if (line.starts_with_insensitive("DELIMITER ")) {
      body = line.drop_front(10).trim() != ";";
      return false;
    }
    direction(line);
    if (line.starts_with_insensitive("COPY ") && line.contains_insensitive(" FROM stdin")) {
      data = true;
      return false;
    }
    return !body && !down && !line.starts_with("\\") && !line.starts_with(".");
  }

  // `-- +tool Down`, `-- tool:down`: from here on the migration is taken back.
  void direction(StringRef line) {
    if (!line.consume_front("--"))
      return;
    line = line.trim();
    bool two = line.count(' ') <= 1 && (line.contains(':') || line.starts_with("+"));
    if (two && line.ends_with_insensitive("down"))
      down = true;
    if (two && line.ends_with_insensitive("up"))
      down = false;
  }
};

// Cut at semicolons, except between the BEGIN and END of a routine's body.
std::vector<TokenList> cutStatements(const TokenList &tokens) {
  std::vector<TokenList> statements(1);
  bool routine = false;
  size_t depth = 0;
  for (size_t i = 0; i != tokens.size(); ++i) {
    if (isSymbol(tokens, i, ";") && depth == 0) {
      if (!statements.back().empty())
        statements.emplace_back();
      routine = false;
      continue;
    }
    TokenList &current = statements.back();
    current.push_back(tokens[i]);
    routine |= isWord(current, 0, "CREATE") && (isWord(tokens, i, "TRIGGER") || isWord(tokens, i, "PROCEDURE") ||
                                                isWord(tokens, i, "FUNCTION") || isWord(tokens, i, "EVENT"));
    if (!routine)
      continue;
    depth += isWord(tokens, i, "BEGIN") || (isWord(tokens, i, "CASE") && !isWord(tokens, i - 1, "END"));
    bool ofLoop = isWord(tokens, i + 1, "IF") || isWord(tokens, i + 1, "LOOP") || isWord(tokens, i + 1, "WHILE") ||
                  isWord(tokens, i + 1, "REPEAT");
    depth -= isWord(tokens, i, "END") && !ofLoop && depth;
  }
  if (statements.back().empty())
    statements.pop_back();
  return statements;
}

} // namespace

SchemaProblem SchemaText::problemAt(size_t byte, const std::string &path, std::string message) const {
  size_t line = std::upper_bound(lines.begin(), lines.end(), byte) - lines.begin();
  return {path, static_cast<unsigned>(line), static_cast<unsigned>(byte - lines[line - 1] + 1), std::move(message)};
}

std::string SchemaText::problemOf(const TokenList &statement, Dialect dialect) const {
  bool defines = isWord(statement, 0, "CREATE") || isWord(statement, 0, "ALTER");
  if (dialect != Dialect::PostgreSQL || !defines)
    return "";
  return parseTree(text.substr(statement.front().begin, statement.back().end - statement.front().begin)).error;
}

SchemaText schemaText(const SchemaFile &file, Dialect dialect, std::vector<SchemaProblem> &problems) {
  SchemaText result;
  result.text = file.text;
  if (file.text.size() > LargestFile) {
    problems.push_back({file.path, 1, 1, "larger than 32 MB; give the schema without its data"});
    return result;
  }
  // Bytes that the lexer or the parser keep for themselves.
  for (char &c : result.text)
    if (c == HoleByte || c == '\0')
      c = ' ';
  Blanking(result.text).run();
  result.lines.push_back(0);
  for (size_t byte = 0; byte < result.text.size(); ++byte)
    if (result.text[byte] == '\n')
      result.lines.push_back(byte + 1);
  Template whole = {{result.text, false, false}};
  Tokens tokens = tokenize(flatten(whole), whole, dialect);
  if (!tokens.error.empty())
    problems.push_back(result.problemAt(tokens.list.empty() ? 0 : tokens.list.back().begin, file.path, tokens.error));
  result.statements = cutStatements(tokens.list);
  return result;
}

} // namespace scalelint::sql
