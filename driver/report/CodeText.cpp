// A lexer that tells apart what layout can touch: comments, white space, literals, brackets. Every
// step consumes at least one byte, so it ends on any input.
#include "driver/report/CodeText.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::report {
namespace {

bool isWord(char c) {
  return llvm::isAlnum(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80);
}

class CodeReader {
public:
  explicit CodeReader(llvm::StringRef code) : rest(code) {}
  std::string read();

private:
  bool skipSpace();
  void word();
  void rawString();
  void quoted(char quote);
  void brace();
  void append(llvm::StringRef token);

  llvm::StringRef rest;
  std::string text;
  bool spaced = false;    // white space or a comment stands before what comes next
  bool afterText = false; // the last token is a string literal, which another one would continue
  unsigned skipped = 0;   // depth of braces within a lambda's body
};

} // namespace

// Comments count as white space.
bool CodeReader::skipSpace() {
  size_t length = 0;
  if (rest.starts_with("//"))
    length = rest.find('\n');
  else if (rest.starts_with("/*"))
    length = std::min(rest.find("*/", 2), rest.size()) + 2;
  else if (rest.starts_with("\\\n"))
    length = 2;
  else if (llvm::isSpace(rest.front()))
    length = 1;
  if (!length)
    return false;
  rest = rest.drop_front(std::min(length, rest.size()));
  spaced = true;
  return true;
}

void CodeReader::append(llvm::StringRef token) {
  if (skipped)
    return;
  if (spaced && !text.empty() && isWord(text.back()) && isWord(token.front()))
    text += ' ';
  text += token;
  spaced = false;
  afterText = false;
}

void CodeReader::word() {
  // A quote between digits belongs to the number: 10'000.
  bool number = llvm::isDigit(rest.front());
  size_t length = 1;
  while (length < rest.size() &&
         (isWord(rest[length]) ||
          (number && rest[length] == '\'' && length + 1 < rest.size() && isWord(rest[length + 1]))))
    ++length;
  llvm::StringRef token = rest.take_front(length);
  rest = rest.drop_front(length);
  bool raw = rest.starts_with("\"") && token.ends_with("R");
  if (raw)
    return rawString();
  append(token);
}

// The text between the quotes, continued where the last token was a literal too.
void CodeReader::quoted(char quote) {
  size_t end = 1;
  while (end < rest.size() && rest[end] != quote && rest[end] != '\n')
    end += rest[end] == '\\' ? 2 : 1;
  end = std::min(end, rest.size());
  llvm::StringRef inside = rest.slice(1, end);
  rest = rest.drop_front(std::min(end + 1, rest.size()));
  if (skipped)
    return;
  if (quote == '"' && afterText)
    text.pop_back();
  else
    text += quote;
  for (char c : inside)
    if (!llvm::isSpace(c))
      text += c;
    else if (text.back() != ' ')
      text += ' ';
  text += quote;
  spaced = false;
  afterText = quote == '"';
}

// R"mark(…)mark": read as if it were a plain literal.
void CodeReader::rawString() {
  auto [mark, contents] = rest.drop_front().split('(');
  std::string close = (")" + mark + "\"").str();
  size_t length = std::min(contents.find(close), contents.size());
  llvm::StringRef after = contents.drop_front(std::min(length + close.size(), contents.size()));
  std::string plain = "\"";
  for (char c : contents.take_front(length))
    plain += c == '\n' ? ' ' : c == '"' || c == '\\' ? '\'' : c;
  plain += '"';
  rest = plain;
  quoted('"');
  rest = after;
}

// A brace behind the captures or parameters opens the body of a lambda.
void CodeReader::brace() {
  bool opens = rest.front() == '{';
  bool isBody =
      opens && !text.empty() &&
      (text.back() == ')' || text.back() == ']' || llvm::StringRef(text).ends_with("mutable"));
  if (opens && (skipped || isBody)) {
    if (!skipped)
      append("{");
    ++skipped;
  } else if (skipped) {
    --skipped;
    if (!skipped)
      append("}");
  } else {
    append(rest.take_front(1));
  }
  rest = rest.drop_front();
}

std::string CodeReader::read() {
  while (!rest.empty()) {
    char c = rest.front();
    if (skipSpace())
      continue;
    if (isWord(c))
      word();
    else if (c == '"' || c == '\'')
      quoted(c);
    else if (c == '{' || c == '}')
      brace();
    else {
      append(rest.take_front(1));
      rest = rest.drop_front();
    }
  }
  return std::move(text);
}

std::string codeText(llvm::StringRef code) { return CodeReader(code).read(); }

} // namespace scalelint::report
