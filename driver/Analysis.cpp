// From summaries to findings.
//
// A finding is judged by what the configuration says of the file that it stands in. Checks read their options before
// they look at any file; so where overrides give some files other options, the check runs once for each set of options,
// and of each run those findings are kept that stand where the set holds.
#include "driver/Analysis.h"

#include "analysis/program/Lenses.h"
#include "driver/Schema.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <set>

namespace scalelint::driver {
namespace {

class Judge {
public:
  Judge(const CheckPlan &plan, const program::Program &program, Analysis &result)
      : plan(plan), suppressions(program), result(result) {
    layers.insert(CheckPlan::Layers()); // of findings that stand in none of the program's files
    for (const summary::File &file : program.files)
      layers.insert(plan.layersOf(file.path));
  }

  std::vector<CheckOptions> optionSets(const Check &check) const {
    std::vector<CheckOptions> sets;
    for (const CheckPlan::Layers &each : layers)
      if (CheckOptions options = plan.options(check, each); !llvm::is_contained(sets, options))
        sets.push_back(std::move(options));
    return sets;
  }

  void take(Finding finding, const Check &check, const CheckOptions &options) {
    CheckPlan::Layers own = plan.layersOf(finding.primary.file);
    if (plan.options(check, layers.contains(own) ? own : CheckPlan::Layers()) != options)
      return;
    if (!plan.isOn(check, own))
      return result.off.push_back(std::move(finding));
    std::vector<const summary::Suppression *> comments = suppressions.silencing(finding);
    auto said = llvm::find_if(comments, [](const auto *comment) { return !comment->reason.empty(); });
    if (comments.empty() || (said == comments.end() && plan.requiresReason(own))) {
      for (const summary::Suppression *comment : comments)
        finding.related.push_back({suppressions.placeOf(*comment), "gives no reason, so it silences nothing"});
      return result.findings.push_back(std::move(finding));
    }
    const summary::Suppression &comment = said == comments.end() ? *comments.front() : **said;
    result.suppressed.push_back({std::move(finding), comment.reason, suppressions.placeOf(comment)});
  }

  void finish() { result.notes = suppressions.notes(plan); }

private:
  const CheckPlan &plan;
  Suppressions suppressions;
  Analysis &result;
  std::set<CheckPlan::Layers> layers; // that files of the program have
};

} // namespace

Analysis analyse(const CheckPlan &plan, std::vector<summary::TUSummary> units, std::vector<model::RulePack> packs,
                 std::vector<Notification> &notifications) {
  auto program = program::link(std::move(units), std::move(packs));
  program->schema = readSchema(plan.configuration(), *llvm::vfs::getRealFileSystem(), notifications);
  program->look(plan.configuration().roots);
  // From here on an entity has one identity, and a call has a meaning.

  Analysis result;
  Judge judge(plan, *program, result);
  for (const Check *check : plan.running())
    for (const CheckOptions &options : judge.optionSets(*check))
      check->run(*program, options, [&](Finding finding) { judge.take(std::move(finding), *check, options); });
  judge.finish();
  return result;
}

} // namespace scalelint::driver
