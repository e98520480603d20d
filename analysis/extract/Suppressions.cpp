// Comments that silence checks.
#include "analysis/extract/Suppressions.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace scalelint::extract {
namespace {

enum class MarkerKind { Line, NextLine, Begin, End };

struct Marker {
  MarkerKind kind = MarkerKind::Line;
  std::vector<std::string> checks;
  std::string reason;
  summary::Span span; // the marker up to the end of its list
};

class LineCounter {
public:
  explicit LineCounter(StringRef text) : text(text) {}

  // Offsets must not decrease from call to call.
  std::pair<uint32_t, uint32_t> at(size_t offset) {
    for (; counted < offset; ++counted)
      if (text[counted] == '\n') {
        ++line;
        lineStart = counted + 1;
      }
    return {line, static_cast<uint32_t>(offset - lineStart + 1)};
  }

private:
  StringRef text;
  size_t counted = 0, lineStart = 0;
  uint32_t line = 1;
};

// The word behind "NOLINT" at the head of `rest`, which it is cut from; nullopt for "NOLINTER".
std::optional<MarkerKind> takeKind(StringRef &rest) {
  StringRef suffix = rest.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
  rest = rest.drop_front(suffix.size());
  if (suffix.empty())
    return MarkerKind::Line;
  if (suffix == "NEXTLINE")
    return MarkerKind::NextLine;
  if (suffix == "BEGIN")
    return MarkerKind::Begin;
  if (suffix == "END")
    return MarkerKind::End;
  return std::nullopt;
}

// False for "()", which names no check and so silences none.
bool takeChecks(StringRef &rest, std::vector<std::string> &checks) {
  size_t close = rest.starts_with("(") ? rest.find(')') : StringRef::npos;
  if (close == StringRef::npos)
    return true;
  llvm::SmallVector<StringRef, 4> names;
  rest.slice(1, close).split(names, ',');
  rest = rest.drop_front(close + 1);
  for (StringRef name : names)
    if (name = name.trim(); !name.empty())
      checks.push_back(name.str());
  return !checks.empty();
}

// Marks between a list and the words behind it: ": why", "- why", "-- why", "— why", "// why".
StringRef withoutLead(StringRef text) {
  for (size_t left = 0; left != text.size();) {
    left = text.size();
    text = text.ltrim(" \t\r:;,.-/*");
    text.consume_front("\xE2\x80\x93"); // en dash
    text.consume_front("\xE2\x80\x94"); // em dash
  }
  return text;
}

std::string reasonIn(StringRef behind) {
  behind = behind.split('\n').first.rtrim();
  behind.consume_back("*/");
  return withoutLead(behind).rtrim(" \t\r:-").str();
}

void readComment(StringRef comment, size_t offset, LineCounter &lines, summary::FileId file,
                 std::vector<Marker> &markers) {
  struct Found {
    Marker marker;
    size_t begin, end;
  };
  std::vector<Found> found;
  for (size_t at = 0; (at = comment.find("NOLINT", at)) != StringRef::npos;) {
    size_t start = at;
    bool wordBefore = start > 0 && (llvm::isAlnum(comment[start - 1]) || comment[start - 1] == '_');
    StringRef rest = comment.drop_front(at + strlen("NOLINT"));
    Marker marker;
    auto kind = takeKind(rest);
    bool silences = takeChecks(rest, marker.checks);
    at = comment.size() - rest.size();
    if (!kind || wordBefore || !silences)
      continue;
    marker.kind = *kind;
    marker.span.file = file;
    std::tie(marker.span.line, marker.span.column) = lines.at(offset + start);
    std::tie(marker.span.endLine, marker.span.endColumn) = lines.at(offset + at);
    found.push_back({std::move(marker), start, at});
  }
  // A reason ends at the next marker; two on one line share the one behind them.
  for (size_t i = found.size(); i-- > 0;) {
    Marker &marker = found[i].marker;
    bool isLast = i + 1 == found.size();
    marker.reason = reasonIn(comment.slice(found[i].end, isLast ? comment.size() : found[i + 1].begin));
    if (marker.reason.empty() && !isLast && found[i + 1].marker.span.line == marker.span.line)
      marker.reason = found[i + 1].marker.reason;
  }
  for (Found &each : found)
    markers.push_back(std::move(each.marker));
}

std::vector<Marker> markersIn(StringRef text, summary::FileId file,
                              const clang::LangOptions &language) {
  std::vector<Marker> markers;
  LineCounter lines(text);
  clang::Lexer lexer(clang::SourceLocation(), language, text.begin(), text.begin(), text.end());
  lexer.SetCommentRetentionState(true);
  clang::Token token;
  do {
    lexer.LexFromRawLexer(token);
    if (token.isNot(clang::tok::comment))
      continue;
    size_t end = lexer.getBufferLocation() - text.begin();
    size_t begin = end - token.getLength();
    readComment(text.slice(begin, end), begin, lines, file, markers);
  } while (token.isNot(clang::tok::eof));
  return markers;
}

class Collector {
public:
  Collector(summary::TUSummary &unit, LeftOut isLeftOut) : unit(unit), isLeftOut(isLeftOut) {}

  void take(Marker marker) {
    uint32_t line = marker.span.line;
    switch (marker.kind) {
    case MarkerKind::Line:
      if (!isLeftOut(line))
        add(marker, line, line);
      return;
    case MarkerKind::NextLine:
      if (!isLeftOut(line))
        add(marker, line + 1, line + 1);
      return;
    case MarkerKind::Begin:
      open.push_back(std::move(marker));
      return;
    case MarkerKind::End:
      if (open.empty() || open.back().checks != marker.checks)
        return add(marker, 0, line);
      Marker begin = std::move(open.back());
      open.pop_back();
      if (!isLeftOut(begin.span.line) || !isLeftOut(line))
        add(begin, begin.span.line, line);
      return;
    }
  }

  void finish() {
    for (const Marker &marker : open)
      add(marker, marker.span.line, 0);
    auto place = [](const summary::Suppression &each) { return std::pair(each.span.line, each.span.column); };
    std::sort(unit.suppressions.begin() + first, unit.suppressions.end(),
              [&](const auto &a, const auto &b) { return place(a) < place(b); });
  }

private:
  void add(const Marker &marker, uint32_t firstLine, uint32_t lastLine) {
    unit.suppressions.push_back({marker.span.file, firstLine, lastLine, marker.checks, marker.reason, marker.span});
  }

  summary::TUSummary &unit;
  LeftOut isLeftOut;
  size_t first = unit.suppressions.size();
  std::vector<Marker> open;
};

} // namespace

void collectSuppressions(StringRef text, summary::FileId file, const clang::LangOptions &language,
                         summary::TUSummary &unit, LeftOut isLeftOut) {
  if (!text.contains("NOLINT"))
    return;
  Collector collector(unit, isLeftOut);
  for (Marker &marker : markersIn(text, file, language))
    collector.take(std::move(marker));
  collector.finish();
}

} // namespace scalelint::extract
