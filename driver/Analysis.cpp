// From summaries to findings.
#include "driver/Analysis.h"

#include "analysis/program/Lenses.h"
#include "driver/Schema.h"

#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace scalelint::driver {

static bool isSuppressed(const program::Program &program, const Finding &finding) {
  for (const summary::Suppression &comment : program.suppressions) {
    if (program.path(comment.file) != finding.primary.file || finding.primary.line < comment.firstLine ||
        finding.primary.line > comment.lastLine)
      continue;
    if (comment.checks.empty())
      return true;
    for (const std::string &glob : comment.checks) {
      auto pattern = llvm::GlobPattern::create(glob);
      if (pattern && pattern->match(finding.check))
        return true;
      if (!pattern)
        llvm::consumeError(pattern.takeError());
    }
  }
  return false;
}

Analysis analyse(const Configuration &configuration, std::vector<summary::TUSummary> units,
                 std::vector<model::RulePack> packs, const std::vector<const Check *> &checks,
                 std::vector<Notification> &notifications) {
  auto program = program::link(std::move(units), std::move(packs));
  program->schema = readSchema(configuration, *llvm::vfs::getRealFileSystem(), notifications);
  program->look(configuration.roots);
  // From here on an entity has one identity, and a call has a meaning.

  Analysis result;
  for (const Check *check : checks)
    check->run(*program, optionsOf(configuration, *check), [&](Finding finding) {
      (isSuppressed(*program, finding) ? result.suppressed : result.findings).push_back(std::move(finding));
    });
  return result;
}

} // namespace scalelint::driver
