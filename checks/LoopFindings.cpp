// Findings on operations that run once per turn of a data-driven loop.
#include "checks/LoopFindings.h"
#include "checks/TrailFindings.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint {

using namespace program;

SourceRange rangeOf(const Program &program, const Span &span) {
  if (!span.valid())
    return {};
  return {program.path(span.file), span.line, span.column, span.endLine, span.endColumn};
}

void placeOnRequestPath(const Program &program, const Function &function, Finding &finding) {
  const Roots &roots = program.lenses().roots;
  if (&function == &program.globals)
    return; // before anything is served
  for (uint32_t root : roots.rootsOf(function))
    if (!llvm::is_contained(finding.roots, roots.all[root].name))
      finding.roots.push_back(roots.all[root].name);
  llvm::sort(finding.roots);
  if (finding.roots.empty() && roots.anyRequest())
    finding.level = Level::Note;
  if (!finding.roots.empty())
    finding.rank += 15;

  // The way from the nearest root, before the steps that the finding already has: these lie inside
  // of the function at its end.
  if (const Reached *reached = roots.reached(function))
    for (Step &step : finding.flow)
      step.nesting += reached->distance + 1;
  std::vector<Step> way;
  const Function *at = &function;
  for (const Reached *reached = roots.reached(*at); reached; reached = roots.reached(*at)) {
    if (!reached->from) {
      const Root &root = roots.all[reached->root];
      way.push_back({rangeOf(program, root.place), root.name, 0, false});
      break;
    }
    const summary::Call &call = program.call(reached->from);
    way.push_back({rangeOf(program, call.span), "calls '" + at->displayName + "'", reached->distance, false});
    at = reached->from.function;
  }
  finding.flow.insert(finding.flow.begin(), way.rbegin(), way.rend());
}

// The calls from the region to the operation, outermost first.
static std::vector<Step> wayTo(const Program &program, const LoopTrail &trail) {
  std::vector<Step> steps;
  const Operation &operation = trail.operation;
  steps.push_back({rangeOf(program, operation.get().span),
                   "runs the " + program.lenses().statements.describe(operation), operation.frame->depth, true});
  for (const Frame *frame = operation.frame; frame && frame != trail.regionFrame; frame = frame->caller)
    if (frame->caller)
      steps.push_back({rangeOf(program, frame->caller->function->calls[frame->call].span),
                       "calls '" + frame->function->displayName + "'", frame->caller->depth, false});
  steps.push_back({rangeOf(program, trail.loop), "loop: once per " + trail.turns.driver, 0, true});
  std::reverse(steps.begin(), steps.end());
  return steps;
}

// " (N+1)", " (N·M+1)"; a write alone in its loop has none.
static std::string degree(const LoopCheck &check, const LoopTrail &trail) {
  static const char *const counts[] = {"N", "N·M", "N·M·K"};
  if (!check.reads && trail.depth() == 1)
    return "";
  if (trail.depth() > std::size(counts))
    return " (" + std::to_string(trail.depth()) + " loops deep)";
  return std::string(" (") + counts[trail.depth() - 1] + (check.reads ? "+1)" : ")");
}

// The same turn of the loop also commits.
static bool commitsEachTurn(const Program &program, const LoopTrail &trail) {
  return llvm::any_of(program.lenses().loopTrails, [&](const LoopTrail &other) {
    return other.operation.row->does == model::Does::SqlCommit && other.regionFrame == trail.regionFrame &&
           other.loop == trail.loop;
  });
}

static Finding findingOf(const Program &program, const LoopCheck &check, const LoopTrail &trail, unsigned more) {
  const Statements &statements = program.lenses().statements;
  const summary::Call &call = program.call(trail.primary);
  Finding finding;
  finding.check = check.id;
  finding.primary = rangeOf(program, call.span);
  finding.function = trail.primary.function->displayName;
  std::string what = statements.describe(trail.operation);
  finding.message = what + " runs once per " + trail.turns.driver;
  if (trail.turns.upTo)
    finding.message += ", up to " + std::to_string(*trail.turns.upTo) + " times";
  for (const std::string &outer : trail.outer)
    finding.message += " for each " + outer;
  finding.message += degree(check, trail);
  if (trail.behindCache)
    finding.message += ", each time a lookup finds nothing";
  bool commits = !check.reads && commitsEachTurn(program, trail);
  if (commits)
    finding.message += ", with a commit each time";
  if (more)
    finding.message += ", and " + std::to_string(more) + (more == 1 ? " more operation" : " more operations");
  finding.message += std::string("; ") + check.consequence;
  finding.suggestion = check.suggestion;
  finding.key = what + " per " + trail.turns.driver;
  finding.flow = wayTo(program, trail);
  finding.rank = 50 + (trail.depth() > 1 ? 15 : 0) + (trail.operation.frame != trail.regionFrame ? 5 : 0) +
                 (commits ? 10 : 0);
  bool noRoundTrip = trail.operation.row->inProcess && check.reads;
  if (noRoundTrip || trail.behindCache) {
    finding.level = Level::Note;
    finding.rank = 20;
  }
  placeOnRequestPath(program, *trail.primary.function, finding);
  return finding;
}

void reportLoops(const Program &program, const LoopCheck &check, const FindingSink &sink) {
  const Statements &statements = program.lenses().statements;
  std::vector<const LoopTrail *> trails;
  for (const LoopTrail &trail : program.lenses().loopTrails)
    if (check.concerns(program, trail))
      trails.push_back(&trail);
  reportByCall<LoopTrail>(
      trails,
      [&](const LoopTrail &trail) {
        return statements.describe(trail.operation) + statements.of(trail.operation).text.literal();
      },
      // A remote operation says more than one in this process.
      [](const LoopTrail &trail) { return !trail.operation.row->inProcess; },
      [&](const LoopTrail &trail, unsigned more) { return findingOf(program, check, trail, more); }, sink);
}

} // namespace scalelint
