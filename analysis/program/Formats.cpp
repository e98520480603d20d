#include "analysis/program/Formats.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::program {

using llvm::StringRef;

namespace {
class Parts {
public:
  void literal(char c) {
    if (list.empty() || list.back().hole)
      list.emplace_back();
    list.back().text += c;
  }
  void hole(std::optional<unsigned> argument, bool altered = false) { list.push_back({"", true, argument, altered}); }
  std::vector<FormatPart> list;
};

struct Conversion {
  size_t at = StringRef::npos; // its letter
  unsigned stars = 0;          // widths that are arguments
};

// The conversion that begins at `from`, past flags, width, precision and length. q and z are lengths before
// the letter of a number, else letters of their own; b is bytes, and a % may close a position: %1%.
Conversion conversionAt(StringRef source, size_t from) {
  Conversion result;
  for (size_t i = from; i < source.size(); ++i) {
    char c = source[i];
    result.stars += c == '*';
    bool number = i + 1 < source.size() && StringRef("diouxX").contains(source[i + 1]);
    if (StringRef("-+ #0123456789.*'!,$hlLjtI").contains(c) || ((c == 'z' || c == 'q') && number))
      continue;
    bool position = c == '%' && i > from && llvm::isDigit(source[i - 1]);
    if (position || StringRef("bdiouxXeEfFgGaAcCsSpnmqQwz").contains(c))
      result.at = i;
    return result;
  }
  return result;
}
} // namespace

std::vector<FormatPart> percentParts(StringRef format) {
  Parts parts;
  unsigned next = 0;
  bool counted = true; // which argument comes next is known
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      parts.literal(format[i]);
      continue;
    }
    if (format.substr(i + 1).starts_with("%")) {
      parts.literal('%');
      ++i;
      continue;
    }
    Conversion found = conversionAt(format, i + 1);
    if (found.at == StringRef::npos) { // no format that is known here: what follows is not read
      parts.hole(std::nullopt);
      break;
    }
    i = found.at;
    next += found.stars;
    parts.hole(counted ? std::optional(next++) : std::nullopt, StringRef("qQw").contains(format[i]));
    counted &= format[i] != 'b'; // bytes and their length: two arguments in some libraries, one in others
  }
  return std::move(parts.list);
}

std::vector<FormatPart> braceParts(StringRef format) {
  Parts parts;
  unsigned next = 0;
  for (size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    bool doubled = i + 1 < format.size() && format[i + 1] == c;
    if (c != '{' || doubled) {
      i += doubled && (c == '{' || c == '}');
      parts.literal(c);
      continue;
    }
    // A width may be a field of its own: {:{}}
    size_t close = i + 1;
    unsigned inner = 0;
    for (size_t depth = 1; close < format.size(); ++close) {
      inner += format[close] == '{';
      depth += format[close] == '{';
      depth -= format[close] == '}';
      if (depth == 0)
        break;
    }
    if (close >= format.size())
      break;
    StringRef name = format.slice(i + 1, close).split(':').first;
    unsigned position = 0;
    if (name.empty())
      parts.hole(next++);
    else if (!name.getAsInteger(10, position))
      parts.hole(position);
    else
      parts.hole(std::nullopt);
    next += name.empty() ? inner : 0;
    i = close;
  }
  return std::move(parts.list);
}

} // namespace scalelint::program
