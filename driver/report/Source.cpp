// Line tables and position arithmetic over one file's bytes.
#include "driver/report/Source.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>

namespace scalelint::report {

static constexpr llvm::StringLiteral ByteOrderMark = "\xEF\xBB\xBF";

std::u16string toUtf16(llvm::StringRef utf8) {
  std::u16string units;
  if (llvm::all_of(utf8, [](char c) { return llvm::isASCII(c); })) {
    units.assign(utf8.begin(), utf8.end());
    return units;
  }
  std::vector<llvm::UTF32> points(utf8.size());
  auto *source = reinterpret_cast<const llvm::UTF8 *>(utf8.begin());
  auto *sourceEnd = reinterpret_cast<const llvm::UTF8 *>(utf8.end());
  llvm::UTF32 *target = points.data();
  llvm::ConvertUTF8toUTF32(&source, sourceEnd, &target, points.data() + points.size(),
                           llvm::lenientConversion);
  for (llvm::UTF32 *point = points.data(); point != target; ++point) {
    if (*point < 0x10000) {
      units.push_back(static_cast<char16_t>(*point));
      continue;
    }
    units.push_back(static_cast<char16_t>(0xD800 + ((*point - 0x10000) >> 10)));
    units.push_back(static_cast<char16_t>(0xDC00 + ((*point - 0x10000) & 0x3FF)));
  }
  return units;
}

static std::vector<size_t> findLineStarts(llvm::StringRef text) {
  std::vector<size_t> starts{0};
  for (size_t i = 0; i < text.size(); ++i) {
    bool endsLine = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with("\n"));
    if (endsLine)
      starts.push_back(i + 1);
  }
  return starts;
}

SourceText::SourceText(std::string contents)
    : text(std::move(contents)), lineStarts(findLineStarts(text)) {
  size_t units = 0;
  size_t from = markLength();
  for (size_t start : lineStarts) {
    if (start > from) {
      units += toUtf16(llvm::StringRef(text).slice(from, start)).size();
      from = start;
    }
    lineStartsUtf16.push_back(units);
  }
}

size_t SourceText::markLength() const {
  return llvm::StringRef(text).starts_with(ByteOrderMark) ? ByteOrderMark.size() : 0;
}

llvm::StringRef SourceText::line(unsigned number) const {
  if (number == 0 || number > lineCount())
    return {};
  size_t begin = lineStarts[number - 1];
  size_t end = number == lineCount() ? text.size() : lineStarts[number];
  llvm::StringRef line = llvm::StringRef(text).slice(begin, end).rtrim("\r\n");
  if (number == 1)
    line.consume_front(ByteOrderMark);
  return line;
}

std::optional<size_t> SourceText::offset(unsigned line, unsigned column) const {
  if (line == 0 || line > lineCount() || column == 0)
    return std::nullopt;
  size_t begin = lineStarts[line - 1];
  size_t length = this->line(line).size() + (line == 1 ? markLength() : 0);
  if (column - 1 > length)
    return std::nullopt;
  return begin + column - 1;
}

std::optional<Stretch> SourceText::stretch(const SourceRange &range) const {
  std::optional<size_t> begin = offset(range.line, range.column);
  std::optional<size_t> end = offset(range.endLine, range.endColumn);
  if (!begin || !end || *end < *begin)
    return std::nullopt;
  return Stretch{*begin, *end};
}

llvm::StringRef SourceText::slice(Stretch stretch) const {
  size_t begin = std::max(stretch.begin, markLength());
  return llvm::StringRef(text).slice(begin, std::max(begin, stretch.end));
}

unsigned SourceText::lineOf(size_t byteOffset) const {
  return std::upper_bound(lineStarts.begin(), lineStarts.end(), byteOffset) - lineStarts.begin();
}

unsigned SourceText::utf16Column(size_t byteOffset) const {
  Stretch upToHere{lineStarts[lineOf(byteOffset) - 1], byteOffset};
  return toUtf16(slice(upToHere)).size() + 1;
}

size_t SourceText::utf16Offset(size_t byteOffset) const {
  return lineStartsUtf16[lineOf(byteOffset) - 1] + utf16Column(byteOffset) - 1;
}

bool SourceText::atCharacter(size_t byteOffset) const {
  if (byteOffset >= text.size())
    return byteOffset == text.size();
  auto isContinuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
  return !isContinuation(text[byteOffset]);
}

const SourceText *SourceProvider::file(const std::string &path) const {
  auto [it, isNew] = files.try_emplace(path);
  if (!isNew)
    return it->second.get();
  if (std::optional<std::string> contents = reader(path))
    it->second = std::make_unique<SourceText>(std::move(*contents));
  return it->second.get();
}

SourceProvider::Reader readFromDisk() {
  return [](const std::string &path) -> std::optional<std::string> {
    auto buffer = llvm::MemoryBuffer::getFile(path);
    if (!buffer)
      return std::nullopt;
    return (*buffer)->getBuffer().str();
  };
}

SourceProvider::Reader readFromMemory(std::map<std::string, std::string> files) {
  return [files = std::move(files)](const std::string &path) -> std::optional<std::string> {
    auto it = files.find(path);
    if (it == files.end())
      return std::nullopt;
    return it->second;
  };
}

} // namespace scalelint::report
