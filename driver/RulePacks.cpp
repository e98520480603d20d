// The rule packs of a run.
#include "driver/RulePacks.h"

#include "analysis/model/Listing.h"
#include "analysis/model/Matchers.h"
#include "analysis/model/Reader.h"
#include "analysis/model/Validate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace scalelint::driver {
namespace {

std::string text(const model::Position &position) {
  return position.file + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

void compileMatchers(RulePacks &rules, std::vector<std::string> &problems) {
  rules.matchers = model::matcherExpressions(rules.packs);
  for (const auto &expression : rules.matchers) {
    auto error = rules.compiled.add(expression);
    if (!error)
      continue;
    std::string reason = llvm::toString(std::move(error));
    for (const auto &pack : rules.packs)
      model::forEachPattern(pack, [&](const model::CallPattern &pattern) {
        if (pattern.matcher == expression)
          problems.push_back(text(pattern.position) + ": in the matcher: " + reason);
      });
  }
}

} // namespace

llvm::Expected<RulePacks> loadPacks(StringRef comeAlong, llvm::ArrayRef<std::string> own) {
  RulePacks rules;
  std::vector<std::string> problems, oursProblems;
  rules.packs = readPacks(comeAlong, own, problems, oursProblems);
  for (auto &problem : oursProblems)
    rules.notifications.push_back({Level::Warning, "pack-invalid", problem, std::nullopt});
  compileMatchers(rules, problems);
  if (!problems.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(), llvm::join(problems, "\n"));
  return rules;
}

ExitCode listRules(const ListRulesCommand &command, StringRef folder, llvm::raw_ostream &out,
                   llvm::raw_ostream &err) {
  std::vector<std::string> problems;
  auto packs = model::loadRulePacks(folder, problems);
  std::vector<StringRef> libraries;
  for (const auto &pack : packs)
    libraries.push_back(pack.library);
  for (const auto &library : command.libraries)
    if (!llvm::is_contained(libraries, library))
      problems.push_back("unknown library '" + library + "'" + model::hint(library, libraries));
  auto detail = command.rows ? model::Detail::Rows : model::Detail::Summary;
  for (const auto &pack : packs)
    if (command.libraries.empty() || llvm::is_contained(command.libraries, pack.library))
      model::printRulePack(out, pack, detail);
  for (const auto &problem : problems)
    err << "scalelint: " << problem << '\n';
  return problems.empty() ? ExitCode::Clean : ExitCode::UsageError;
}

ExitCode validateRules(const ValidateRulesCommand &command, llvm::raw_ostream &out,
                       llvm::raw_ostream &err) {
  std::vector<std::string> problems;
  RulePacks rules;
  rules.packs = readPacks(command.files, problems);
  compileMatchers(rules, problems);
  for (const auto &pack : rules.packs)
    for (const auto &remark : model::validate(pack)) {
      if (remark.gravity == model::Gravity::Problem)
        problems.push_back(model::text(remark));
      else
        out << model::text(remark) << '\n';
    }
  for (const auto &problem : problems)
    err << problem << '\n';
  if (!problems.empty())
    return ExitCode::UsageError;
  out << rules.packs.size() << (rules.packs.size() == 1 ? " pack is" : " packs are") << " valid\n";
  return ExitCode::Clean;
}

} // namespace scalelint::driver
