// Files of a unit.
#include "analysis/extract/FileTable.h"

#include "analysis/extract/Suppressions.h"

#include "llvm/ADT/STLExtras.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

using namespace clang;

namespace scalelint::extract {

FileTable::FileTable(const SourceManager &sources, const UserCode &user, summary::TUSummary &unit)
    : sources(sources), user(user), unit(unit) {
  unit.mainFile = user.path(sources, sources.getMainFileID());
  for (unsigned index = 0; index < sources.local_sloc_entry_size(); ++index) {
    const auto &entry = sources.getLocalSLocEntry(index);
    if (entry.isFile())
      add(sources.getFileID(SourceLocation::getFromRawEncoding(entry.getOffset())));
  }
  llvm::sort(unit.files, [&](const summary::File &a, const summary::File &b) {
    return std::pair(a.path != unit.mainFile, llvm::StringRef(a.path)) <
           std::pair(b.path != unit.mainFile, llvm::StringRef(b.path));
  });
  for (size_t index = 0; index < unit.files.size(); ++index)
    rows[unit.files[index].path] = index;
}

summary::FileId FileTable::of(FileID id) const {
  auto it = rows.find(user.path(sources, id));
  return it == rows.end() ? summary::None : it->second;
}

void FileTable::add(FileID id) {
  if (id.isInvalid())
    return;
  auto buffer = sources.getSLocEntry(id).getFile().getContentCache().getBufferIfLoaded();
  std::string path = user.path(sources, id);
  if (!buffer || path.empty())
    return;
  bool isUser = user.contains(sources, id);
  entries[path].push_back(id);
  auto [it, inserted] = rows.try_emplace(path, unit.files.size());
  if (inserted) {
    unit.files.push_back({path, XXH3_64bits(buffer->getBufferStart(), buffer->getBufferSize()), isUser});
    texts[path] = buffer->getBuffer();
  } else // entered twice, by a user's path and by a system one: user code wins
    unit.files[it->second].user |= isUser;
}

void FileTable::collectSuppressions(const LangOptions &language, llvm::ArrayRef<SourceRange> leftOut) {
  SkippedLines skipped;
  for (SourceRange range : leftOut)
    if (FileID id = sources.getFileID(range.getBegin()); user.contains(sources, id))
      skipped[id].emplace_back(sources.getSpellingLineNumber(range.getBegin()),
                               sources.getSpellingLineNumber(range.getEnd()));
  for (size_t index = 0; index < unit.files.size(); ++index)
    if (const summary::File &file = unit.files[index]; file.user)
      extract::collectSuppressions(texts.lookup(file.path), index, language, unit,
                                   [&](uint32_t line) { return isLeftOut(file.path, line, skipped); });
}

bool FileTable::isLeftOut(llvm::StringRef path, unsigned line, const SkippedLines &skipped) const {
  auto ids = entries.find(path);
  return ids != entries.end() && llvm::all_of(ids->second, [&](FileID id) {
    auto lines = skipped.find(id);
    return lines != skipped.end() &&
           llvm::any_of(lines->second, [&](const auto &each) { return each.first < line && line < each.second; });
  });
}

} // namespace scalelint::extract
