#include "analysis/program/TextPieces.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::program {

Text hole(bool repeated, Bound value) {
  Text text;
  text.pieces.push_back({"", true, repeated});
  text.origins.push_back({{}, nullptr, value});
  return text;
}

Text literal(std::string content, Span span, const Frame *frame) {
  Text text;
  if (content.empty())
    return text;
  text.pieces.push_back({std::move(content), false, false});
  text.origins.push_back({span, frame, {}});
  return text;
}

void add(Text &to, Text more) {
  llvm::append_range(to.pieces, more.pieces);
  llvm::append_range(to.origins, more.origins);
  to.dependsOnParameter |= more.dependsOnParameter;
}

static bool samePiece(const sql::Piece &a, const sql::Piece &b) {
  return a.text == b.text && a.hole == b.hole && a.repeated == b.repeated;
}

bool same(const Text &a, const Text &b) { return llvm::equal(a.pieces, b.pieces, samePiece); }

static bool startsApart(llvm::StringRef text) { return !llvm::isAlnum(text[0]) && text[0] != '_'; }

Text meet(std::vector<Text> alternatives) {
  llvm::erase_if(alternatives, [](const Text &text) { return text.pieces.empty(); });
  if (alternatives.empty())
    return {};
  Text first = alternatives.front();
  if (llvm::all_of(alternatives, [&](const Text &text) { return same(text, first); }))
    return first;
  size_t common = 0;
  for (; common < first.pieces.size(); ++common)
    if (!llvm::all_of(alternatives, [&](const Text &text) {
          return common < text.pieces.size() && samePiece(text.pieces[common], first.pieces[common]);
        }))
      break;
  bool anyLiteral = llvm::any_of(llvm::ArrayRef(first.pieces).take_front(common),
                                 [](const sql::Piece &piece) { return !piece.hole; });
  if (!anyLiteral) {
    // Wholly different texts: the longest known one speaks for all, open at its end.
    for (const Text &text : alternatives)
      if (text.known() && !first.known())
        first = text;
    return first;
  }
  Text result;
  result.pieces.assign(first.pieces.begin(), first.pieces.begin() + common);
  result.origins.assign(first.origins.begin(), first.origins.begin() + common);
  Text rest = hole();
  rest.pieces[0].apart = llvm::all_of(alternatives, [&](const Text &text) {
    return text.pieces.size() == common || (!text.pieces[common].hole && startsApart(text.pieces[common].text));
  });
  rest.dependsOnParameter =
      llvm::any_of(alternatives, [](const Text &text) { return text.dependsOnParameter; });
  add(result, rest);
  return result;
}

Text open(Bound value) {
  Text result = hole(false, value);
  result.dependsOnParameter = true;
  return result;
}

Text knownOrHole(Text text) {
  if (text.known())
    return text;
  bool single = text.pieces.size() == 1;
  Text result = hole(single && text.pieces[0].repeated, single ? text.origins[0].value : Bound{});
  result.dependsOnParameter = text.dependsOnParameter;
  return result;
}

// The number of a %1 at `at`, 0 when there is none.
static int numberAt(llvm::StringRef text, size_t at) {
  if (text[at] != '%' || at + 1 >= text.size() || !llvm::isDigit(text[at + 1]))
    return 0;
  int number = text[at + 1] - '0';
  if (at + 2 < text.size() && llvm::isDigit(text[at + 2]))
    number = number * 10 + (text[at + 2] - '0');
  return number;
}

Text fillLowest(Text whole, const Text &value) {
  int lowest = 100;
  for (const sql::Piece &piece : whole.pieces)
    for (size_t i = 0; !piece.hole && i + 1 < piece.text.size(); ++i)
      if (int number = numberAt(piece.text, i))
        lowest = std::min(lowest, number);
  if (lowest == 100)
    return whole;
  Text filled;
  for (size_t p = 0; p < whole.pieces.size(); ++p) {
    if (whole.pieces[p].hole) {
      add(filled, hole(whole.pieces[p].repeated, whole.origins[p].value));
      continue;
    }
    const std::string &source = whole.pieces[p].text;
    std::string part;
    for (size_t i = 0; i < source.size(); ++i) {
      if (numberAt(source, i) != lowest) {
        part += source[i];
        continue;
      }
      add(filled, literal(std::exchange(part, {}), whole.origins[p].span, whole.origins[p].frame));
      add(filled, value);
      i += lowest > 9 ? 2 : 1;
    }
    add(filled, literal(std::move(part), whole.origins[p].span, whole.origins[p].frame));
  }
  filled.dependsOnParameter |= whole.dependsOnParameter;
  return filled;
}

} // namespace scalelint::program
