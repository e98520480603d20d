// Source text as the outputs need it: lines, and byte positions turned into what other formats
// count in. The disk stands behind one function, so every output runs in memory under test.
#pragma once

#include "checks/Finding.h"

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::report {

// A stretch of one file, as byte offsets; the end is exclusive.
struct Stretch {
  size_t begin = 0, end = 0;
};

// The contents of one file. A line ends at "\n", "\r\n" or a lone "\r", as Clang counts; after a
// final line end comes one more, empty, line. Columns count bytes from 1; a byte order mark counts
// into them, but never into UTF-16 positions.
class SourceText {
public:
  explicit SourceText(std::string contents);

  llvm::StringRef contents() const { return text; }
  unsigned lineCount() const { return lineStarts.size(); }

  // The line without its end and without a byte order mark; empty when there is no such line.
  llvm::StringRef line(unsigned number) const;

  // nullopt when the line or the column lies outside the file. The column behind the last byte is
  // inside.
  std::optional<size_t> offset(unsigned line, unsigned column) const;

  // nullopt when an end lies outside the file, or the end comes before the begin.
  std::optional<Stretch> stretch(const SourceRange &) const;
  llvm::StringRef slice(Stretch) const;

  // UTF-16 code units: 0-based from the start of the file, 1-based from the start of the line.
  size_t utf16Offset(size_t byteOffset) const;
  unsigned utf16Column(size_t byteOffset) const;

  // 1-based.
  unsigned lineOf(size_t byteOffset) const;

  // True unless the offset falls between the bytes of one UTF-8 character.
  bool atCharacter(size_t byteOffset) const;

private:
  size_t markLength() const; // of the byte order mark
  std::string text;
  std::vector<size_t> lineStarts;      // byte offsets
  std::vector<size_t> lineStartsUtf16; // the same places in UTF-16 code units
};

// Reads each file once and keeps it.
class SourceProvider {
public:
  using Reader = std::function<std::optional<std::string>(const std::string &path)>;
  explicit SourceProvider(Reader reader) : reader(std::move(reader)) {}

  // nullptr when the file can't be read.
  const SourceText *file(const std::string &path) const;

private:
  Reader reader;
  mutable std::map<std::string, std::unique_ptr<SourceText>> files;
};

SourceProvider::Reader readFromDisk();
SourceProvider::Reader readFromMemory(std::map<std::string, std::string> files);

// Decodes as the Unicode standard and browsers do: each maximal malformed part becomes one U+FFFD.
std::u16string toUtf16(llvm::StringRef utf8);

} // namespace scalelint::report
