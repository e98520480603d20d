// One analysis of a unit for all checks.
#include "driver/tidy/Run.h"

#include "analysis/extract/Extractor.h"
#include "analysis/extract/FileTable.h"

#include "clang/AST/ASTContext.h"

#include <set>

namespace scalelint::tidy {

std::shared_ptr<Run> Run::ofThisUnit() {
  static thread_local std::weak_ptr<Run> current; // a server analyses units on several threads
  std::shared_ptr<Run> run = current.lock();
  if (!run)
    current = run = std::make_shared<Run>();
  return run;
}

void Run::add(std::string check, std::map<std::string, std::string> options) {
  setup.checks.push_back(std::move(check));
  setup.options = std::move(options);
}

void Run::analyse(clang::ASTContext &context) {
  const clang::SourceManager &sources = context.getSourceManager();
  setup.mainFile = extract::UserCode({}).path(sources, sources.getMainFileID());
  Plan plan = tidy::plan(setup);
  problems = std::move(plan.problems);
  extract::RuleMatchers matchers;
  for (const std::string &expression : plan.matchers)
    if (llvm::Error error = matchers.add(expression))
      problems.push_back("matcher '" + expression + "': " + llvm::toString(std::move(error)));
  extract::UserCode user(plan.folders, plan.excluded);
  summary::TUSummary unit;
  extract::FileTable files(sources, user, unit); // suppressions are clang-tidy's own work
  extract::extract(context, user, matchers, unit);
  // From here on there is no AST.
  Outcome outcome = tidy::analyse(setup, unit);
  std::set<std::string> read;
  for (const summary::File &file : unit.files)
    read.insert(file.path);
  for (Finding &finding : outcome.findings) // of the whole program: the others are other units' to report
    if (read.count(finding.primary.file))
      all.push_back(std::move(finding));
  problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
}

std::vector<const Finding *> Run::findings(clang::ASTContext &context, const std::string &check) {
  if (!std::exchange(done, true))
    analyse(context);
  std::vector<const Finding *> result;
  for (const Finding &finding : all)
    if (finding.check == check)
      result.push_back(&finding);
  return result;
}

} // namespace scalelint::tidy
