// Single values: durations, numbers, names.
#include "analysis/model/Scalars.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

#include <limits>

namespace scalelint::model {
namespace {

using Nanoseconds = std::chrono::nanoseconds;

struct UnitWord {
  llvm::StringLiteral word;
  Nanoseconds one;
};
constexpr UnitWord DurationUnits[] = {
    {"min", std::chrono::minutes(1)},
    {"ms", std::chrono::milliseconds(1)},
    {"s", std::chrono::seconds(1)},
};

bool isIdentifier(llvm::StringRef word) {
  if (word.empty() || llvm::isDigit(word.front()))
    return false;
  return llvm::all_of(word, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

// "operator<<", "operator()", "operator bool", "operator new[]", "operator\"\"_s": all that follows
// the keyword is taken as it stands.
bool isOperator(llvm::StringRef word) {
  return word.consume_front("operator") && !word.empty() && !llvm::isAlnum(word.front()) &&
         word.front() != '_';
}

} // namespace

std::optional<bool> parseYesNo(llvm::StringRef text) {
  if (text == "yes" || text == "true")
    return true;
  if (text == "no" || text == "false")
    return false;
  return std::nullopt;
}

std::optional<unsigned> parseNumber(llvm::StringRef text) {
  unsigned number = 0;
  if (text.empty() || !llvm::all_of(text, llvm::isDigit) || text.getAsInteger(10, number))
    return std::nullopt;
  if (number > 1000)
    return std::nullopt;
  return number;
}

std::optional<Nanoseconds> parseDuration(llvm::StringRef text) {
  llvm::StringRef digits = text.take_while(llvm::isDigit);
  int64_t count = 0;
  if (digits.empty() || digits.getAsInteger(10, count))
    return std::nullopt;
  for (const UnitWord &unit : DurationUnits) {
    if (text.drop_front(digits.size()) != unit.word)
      continue;
    if (count > std::numeric_limits<int64_t>::max() / unit.one.count())
      return std::nullopt;
    return count * unit.one;
  }
  return std::nullopt;
}

std::string spellDuration(Nanoseconds duration) {
  using namespace std::chrono;
  if (duration >= 1min && duration % 1min == 0ns)
    return std::to_string(duration / 1min) + "min";
  if (duration % 1s == 0ns)
    return std::to_string(duration / 1s) + "s";
  return std::to_string(duration / 1ms) + "ms";
}

std::string faultOfName(llvm::StringRef name) {
  if (name.starts_with("::"))
    return "leave out the leading '::'";
  size_t keyword = name.find("operator");
  bool endsInOperator = keyword != llvm::StringRef::npos &&
                        (keyword == 0 || name.take_front(keyword).ends_with("::")) &&
                        isOperator(name.drop_front(keyword));
  llvm::StringRef path = endsInOperator ? name.take_front(keyword) : name;
  if (path.contains('<'))
    return "leave out template arguments";
  if (path.contains('('))
    return "leave out the parentheses; 'parameters' picks an overload";
  if (path.contains(' '))
    return "write the qualified name alone, without return type";
  llvm::SmallVector<llvm::StringRef> parts;
  path.split(parts, "::");
  if (endsInOperator)
    parts.pop_back(); // the empty rest in front of the operator
  if (!endsInOperator)
    parts.back().consume_front("~");
  for (llvm::StringRef part : parts) {
    if (part == "__cxx11" || part == "__1")
      return ("leave out the inline namespace '" + part + "'").str();
    if (part.empty())
      return "a part between '::' is empty";
    if (!isIdentifier(part))
      return ("'" + part + "' is no identifier").str();
  }
  return "";
}

std::string faultOfType(llvm::StringRef type) {
  if (type.contains('<'))
    return "leave out template arguments";
  if (type.contains('&'))
    return "leave out references";
  if (type.starts_with("const "))
    return "leave out 'const'";
  if (size_t star = type.find('*'); star != llvm::StringRef::npos && star > 0 && type[star - 1] != ' ')
    return "write a space before '*'";
  if (type.contains("__cxx11::"))
    return "leave out the inline namespace '__cxx11'";
  return "";
}

std::string faultOfMatcher(llvm::StringRef matcher) {
  llvm::StringRef kind = matcher.take_while([](char c) { return llvm::isAlnum(c); });
  if (kind.empty() || !matcher.drop_front(kind.size()).ltrim().starts_with("("))
    return "write a matcher such as callExpr(…)";
  int depth = 0;
  char quote = 0;
  for (size_t i = 0; i < matcher.size(); ++i) {
    char c = matcher[i];
    if (quote != 0) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
      continue;
    }
    if (c == '"' || c == '\'')
      quote = c;
    depth += (c == '(') - (c == ')');
    if (depth < 0)
      break;
  }
  if (quote != 0)
    return "a quote is not closed";
  return depth == 0 ? "" : "the parentheses do not match";
}

} // namespace scalelint::model
