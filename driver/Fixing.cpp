// Which fixes are applied, and how they reach the disk.
#include "driver/Fixing.h"

#include "analysis/summary/SummaryStore.h"
#include "driver/report/Snippet.h"
#include "driver/report/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

#include <set>

namespace scalelint::driver {

namespace fs = llvm::sys::fs;

AnalysedFiles analysedFiles(llvm::ArrayRef<summary::TUSummary> units) {
  AnalysedFiles files;
  for (const summary::TUSummary &unit : units) {
    bool isWhole = llvm::none_of(unit.diagnostics, [](const auto &each) { return each.fatal; });
    for (const summary::File &file : unit.files) {
      if (!file.user)
        continue;
      AnalysedFile &known = files.try_emplace(file.path, AnalysedFile{file.hash}).first->second;
      known.isSteady &= known.hash == file.hash;
      known.isWhole &= isWhole;
    }
  }
  return files;
}

// Why this file must stay as it is; empty when it need not.
static std::string obstacle(const std::string &file, const AnalysedFiles &analysed,
                            const report::SourceProvider &sources) {
  auto known = analysed.find(file);
  if (known == analysed.end())
    return "is not the project's own code";
  if (!known->second.isWhole)
    return "belongs to a unit that was not wholly analysed";
  const report::SourceText *source = sources.file(file);
  if (!source || !known->second.isSteady || summary::contentHash(source->contents()) != known->second.hash)
    return "has changed since it was analysed";
  return "";
}

static std::string countedFixes(size_t count) { return llvm::formatv("{0} fix{1}", count, count == 1 ? "" : "es"); }

static std::string placeOf(const Finding &finding, const std::string &root) {
  return llvm::formatv("{0}:{1}:{2}", report::printable(report::relativeTo(root, finding.primary.file)),
                       finding.primary.line, finding.primary.column);
}

Fixing fixAll(const report::Report &report, const AnalysedFiles &analysed, const report::SourceProvider &sources) {
  Fixing fixing;
  std::map<std::string, std::string> obstacles; // by file; empty: none
  std::map<std::string, size_t> kept; // fixes that are not applied, by the file that must stay as it is
  std::vector<const Fix *> fixes;
  std::map<const Fix *, const Finding *> owners; // for look-up alone
  for (const Finding *finding : report::worstFirst(report)) {
    if (finding->fixes.empty())
      continue;
    const Fix &fix = finding->fixes.front();
    auto isKept = [&](const Replacement &each) {
      auto [it, isNew] = obstacles.try_emplace(each.range.file);
      if (isNew)
        it->second = obstacle(each.range.file, analysed, sources);
      return !it->second.empty();
    };
    auto blocked = llvm::find_if(fix.replacements, isKept);
    if (blocked != fix.replacements.end()) {
      ++kept[blocked->range.file];
      continue;
    }
    fixes.push_back(&fix);
    owners[&fix] = finding;
  }
  fixing.files = report::applyFixes(fixes, sources);
  for (const auto &[file, count] : kept)
    fixing.refusals.push_back(llvm::formatv("'{0}' {1}; {2} not applied",
                                            report::printable(report::relativeTo(report.root, file)), obstacles[file],
                                            countedFixes(count)));
  for (const report::RefusedFix &refused : fixing.files.refused)
    fixing.refusals.push_back(llvm::formatv("{0}: the fix '{1}' is not applied: {2}",
                                            placeOf(*owners[refused.fix], report.root),
                                            report::printable(refused.fix->description),
                                            report::printable(refused.reason)));
  return fixing;
}

// Written through links, so that a link stays one.
static llvm::Error rewrite(const std::string &file, const std::string &contents, const AnalysedFile &analysed) {
  llvm::SmallString<256> real;
  if (std::error_code error = fs::real_path(file, real))
    return llvm::createFileError(file, error);
  if (std::error_code error = fs::access(real, fs::AccessMode::Write))
    return llvm::createFileError(file, error);
  llvm::ErrorOr<fs::perms> permissions = fs::getPermissions(real);
  if (!permissions)
    return llvm::createFileError(file, permissions.getError());
  auto old = llvm::MemoryBuffer::getFile(real);
  if (!old)
    return llvm::createFileError(file, old.getError());
  if (summary::contentHash((*old)->getBuffer()) != analysed.hash)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "'" + file + "' changes while it is fixed");
  return summary::writeAtomically(real, contents, *permissions);
}

llvm::Error writeFixes(const Fixing &fixing, const AnalysedFiles &analysed) {
  llvm::Error errors = llvm::Error::success();
  for (const auto &[file, contents] : fixing.files.contents)
    errors = llvm::joinErrors(std::move(errors), rewrite(file, contents, analysed.at(file)));
  return errors;
}

std::string fixesLine(const Fixing &fixing, llvm::StringRef verb) {
  if (fixing.files.contents.empty())
    return "no fix to apply";
  return llvm::formatv("{0} {1} in {2}", verb, countedFixes(fixing.files.applied.size()),
                       report::counted(fixing.files.contents.size(), "file"));
}

} // namespace scalelint::driver
