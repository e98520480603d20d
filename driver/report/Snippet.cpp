// Lays a source line out in terminal cells, so that the underline stands under tabs, wide and
// combining characters as well.
#include "driver/report/Snippet.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/WithColor.h"

namespace scalelint::report {

static constexpr unsigned TabStop = 4;
static constexpr llvm::StringLiteral Replacement = "\xEF\xBF\xBD";
static constexpr llvm::StringLiteral Ellipsis = "\xE2\x80\xA6";

namespace {
// One character as it is shown.
struct Cell {
  std::string shown;
  unsigned width = 0;
  size_t byte = 0; // where it starts in the line
};

struct Marked {
  size_t begin = 0, end = 0; // indexes of cells
};
} // namespace

// The well-formed character at the front of `text`, empty when there is none.
static llvm::StringRef frontCharacter(llvm::StringRef text) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.begin());
  size_t length = llvm::getNumBytesForUTF8(*begin);
  if (length > text.size() || !llvm::isLegalUTF8Sequence(begin, begin + length))
    return {};
  return text.take_front(length);
}

static Cell showCharacter(llvm::StringRef character, unsigned column) {
  if (character.empty())
    return {Replacement.str(), 1};
  if (character == "\t") {
    unsigned width = TabStop - column % TabStop;
    return {std::string(width, ' '), width};
  }
  int width = llvm::sys::unicode::columnWidthUTF8(character);
  if (width < 0)
    return {Replacement.str(), 1};
  return {character.str(), unsigned(width)};
}

static std::vector<Cell> layOut(llvm::StringRef line) {
  std::vector<Cell> cells;
  unsigned column = 0;
  for (size_t at = 0; at < line.size();) {
    llvm::StringRef character = frontCharacter(line.substr(at));
    Cell cell = showCharacter(character, column);
    cell.byte = at;
    column += cell.width;
    at += std::max<size_t>(character.size(), 1);
    cells.push_back(std::move(cell));
  }
  return cells;
}

static size_t cellAt(const std::vector<Cell> &cells, size_t byte) {
  auto it = llvm::find_if(cells, [&](const Cell &cell) { return cell.byte >= byte; });
  return it - cells.begin();
}

static unsigned widthOf(llvm::ArrayRef<Cell> cells) {
  unsigned width = 0;
  for (const Cell &cell : cells)
    width += cell.width;
  return width;
}

// Drops what does not fit, so that the start of the range stays in sight with a little room before
// it.
static void cut(std::vector<Cell> &cells, Marked &marked, unsigned width) {
  if (width == 0 || widthOf(cells) <= width)
    return;
  size_t first = 0;
  if (widthOf(llvm::ArrayRef(cells).take_front(marked.end)) > width) {
    first = marked.begin;
    for (unsigned room = 0; first > 0 && room < width / 4; --first)
      room += cells[first - 1].width;
  }
  size_t last = first;
  for (unsigned used = 0; last < cells.size() && used + cells[last].width < width; ++last)
    used += cells[last].width;

  std::vector<Cell> kept;
  if (first > 0)
    kept.push_back({Ellipsis.str(), 1});
  size_t offset = first - kept.size();
  kept.insert(kept.end(), cells.begin() + first, cells.begin() + last);
  marked.begin -= offset;
  marked.end = std::min(marked.end - offset, kept.size());
  if (last < cells.size())
    kept.push_back({Ellipsis.str(), 1});
  cells = std::move(kept);
}

static std::string underline(const std::vector<Cell> &cells, Marked marked) {
  unsigned length = widthOf(llvm::ArrayRef(cells).slice(marked.begin, marked.end - marked.begin));
  return "^" + std::string(length > 1 ? length - 1 : 0, '~');
}

static std::string textOf(llvm::ArrayRef<Cell> cells) {
  std::string text;
  for (const Cell &cell : cells)
    text += cell.shown;
  return text;
}

std::optional<ShownRange> shownRange(const SourceText &source, const SourceRange &range,
                                     unsigned width) {
  if (range.line == 0 || range.line > source.lineCount())
    return std::nullopt;
  llvm::StringRef line = source.line(range.line).rtrim();
  size_t mark = range.line == 1 && source.contents().starts_with("\xEF\xBB\xBF") ? 3 : 0;
  auto byteOf = [&](unsigned column) -> size_t { return column > mark ? column - 1 - mark : 0; };
  bool goesOn = range.endLine > range.line;

  std::vector<Cell> cells = layOut(line);
  Marked marked{cellAt(cells, byteOf(range.column)),
                goesOn ? cells.size() : cellAt(cells, byteOf(range.endColumn))};
  marked.end = std::max(marked.begin, marked.end);
  cut(cells, marked, width);

  llvm::ArrayRef<Cell> all = cells;
  ShownRange shown;
  shown.before = textOf(all.take_front(marked.begin));
  shown.marked = textOf(all.slice(marked.begin, marked.end - marked.begin));
  shown.after = textOf(all.drop_front(marked.end));
  shown.indent = std::string(widthOf(all.take_front(marked.begin)), ' ');
  if (range.column)
    shown.underline = underline(cells, marked) + (goesOn ? "..." : "");
  return shown;
}

void writeSnippet(llvm::raw_ostream &os, const SourceText &source, const SourceRange &range,
                  const SnippetStyle &style) {
  std::optional<ShownRange> shown = shownRange(source, range, style.width);
  if (!shown)
    return;
  using llvm::raw_ostream;
  auto gutter = [&](const std::string &number) {
    llvm::WithColor(os, raw_ostream::CYAN, false, false, llvm::ColorMode::Enable)
        << llvm::right_justify(number, style.gutter) << " | ";
  };
  gutter(std::to_string(range.line));
  os << shown->before << shown->marked << shown->after << '\n';
  if (shown->underline.empty())
    return;
  gutter("");
  os << shown->indent;
  llvm::WithColor(os, style.underline, true, false, llvm::ColorMode::Enable) << shown->underline;
  os << '\n';
}

std::string shownLine(llvm::StringRef line) { return textOf(layOut(line)); }

// What a terminal or a browser would obey rather than show: also the characters that turn the
// direction of writing, with which a name could pass for another.
static std::string escape(llvm::StringRef character) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(character.begin());
  llvm::UTF32 code = 0, *end = &code;
  llvm::ConvertUTF8toUTF32(&begin, begin + character.size(), &end, end + 1, llvm::strictConversion);
  if (code < 0x100)
    return llvm::formatv("\\x{0:x-2}", code).str();
  return llvm::formatv("\\u{{{0:x-}}", code).str();
}

std::string printable(llvm::StringRef text) {
  std::string wellFormed = llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text);
  std::string shown;
  for (llvm::StringRef rest = wellFormed; !rest.empty();) {
    llvm::StringRef character = frontCharacter(rest);
    rest = rest.drop_front(std::max<size_t>(character.size(), 1));
    if (character.empty())
      shown += Replacement;
    else if (character == "\n")
      shown += "\\n";
    else if (character == "\t")
      shown += ' ';
    else if (llvm::sys::unicode::columnWidthUTF8(character) < 0)
      shown += escape(character);
    else
      shown += character;
  }
  return shown;
}

} // namespace scalelint::report
