// Comments that silence checks.
//
// A comment is unused only when nothing could have made it useful: each check that it names (a glob: every check that
// the glob fits) is on in its file, the whole program was analysed, and no finding stood on its lines. A comment in a
// header that several units read is one comment. What is hidden afterwards, by a baseline or by `--diff`, was found
// nevertheless.
#include "driver/Suppressions.h"

#include "analysis/model/Reader.h"

#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace scalelint::driver {
namespace {

constexpr StringRef Ours = "scale-";

bool isGlob(StringRef name) { return name.find_first_of("*?[{\\") != StringRef::npos; }

// Would the comment silence a check of scalelint's?
bool concernsUs(const summary::Suppression &comment) {
  return comment.checks.empty() ||
         llvm::any_of(comment.checks, [](StringRef glob) { return glob.starts_with(Ours) || glob.starts_with("*"); });
}

SuppressionNote note(const char *id, std::string message, SourceRange place, const summary::Suppression &comment) {
  SuppressionNote result;
  result.covered = {place.file, std::max(comment.firstLine, 1u), 1, std::max(comment.lastLine, comment.firstLine), 1};
  result.notification = {Level::Warning, id, std::move(message), std::move(place)};
  return result;
}

} // namespace

Suppressions::Suppressions(const program::Program &program) : program(program) {
  for (const summary::Suppression &comment : program.suppressions) {
    Entry entry{&comment, {}, std::vector<bool>(comment.checks.size())};
    for (const std::string &glob : comment.checks) {
      auto pattern = llvm::GlobPattern::create(glob);
      if (!pattern)
        llvm::consumeError(pattern.takeError());
      entry.globs.push_back(pattern ? std::optional(std::move(*pattern)) : std::nullopt);
    }
    byFile[program.path(comment.file)].push_back(std::move(entry));
  }
}

std::vector<const summary::Suppression *> Suppressions::silencing(const Finding &finding) {
  std::vector<const summary::Suppression *> result;
  auto entries = byFile.find(finding.primary.file);
  if (entries == byFile.end())
    return result;
  for (Entry &entry : entries->second) {
    if (!entry.comment->covers(finding.primary.line))
      continue;
    bool names = entry.globs.empty();
    for (size_t i = 0; i < entry.globs.size(); ++i)
      if (entry.globs[i] && entry.globs[i]->match(finding.check))
        names = entry.used[i] = true;
    if (names)
      result.push_back(entry.comment);
  }
  return result;
}

SourceRange Suppressions::placeOf(const summary::Suppression &comment) const {
  const summary::Span &span = comment.span;
  return {program.path(span.file), span.line, span.column, span.endLine, span.endColumn};
}

// What is wrong with one name in the list.
std::optional<std::string> Suppressions::complaint(const Entry &entry, size_t glob, const CheckPlan &plan,
                                                   bool &needsWholeProgram) const {
  StringRef name = entry.comment->checks[glob];
  if (!name.starts_with(Ours))
    return std::nullopt;
  std::vector<const Check *> named;
  std::vector<StringRef> ids;
  for (const Check *check : plan.known()) {
    ids.push_back(check->id);
    if (entry.globs[glob] && entry.globs[glob]->match(check->id))
      named.push_back(check);
  }
  if (named.empty())
    return ("this comment silences nothing: " + llvm::Twine(isGlob(name) ? "no check fits '" : "there is no check '") +
            name + "'" + (isGlob(name) ? "" : model::hint(name, ids)))
        .str();
  CheckPlan::Layers layers = plan.layersOf(program.path(entry.comment->file));
  bool isOffSomewhere = llvm::any_of(named, [&](const Check *check) {
    return !llvm::is_contained(plan.running(), check) || !plan.isOn(*check, layers);
  });
  if (entry.used[glob] || isOffSomewhere)
    return std::nullopt;
  needsWholeProgram = true;
  return ("'" + name + "' finds nothing that this comment could silence; take it out").str();
}

std::vector<SuppressionNote> Suppressions::notes(const CheckPlan &plan) const {
  std::vector<SuppressionNote> result;
  for (const auto &file : byFile)
    for (const Entry &entry : file.second) {
      const summary::Suppression &comment = *entry.comment;
      if (!comment.firstLine || !comment.lastLine) {
        const char *message = comment.firstLine
                                  ? "'NOLINTBEGIN' without a 'NOLINTEND' of the same checks silences nothing"
                                  : "'NOLINTEND' without a 'NOLINTBEGIN' of the same checks ends nothing";
        if (concernsUs(comment))
          result.push_back(note("suppression-unmatched", message, placeOf(comment), comment));
        continue;
      }
      for (size_t glob = 0; glob < entry.globs.size(); ++glob) {
        bool needsWholeProgram = false;
        auto message = complaint(entry, glob, plan, needsWholeProgram);
        if (!message)
          continue;
        const char *id = needsWholeProgram ? "suppression-unused" : "suppression-unknown";
        result.push_back(note(id, std::move(*message), placeOf(comment), comment));
        result.back().needsWholeProgram = needsWholeProgram;
      }
    }
  llvm::sort(result, [](const SuppressionNote &left, const SuppressionNote &right) {
    return std::tie(left.notification.range, left.notification.message) <
           std::tie(right.notification.range, right.notification.message);
  });
  return result;
}

} // namespace scalelint::driver
