// Findings on operations that run while a lock or a transaction is held.
#include "checks/RegionFindings.h"
#include "checks/LoopFindings.h"
#include "checks/TrailFindings.h"
#include "checks/latency/Bounds.h"

#include "analysis/model/Scalars.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using namespace program;

static std::string quoted(const std::string &name) { return "'" + name + "'"; }

// "'mutex_'", "'from.mutex' and 'to.mutex'", else "lock".
static std::string nameOf(const Program &program, const RegionCheck &check, const Acquisition &taken) {
  std::vector<std::string> names;
  for (Bound object : taken.objects)
    if (std::string name = describe(program, object); !name.empty())
      names.push_back(quoted(name));
  if (names.empty())
    return std::string("a ") + check.region;
  std::string name = llvm::join(names, " and ");
  return check.kind == model::ScopeKind::Transaction ? "the transaction on " + name : name;
}

static std::string spelledSleep(const Program &program, const RegionTrail &trail) {
  if (!trail.sleep)
    return "sleep";
  auto length = duration(program, trail.sleep, model::Unit::None);
  return length && *length > 0 ? "sleep of " + model::spellDuration(std::chrono::nanoseconds(*length)) : "sleep";
}

static std::string whatOf(const Program &program, const RegionTrail &trail) {
  return trail.operation ? program.lenses().statements.describe(trail.operation) : spelledSleep(program, trail);
}

static std::string spelledBound(const Program &program, const Operation &operation) {
  if (auto bound = boundOf(program, operation))
    return ", for up to " + model::spellDuration(*bound);
  return waitsForEver(program, operation) ? ", with no timeout" : "";
}

// Whatever takes it, the calls from the region, the operation.
static std::vector<Step> wayTo(const Program &program, const RegionCheck &check, const RegionTrail &trail) {
  std::vector<Step> steps;
  steps.push_back({rangeOf(program, trail.frame->function->calls[trail.call].span),
                   "runs the " + whatOf(program, trail), trail.frame->depth, true});
  for (const Frame *frame = trail.frame; frame != trail.regionFrame && frame->caller; frame = frame->caller)
    steps.push_back({rangeOf(program, frame->caller->function->calls[frame->call].span),
                     "calls '" + frame->function->displayName + "'", frame->caller->depth, false});
  auto isTaken = [&](const Acquisition &taken) {
    steps.push_back({rangeOf(program, program.call(taken.site).span),
                     std::string(check.taken) + " " + nameOf(program, check, taken), 0, true});
  };
  isTaken(*trail.region);
  for (const Acquisition *outer : trail.outer)
    isTaken(*outer);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

static Finding findingOf(const Program &program, const RegionCheck &check, const RegionTrail &trail, unsigned more) {
  Finding finding;
  finding.check = check.id;
  finding.primary = rangeOf(program, program.call(trail.primary).span);
  finding.function = trail.primary.function->displayName;
  std::string what = whatOf(program, trail), held = nameOf(program, check, *trail.region);
  bool isMinor = check.isMinor(program, trail);
  finding.message = what + " runs while " + held + " " + check.held;
  if (trail.operation)
    finding.message += spelledBound(program, trail.operation);
  if (isMinor)
    finding.message += ", which guards that connection alone";
  if (more)
    finding.message += ", and " + std::to_string(more) + (more == 1 ? " more operation" : " more operations");
  finding.message += std::string("; ") + check.consequence;
  finding.suggestion = check.suggestion;
  finding.key = what + " under " + held;
  finding.flow = wayTo(program, check, trail);
  finding.related.push_back({rangeOf(program, program.call(trail.region->site).span),
                             std::string(check.taken) + " " + held, 0, true});
  finding.rank = 50 + (trail.frame != trail.regionFrame ? 5 : 0) + (trail.outer.empty() ? 0 : 5);
  if (isMinor) {
    finding.level = Level::Note;
    finding.rank = 20;
  }
  placeOnRequestPath(program, *trail.primary.function, finding);
  return finding;
}

// What was taken on the way has a finding of its own, unless that one says little.
static bool isReportedInside(const Program &program, const RegionCheck &check, const RegionTrail &trail) {
  if (!trail.inner)
    return false;
  return llvm::any_of(program.lenses().regions().trails, [&](const RegionTrail &other) {
    return other.region->site == trail.inner->site && other.frame->function == trail.frame->function &&
           other.call == trail.call && check.concerns(program, other) && !check.isMinor(program, other);
  });
}

void reportRegions(const Program &program, const RegionCheck &check, const FindingSink &sink) {
  std::vector<const RegionTrail *> trails;
  for (const RegionTrail &trail : program.lenses().regions().trails)
    if (trail.region->kind == check.kind && check.concerns(program, trail) && !isReportedInside(program, check, trail))
      trails.push_back(&trail);
  reportByCall<RegionTrail>(
      trails, [&](const RegionTrail &trail) { return whatOf(program, trail); },
      [&](const RegionTrail &trail) { return !check.isMinor(program, trail); },
      [&](const RegionTrail &trail, unsigned more) { return findingOf(program, check, trail, more); }, sink);
}

} // namespace scalelint
