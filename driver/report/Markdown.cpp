// A line-oriented Markdown reader: each line starts, continues or ends a block; text blocks are
// wrapped word by word.
#include "driver/report/Markdown.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/WithColor.h"

#include <vector>

namespace scalelint::report {

using llvm::raw_ostream;
using llvm::StringRef;

namespace {

enum class Look { Plain, Code, Bold };

struct Run {
  std::string text;
  Look look = Look::Plain;
};

// What stands between two blanks; its looks may change inside: `for`-loop.
using Word = std::vector<Run>;

enum class BlockKind { Heading, Paragraph, Item, Code, Table };

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  unsigned depth = 0;           // Item: columns before its bullet
  std::string bullet;           // Item: "-", "2."
  std::vector<StringRef> lines; // Heading, Paragraph, Item: to be joined
  bool blankBefore = false;
};

} // namespace

static unsigned columns(StringRef text) {
  int width = llvm::sys::unicode::columnWidthUTF8(text);
  return width < 0 ? text.size() : width;
}

// "- text" and "2. text"; the bullet's length with the blank behind it, 0 when the line is no item.
static size_t bulletLength(StringRef line) {
  if (line.starts_with("- ") || line.starts_with("* "))
    return 2;
  size_t digits = line.find_first_not_of("0123456789");
  bool numbered = digits != 0 && digits != StringRef::npos && line.substr(digits).starts_with(". ");
  return numbered ? digits + 2 : 0;
}

static bool isTableRow(StringRef line) { return line.starts_with("|"); }

static std::vector<Block> parseBlocks(StringRef markdown) {
  std::vector<Block> blocks;
  bool inCode = false, blank = true;
  auto open = [&](BlockKind kind) -> Block & {
    Block &block = blocks.emplace_back();
    block.kind = kind;
    block.blankBefore = blank && blocks.size() > 1;
    blank = false;
    return block;
  };
  llvm::SmallVector<StringRef, 0> lines;
  markdown.split(lines, '\n');
  for (StringRef raw : lines) {
    StringRef line = raw.trim();
    if (line.starts_with("```")) {
      inCode = !inCode;
      if (inCode)
        open(BlockKind::Code);
      blank = !inCode;
      continue;
    }
    if (inCode) {
      blocks.back().lines.push_back(raw.rtrim("\r"));
      continue;
    }
    if (line.empty()) {
      blank = blocks.empty() || blocks.back().kind != BlockKind::Heading;
      continue;
    }
    if (line.starts_with("#")) {
      blank = true;
      open(BlockKind::Heading).lines.push_back(line.ltrim('#').trim());
      continue;
    }
    if (size_t length = bulletLength(line)) {
      Block &item = open(BlockKind::Item);
      item.depth = raw.find_first_not_of(' ');
      item.bullet = line.take_front(length - 1).str();
      item.lines.push_back(line.drop_front(length).trim());
      continue;
    }
    BlockKind kind = isTableRow(line) ? BlockKind::Table : BlockKind::Paragraph;
    bool goesOn = !blank && !blocks.empty() &&
                  (blocks.back().kind == kind ||
                   (kind == BlockKind::Paragraph && blocks.back().kind == BlockKind::Item));
    if (!goesOn)
      open(kind);
    blocks.back().lines.push_back(line);
  }
  return blocks;
}

// "[text](target)" at the front of `text`: its length, 0 when there is none.
static size_t linkLength(StringRef text, StringRef &shown, StringRef &target) {
  size_t middle = text.find("](");
  size_t end = middle == StringRef::npos ? middle : text.find(')', middle);
  if (!text.starts_with("[") || end == StringRef::npos)
    return 0;
  shown = text.slice(1, middle);
  target = text.slice(middle + 2, end);
  return shown.contains('[') ? 0 : end + 1;
}

static std::vector<Run> parseInline(StringRef text, bool keepBackticks) {
  std::vector<Run> runs;
  while (!text.empty()) {
    StringRef shown, target;
    size_t codeEnd = text.starts_with("`") ? text.find('`', 1) : StringRef::npos;
    size_t boldEnd = text.starts_with("**") ? text.find("**", 2) : StringRef::npos;
    if (codeEnd != StringRef::npos) {
      runs.push_back(
          {text.slice(keepBackticks ? 0 : 1, codeEnd + keepBackticks).str(), Look::Code});
      text = text.drop_front(codeEnd + 1);
    } else if (boldEnd != StringRef::npos) {
      runs.push_back({text.slice(2, boldEnd).str(), Look::Bold});
      text = text.drop_front(boldEnd + 2);
    } else if (size_t length = linkLength(text, shown, target)) {
      for (Run &run : parseInline(shown, keepBackticks))
        runs.push_back(std::move(run));
      runs.push_back({" (" + target.str() + ")", Look::Plain});
      text = text.drop_front(length);
    } else {
      size_t next = std::min(text.find_first_of("`*[", 1), text.size());
      runs.push_back({text.take_front(next).str(), Look::Plain});
      text = text.drop_front(next);
    }
  }
  return runs;
}

static std::vector<Word> splitWords(const std::vector<Run> &runs) {
  std::vector<Word> words;
  bool inWord = false;
  for (const Run &run : runs) {
    bool newRun = true;
    for (char c : run.text) {
      if (c == ' ') {
        inWord = false;
        continue;
      }
      if (!inWord)
        words.emplace_back();
      if (!inWord || newRun)
        words.back().push_back({"", run.look});
      inWord = true;
      newRun = false;
      words.back().back().text.push_back(c);
    }
  }
  return words;
}

static unsigned columns(const Word &word) {
  unsigned total = 0;
  for (const Run &run : word)
    total += columns(StringRef(run.text));
  return total;
}

static std::string plain(const std::vector<Run> &runs) {
  std::string text;
  for (const Run &run : runs)
    text += run.text;
  return text;
}

static void writeRun(raw_ostream &os, const Run &run) {
  if (run.look == Look::Code)
    llvm::WithColor(os, raw_ostream::CYAN, false, false, llvm::ColorMode::Enable) << run.text;
  else if (run.look == Look::Bold)
    llvm::WithColor(os, raw_ostream::SAVEDCOLOR, true, false, llvm::ColorMode::Enable) << run.text;
  else
    os << run.text;
}

// Writes words behind what already stands on the line, `column` wide; further lines start at
// `indent`.
static void writeWrapped(raw_ostream &os, StringRef text, unsigned column, unsigned indent,
                         unsigned width) {
  bool first = true;
  for (const Word &word : splitWords(parseInline(text, !os.colors_enabled()))) {
    unsigned needed = columns(word) + (first ? 0 : 1);
    bool breaks = !first && width != 0 && column + needed > width;
    if (breaks) {
      os << '\n';
      os.indent(indent);
      column = indent;
      needed = columns(word);
    }
    if (!first && !breaks)
      os << ' ';
    for (const Run &run : word)
      writeRun(os, run);
    column += needed;
    first = false;
  }
  os << '\n';
}

static std::vector<std::string> tableCells(StringRef row) {
  std::vector<std::string> raw(1);
  bool escaped = false;
  for (char c : row.trim().trim('|')) {
    if (c == '|' && !escaped) {
      raw.emplace_back();
      continue;
    }
    if (c == '|')
      raw.back().pop_back(); // the backslash
    raw.back() += c;
    escaped = c == '\\';
  }
  std::vector<std::string> cells;
  for (const std::string &cell : raw)
    cells.push_back(plain(parseInline(StringRef(cell).trim(), /*keepBackticks=*/true)));
  return cells;
}

static bool isRuler(StringRef row) { return row.find_first_not_of("|-: ") == StringRef::npos; }

static void writeTable(raw_ostream &os, const Block &table, unsigned indent) {
  std::vector<std::vector<std::string>> rows;
  std::vector<unsigned> widths;
  for (StringRef line : table.lines) {
    if (isRuler(line))
      continue;
    std::vector<std::string> &row = rows.emplace_back(tableCells(line));
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], columns(StringRef(row[i])));
  }
  for (const std::vector<std::string> &row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i)
      line += row[i] + std::string(widths[i] - columns(StringRef(row[i])) + 2, ' ');
    os.indent(indent) << StringRef(line).rtrim() << '\n';
  }
}

static void writeBlock(raw_ostream &os, const Block &block, const MarkdownStyle &style) {
  std::string text = llvm::join(block.lines, " ");
  switch (block.kind) {
  case BlockKind::Heading:
    llvm::WithColor(os, raw_ostream::SAVEDCOLOR, true, false, llvm::ColorMode::Enable)
        << plain(parseInline(text, true));
    os << '\n';
    return;
  case BlockKind::Paragraph:
    os.indent(style.indent);
    writeWrapped(os, text, style.indent, style.indent, style.width);
    return;
  case BlockKind::Item: {
    unsigned hanging = style.indent + block.depth + block.bullet.size() + 1;
    os.indent(style.indent + block.depth) << block.bullet << ' ';
    writeWrapped(os, text, hanging, hanging, style.width);
    return;
  }
  case BlockKind::Code:
    for (StringRef line : block.lines) {
      if (!line.empty())
        os.indent(style.indent + 2) << line;
      os << '\n';
    }
    return;
  case BlockKind::Table:
    writeTable(os, block, style.indent);
    return;
  }
}

void renderMarkdown(raw_ostream &os, StringRef markdown, const MarkdownStyle &style) {
  for (const Block &block : parseBlocks(markdown)) {
    if (block.blankBefore)
      os << '\n';
    writeBlock(os, block, style);
  }
}

static void writeInlineAsHtml(raw_ostream &os, StringRef text) {
  for (const Run &run : parseInline(text, /*keepBackticks=*/false)) {
    const char *element = run.look == Look::Code ? "code" : run.look == Look::Bold ? "b" : nullptr;
    if (element)
      os << "<" << element << ">";
    llvm::printHTMLEscaped(run.text, os);
    if (element)
      os << "</" << element << ">";
  }
}

static void writeTableAsHtml(raw_ostream &os, const Block &table) {
  os << "<table>\n";
  const char *element = "th"; // of the first row
  for (StringRef line : table.lines) {
    if (isRuler(line))
      continue;
    os << "<tr>";
    for (const std::string &cell : tableCells(line)) {
      os << "<" << element << ">";
      writeInlineAsHtml(os, cell);
      os << "</" << element << ">";
    }
    os << "</tr>\n";
    element = "td";
  }
  os << "</table>\n";
}

static void writeBlockAsHtml(raw_ostream &os, const Block &block) {
  std::string text = llvm::join(block.lines, " ");
  switch (block.kind) {
  case BlockKind::Heading:
    os << "<h4>";
    writeInlineAsHtml(os, text);
    os << "</h4>\n";
    return;
  case BlockKind::Paragraph:
    os << "<p>";
    writeInlineAsHtml(os, text);
    os << "</p>\n";
    return;
  case BlockKind::Item:
    os << "<li>";
    writeInlineAsHtml(os, text);
    os << "</li>\n";
    return;
  case BlockKind::Code:
    os << "<pre><code>";
    llvm::printHTMLEscaped(llvm::join(block.lines, "\n"), os);
    os << "</code></pre>\n";
    return;
  case BlockKind::Table:
    writeTableAsHtml(os, block);
    return;
  }
}

void renderMarkdownAsHtml(raw_ostream &os, StringRef markdown) {
  const char *list = nullptr; // the element of the list that is open
  for (const Block &block : parseBlocks(markdown)) {
    const char *wanted = block.kind != BlockKind::Item         ? nullptr
                         : llvm::isDigit(block.bullet.front()) ? "ol"
                                                               : "ul";
    if (list && list != wanted)
      os << "</" << list << ">\n";
    if (wanted && list != wanted)
      os << "<" << wanted << ">\n";
    list = wanted;
    writeBlockAsHtml(os, block);
  }
  if (list)
    os << "</" << list << ">\n";
}

std::string firstParagraph(StringRef markdown) {
  for (const Block &block : parseBlocks(markdown))
    if (block.kind == BlockKind::Paragraph)
      return plain(parseInline(llvm::join(block.lines, " "), /*keepBackticks=*/true));
  return "";
}

} // namespace scalelint::report
