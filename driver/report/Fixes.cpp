// Applies fixes in memory.
//
// Edits know which bytes they change, so the diff needs no search for what two texts have in
// common: the lines that edits touch are a block, its unchanged first and last lines are trimmed,
// everything between blocks is equal line by line.
#include "driver/report/Fixes.h"
#include "driver/report/Report.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace scalelint::report {

namespace {
struct OwnedEdit {
  Edit edit;
  const Fix *owner;
};
using EditsByFile = std::map<std::string, std::vector<OwnedEdit>>;
} // namespace

static bool editBefore(const Edit &left, const Edit &right) {
  return std::tie(left.range.begin, left.range.end) < std::tie(right.range.begin, right.range.end);
}

// Behind those that start at the same place: insertions there keep the order in which they came.
static void insertInOrder(std::vector<Edit> &edits, Edit edit) {
  auto position = std::upper_bound(edits.begin(), edits.end(), edit, editBefore);
  edits.insert(position, std::move(edit));
}

static bool isInsertion(const Edit &edit) { return edit.range.begin == edit.range.end; }

static bool bothInsert(const Edit &left, const Edit &right) {
  return isInsertion(left) && isInsertion(right);
}

// Two insertions at one place conflict as well: which comes first would be a guess.
static bool overlap(const Edit &left, const Edit &right) {
  if (bothInsert(left, right))
    return left.range.begin == right.range.begin;
  return left.range.begin < right.range.end && right.range.begin < left.range.end;
}

static bool insertsWholeLines(const Edit &edit, llvm::StringRef contents) {
  bool atLineStart = edit.range.begin == 0 || contents[edit.range.begin - 1] == '\n';
  return isInsertion(edit) && atLineStart && llvm::StringRef(edit.text).ends_with("\n");
}

static bool endsLinesWithReturn(llvm::StringRef contents) {
  return 2 * contents.count("\r\n") > contents.count('\n');
}

// Fixes are made without the source at hand, so their text ends its lines with "\n".
static std::string withLineEndsOf(llvm::StringRef contents, llvm::StringRef text) {
  if (!text.contains('\n') || text.contains('\r') || !endsLinesWithReturn(contents))
    return text.str();
  std::string result;
  for (char c : text)
    result += c == '\n' ? "\r\n" : std::string(1, c);
  return result;
}

// The fix in bytes, or why it can't be applied to the files as they are.
static std::optional<std::string> locate(const Fix &fix, const SourceProvider &sources,
                                         std::map<std::string, std::vector<Edit>> &located) {
  for (const Replacement &replacement : fix.replacements) {
    const SourceText *source = sources.file(replacement.range.file);
    if (!source)
      return "can't read '" + replacement.range.file + "'";
    std::optional<Stretch> range = source->stretch(replacement.range);
    if (!range)
      return "a range lies outside '" + replacement.range.file + "'";
    if (!source->atCharacter(range->begin) || !source->atCharacter(range->end))
      return "a range cuts through a character of '" + replacement.range.file + "'";
    insertInOrder(located[replacement.range.file], {*range, withLineEndsOf(source->contents(), replacement.text)});
  }
  for (const auto &[file, edits] : located) {
    for (size_t i = 1; i < edits.size(); ++i)
      if (!bothInsert(edits[i - 1], edits[i]) && overlap(edits[i - 1], edits[i]))
        return "its own replacements overlap";
  }
  return std::nullopt;
}

// An earlier fix that makes this one impossible; nullptr when there is none.
static const Fix *conflict(const Edit &edit, llvm::StringRef contents,
                           const std::vector<OwnedEdit> &accepted) {
  for (const OwnedEdit &earlier : accepted) {
    bool shared = earlier.edit == edit && insertsWholeLines(edit, contents);
    if (!shared && overlap(earlier.edit, edit))
      return earlier.owner;
  }
  return nullptr;
}

static bool alreadyThere(const Edit &edit, const std::vector<OwnedEdit> &accepted) {
  return llvm::any_of(accepted, [&](const OwnedEdit &earlier) { return earlier.edit == edit; });
}

static bool alreadyThere(const std::map<std::string, std::vector<Edit>> &located,
                         const EditsByFile &accepted) {
  return llvm::all_of(located, [&](const auto &entry) {
    auto it = accepted.find(entry.first);
    return it != accepted.end() &&
           llvm::all_of(entry.second, [&](const Edit &e) { return alreadyThere(e, it->second); });
  });
}

// nullopt when the fix is now among the accepted ones, else the reason why not.
static std::optional<std::string> accept(const Fix &fix, const SourceProvider &sources,
                                         EditsByFile &accepted) {
  std::map<std::string, std::vector<Edit>> located;
  if (std::optional<std::string> reason = locate(fix, sources, located))
    return reason;
  if (located.empty())
    return "it changes nothing";
  if (alreadyThere(located, accepted))
    return std::nullopt;
  for (const auto &[file, edits] : located)
    for (const Edit &edit : edits)
      if (const Fix *earlier = conflict(edit, sources.file(file)->contents(), accepted[file]))
        return "overlaps '" + earlier->description + "'";
  for (const auto &[file, edits] : located) {
    std::vector<OwnedEdit> added;
    for (const Edit &edit : edits)
      if (!alreadyThere(edit, accepted[file]))
        added.push_back({edit, &fix});
    llvm::append_range(accepted[file], added);
  }
  return std::nullopt;
}

static std::string applied(llvm::StringRef contents, llvm::ArrayRef<Edit> edits) {
  std::string result;
  size_t copied = 0;
  for (const Edit &edit : edits) {
    result += contents.slice(copied, edit.range.begin);
    result += edit.text;
    copied = edit.range.end;
  }
  result += contents.substr(copied);
  return result;
}

FixedFiles applyFixes(llvm::ArrayRef<const Fix *> fixes, const SourceProvider &sources) {
  FixedFiles result;
  EditsByFile accepted;
  for (const Fix *fix : fixes) {
    if (std::optional<std::string> reason = accept(*fix, sources, accepted))
      result.refused.push_back({fix, *reason});
    else
      result.applied.push_back(fix);
  }
  for (const auto &[file, owned] : accepted) {
    if (owned.empty())
      continue;
    std::vector<Edit> &edits = result.edits[file];
    for (const OwnedEdit &each : owned)
      insertInOrder(edits, each.edit);
    result.contents[file] = applied(sources.file(file)->contents(), edits);
  }
  return result;
}

// Lines with their "\n", as diff and patch count them.
static std::vector<llvm::StringRef> splitLines(llvm::StringRef text) {
  std::vector<llvm::StringRef> lines;
  while (!text.empty()) {
    size_t end = text.find('\n');
    size_t length = end == llvm::StringRef::npos ? text.size() : end + 1;
    lines.push_back(text.take_front(length));
    text = text.drop_front(length);
  }
  return lines;
}

namespace {
// Lines [begin, end) of the old text that became [newBegin, newEnd) of the new one; 0-based.
struct Block {
  size_t begin, end, newBegin, newEnd;
};
} // namespace

// The line that holds this offset; an offset at a line's start belongs to that line.
static size_t lineAt(llvm::StringRef text, size_t offset) {
  return text.take_front(offset).count('\n');
}

// The lines that the edits touch, in the old text; blocks that share a line or stand side by side
// are joined.
static std::vector<Block> touchedLines(llvm::StringRef old, llvm::ArrayRef<Edit> edits,
                                       size_t lineCount) {
  std::vector<Block> blocks;
  for (const Edit &edit : edits) {
    size_t begin = std::min(lineAt(old, edit.range.begin), lineCount);
    size_t end = std::min(lineAt(old, edit.range.end) + 1, lineCount);
    if (blocks.empty() || begin > blocks.back().end)
      blocks.push_back({begin, end, 0, 0});
    blocks.back().end = std::max(blocks.back().end, end);
  }
  return blocks;
}

// Fills in where the blocks lie in the new text. Here: lines between blocks are the same in both
// texts, so the distance between old and new line numbers changes inside blocks alone.
static void findInNewText(std::vector<Block> &blocks, llvm::ArrayRef<llvm::StringRef> oldLines,
                          llvm::StringRef changed, size_t newLineCount,
                          llvm::ArrayRef<Edit> edits) {
  size_t oldOffset = 0, line = 0;
  ptrdiff_t growth = 0; // in bytes, up to oldOffset
  auto advance = [&](size_t toLine) {
    for (; line < toLine; ++line)
      oldOffset += oldLines[line].size();
  };
  for (Block &block : blocks) {
    advance(block.begin);
    block.newBegin = std::min(lineAt(changed, oldOffset + growth), newLineCount);
    advance(block.end);
    bool atFileEnd = block.end == oldLines.size();
    while (!edits.empty() && (atFileEnd || edits.front().range.begin < oldOffset)) {
      const Edit &edit = edits.front();
      growth += ptrdiff_t(edit.text.size()) - ptrdiff_t(edit.range.end - edit.range.begin);
      edits = edits.drop_front();
    }
    block.newEnd = atFileEnd ? newLineCount : lineAt(changed, oldOffset + growth);
  }
}

static void trim(Block &block, llvm::ArrayRef<llvm::StringRef> oldLines,
                 llvm::ArrayRef<llvm::StringRef> newLines) {
  auto bothLeft = [&] { return block.begin < block.end && block.newBegin < block.newEnd; };
  for (; bothLeft() && oldLines[block.begin] == newLines[block.newBegin]; ++block.begin)
    ++block.newBegin;
  for (; bothLeft() && oldLines[block.end - 1] == newLines[block.newEnd - 1]; --block.end)
    --block.newEnd;
}

std::vector<Hunk> hunks(llvm::StringRef old, llvm::StringRef changed, llvm::ArrayRef<Edit> edits,
                        unsigned context) {
  std::vector<llvm::StringRef> oldLines = splitLines(old), newLines = splitLines(changed);
  std::vector<Block> blocks = touchedLines(old, edits, oldLines.size());
  findInNewText(blocks, oldLines, changed, newLines.size(), edits);

  std::vector<Hunk> result;
  size_t shown = 0;  // old lines before this one are in a hunk already
  size_t offset = 0; // from an old line to its new one, modulo 2^64
  auto keepUpTo = [&](size_t end) {
    for (; shown < std::min(end, oldLines.size()); ++shown)
      result.back().lines.push_back(
          {unsigned(shown + 1), unsigned(shown + offset + 1), oldLines[shown]});
  };
  for (Block &block : blocks) {
    trim(block, oldLines, newLines);
    if (block.begin == block.end && block.newBegin == block.newEnd)
      continue;
    bool joins = !result.empty() && block.begin <= shown + 2 * context;
    if (!joins) {
      if (!result.empty())
        keepUpTo(shown + context);
      result.emplace_back();
      shown = std::max(shown, block.begin - std::min<size_t>(context, block.begin));
    }
    offset = block.newBegin - block.begin;
    keepUpTo(block.begin);
    for (; shown < block.end; ++shown)
      result.back().lines.push_back({unsigned(shown + 1), 0, oldLines[shown]});
    for (size_t line = block.newBegin; line < block.newEnd; ++line)
      result.back().lines.push_back({0, unsigned(line + 1), newLines[line]});
    offset = block.newEnd - block.end;
  }
  if (!result.empty())
    keepUpTo(shown + context);
  return result;
}

// "-12,3 +12,4": where a hunk starts and how many lines it has, in both texts. With three lines of
// context a side is empty only when its whole text is, and then starts at 0.
static std::string hunkHead(const Hunk &hunk) {
  unsigned beforeStart = 0, beforeCount = 0, afterStart = 0, afterCount = 0;
  for (const DiffLine &line : hunk.lines) {
    if (line.before && !beforeCount++)
      beforeStart = line.before;
    if (line.after && !afterCount++)
      afterStart = line.after;
  }
  return "-" + std::to_string(beforeStart) + "," + std::to_string(beforeCount) + " +" +
         std::to_string(afterStart) + "," + std::to_string(afterCount);
}

// As git writes it and patch reads it: in quotes when it holds what would end the line or the name, else with a tab
// behind it when it holds a blank.
static std::string headName(const std::string &path) {
  auto isPlain = [](char c) { return !llvm::isASCII(c) || (llvm::isPrint(c) && c != '"' && c != '\\'); };
  if (llvm::all_of(path, isPlain))
    return path + (llvm::StringRef(path).contains(' ') ? "\t" : "");
  std::string quoted = "\"";
  llvm::raw_string_ostream os(quoted);
  for (unsigned char c : path) {
    if (c == '"' || c == '\\')
      os << '\\' << c;
    else if (isPlain(c))
      os << c;
    else
      os << llvm::format("\\%03o", c);
  }
  os << '"';
  return quoted;
}

std::string unifiedDiff(const FixedFiles &fixed, const SourceProvider &sources,
                        const std::string &root) {
  std::string text;
  llvm::raw_string_ostream os(text);
  for (const auto &[file, edits] : fixed.edits) {
    std::string path = relativeTo(root, file);
    std::vector<Hunk> changes =
        hunks(sources.file(file)->contents(), fixed.contents.at(file), edits, 3);
    if (changes.empty())
      continue;
    os << "--- " << headName("a/" + path) << "\n+++ " << headName("b/" + path) << "\n";
    for (const Hunk &hunk : changes) {
      os << "@@ " << hunkHead(hunk) << " @@\n";
      for (const DiffLine &line : hunk.lines) {
        os << (line.kept() ? ' ' : line.before ? '-' : '+') << line.text;
        if (!line.text.ends_with("\n"))
          os << "\n\\ No newline at end of file\n";
      }
    }
  }
  return os.str();
}

} // namespace scalelint::report
