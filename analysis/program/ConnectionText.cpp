// A connection string is flattened, a hole is one byte that no text has. A key counts where a word begins
// and `=` (in SQL also TO) follows. A hole counts as a place where the key may stand, unless it is the
// value of another key or a part of a URI before its query:
//
//   "host=" + host + " connect_timeout=5"      the hole is a value
//   defaults + " host=db"                      the hole may be anything
#include "analysis/program/ConnectionText.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::program {

static constexpr char Hole = '\x01';

static bool isWord(char c) { return llvm::isAlnum(c) || c == '_' || c == Hole; }

static std::string flat(const sql::Template &text) {
  std::string result;
  for (const sql::Piece &piece : text)
    if (piece.hole)
      result += Hole;
    else
      result += piece.text;
  if (result.find("://") == std::string::npos)
    return result;
  // In a URI `=` of an embedded option is written %3D.
  std::string decoded;
  for (size_t i = 0; i < result.size(); ++i) {
    unsigned code = 0;
    if (result[i] == '%' && i + 2 < result.size() && !llvm::StringRef(result).substr(i + 1, 2).getAsInteger(16, code)) {
      decoded += static_cast<char>(code);
      i += 2;
    } else {
      decoded += result[i];
    }
  }
  return decoded;
}

static bool isValueHole(llvm::StringRef text, size_t at) {
  size_t word = text.find_last_of(" \t\n?&;", at);
  llvm::StringRef before = text.slice(word == llvm::StringRef::npos ? 0 : word + 1, at);
  if (before.contains('='))
    return true;
  return before.contains("://") && !isWord(before.back());
}

// Nanoseconds of `5s`, `250`, `0`; nothing for what is not a number.
static std::optional<int64_t> measured(llvm::StringRef text, model::Unit unit) {
  int64_t number = 0;
  if (text.consumeInteger(10, number))
    return std::nullopt;
  if (number <= 0)
    return number;
  text = text.trim();
  int64_t factor = 0;
  if (text == "us")
    factor = 1'000;
  else if (text == "ms" || (text.empty() && unit == model::Unit::Milliseconds))
    factor = 1'000'000;
  else if (text == "s" || (text.empty() && unit == model::Unit::Seconds))
    factor = 1'000'000'000;
  else if (text == "min" || (text.empty() && unit == model::Unit::Minutes))
    factor = 60'000'000'000;
  else if (text == "h")
    factor = 3'600'000'000'000;
  int64_t result = 0;
  if (!factor || __builtin_mul_overflow(number, factor, &result))
    return std::nullopt;
  return result;
}

static std::optional<int64_t> valueBehind(llvm::StringRef rest, model::Unit unit) {
  rest = rest.ltrim();
  llvm::StringRef value;
  if (rest.consume_front("'"))
    value = rest.take_until([](char c) { return c == '\''; });
  else
    value = rest.take_until([](char c) { return c == ' ' || c == '\'' || c == '&' || c == ';'; });
  if (value.contains(Hole))
    return std::nullopt;
  return measured(value, unit);
}

KeyInText keyIn(const sql::Template &pieces, llvm::StringRef key, model::Unit unit) {
  std::string whole = flat(pieces);
  llvm::StringRef text = whole;
  KeyInText result;
  for (size_t at = text.find_insensitive(key); at != llvm::StringRef::npos; at = text.find_insensitive(key, at + 1)) {
    llvm::StringRef head = text.take_front(at);
    bool begins = head.empty() || !isWord(head.back()) ||
                  (head.consume_back("-c") && (head.empty() || !isWord(head.back()))); // -cname=value
    llvm::StringRef rest = text.substr(at + key.size());
    llvm::StringRef behind = rest.ltrim();
    bool assigned = behind.consume_front("=") || (behind != rest && behind.consume_front_insensitive("to "));
    if (begins && assigned)
      return {true, valueBehind(behind, unit)};
  }
  for (size_t at = text.find(Hole); at != llvm::StringRef::npos; at = text.find(Hole, at + 1))
    result.possible |= !isValueHole(text, at);
  return result;
}

} // namespace scalelint::program
