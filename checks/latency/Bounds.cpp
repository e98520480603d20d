// Bounds of operations from what is set on their clients.
#include "checks/latency/Bounds.h"

#include "analysis/program/Lenses.h"

namespace scalelint {

using namespace program;
using std::chrono::nanoseconds;

// What bounds this aspect of the use: set on the call, on the client, or by default.
static std::optional<nanoseconds> timeOf(const ClientObject &object, const Use &use, llvm::StringRef aspect) {
  for (const std::vector<Setting> *settings : {&use.settings, &object.settings})
    for (const Setting &setting : llvm::reverse(*settings)) {
      if (setting.aspect != aspect || (setting.asynchronousOnly && use.operation.row->blocking))
        continue;
      if (setting.unit == model::Unit::None || !setting.value || *setting.value <= 0)
        return std::nullopt;
      return nanoseconds(*setting.value);
    }
  // Where some of its options are out of sight, the default may have been changed.
  if (object.optionsUnknown || use.optionsUnknown || object.escape)
    return std::nullopt;
  for (const model::AspectRow &row : object.client->aspects)
    if (row.aspect == aspect)
      return row.defaultValue;
  return std::nullopt;
}

// A total deadline is the bound; else reading and, where it is bounded too, connecting before it.
static std::optional<nanoseconds> boundOf(const ClientObject &object, const Use &use) {
  for (const char *whole : {"total-timeout", "statement-timeout"})
    if (auto time = timeOf(object, use, whole))
      return time;
  auto read = timeOf(object, use, "read-timeout");
  if (!read)
    return std::nullopt;
  return *read + timeOf(object, use, "connect-timeout").value_or(nanoseconds(0));
}

static bool isUseOf(const Use &use, const Operation &operation) {
  return use.operation.frame->function == operation.frame->function && use.operation.call == operation.call;
}

// Nothing is set, and the library's default is known to be none.
static bool hasNoDeadline(const ClientObject &object, const Use &use) {
  if (object.optionsUnknown || use.optionsUnknown || object.escape)
    return false;
  bool known = false;
  for (const model::AspectRow &row : object.client->aspects) {
    if (row.aspect == "connect-timeout")
      continue;
    if (row.defaultValue || row.defaultUnknown)
      return false;
    known |= row.aspect == "read-timeout" || row.aspect == "total-timeout" || row.aspect == "statement-timeout";
  }
  auto bounds = [](const Setting &setting) { return setting.aspect != "connect-timeout"; };
  return known && llvm::none_of(use.settings, bounds) && llvm::none_of(object.settings, bounds);
}

bool waitsForEver(const Program &program, const Operation &operation) {
  bool used = false;
  for (const ClientObject &object : program.lenses().settings.objects)
    for (const Use &use : object.uses)
      if (isUseOf(use, operation)) {
        if (!hasNoDeadline(object, use))
          return false;
        used = true;
      }
  return used;
}

std::optional<nanoseconds> boundOf(const Program &program, const Operation &operation) {
  std::optional<nanoseconds> longest;
  for (const ClientObject &object : program.lenses().settings.objects)
    for (const Use &use : object.uses) {
      if (!isUseOf(use, operation))
        continue;
      auto bound = boundOf(object, use);
      if (!bound)
        return std::nullopt;
      longest = std::max(longest.value_or(*bound), *bound);
    }
  return longest;
}

} // namespace scalelint
