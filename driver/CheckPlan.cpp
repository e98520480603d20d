// Which checks run, and where.
#include "driver/CheckPlan.h"

#include "analysis/model/Reader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

using llvm::StringRef;

namespace scalelint::driver {
namespace {

bool fits(StringRef glob, StringRef id) {
  auto pattern = llvm::GlobPattern::create(glob);
  if (pattern)
    return pattern->match(id);
  llvm::consumeError(pattern.takeError());
  return false;
}

llvm::SmallVector<StringRef> split(StringRef globs) {
  llvm::SmallVector<StringRef> result;
  globs.split(result, ',', -1, false);
  for (StringRef &glob : result)
    glob = glob.trim();
  return result;
}

// What is said of one check. Named by its id it runs whatever the profile; a glob takes what the profile has.
struct Choice {
  bool on = true;
  bool byName = false;

  bool isOn(const Check &check, Profile profile) const { return on && (byName || check.profile <= profile); }

  void take(StringRef glob, StringRef id, bool enabled) {
    if (!fits(glob, id))
      return;
    on = enabled;
    byName = enabled && (byName || glob == id);
  }
};

// The last glob that fits decides.
void apply(const std::vector<CheckChoice> &choices, StringRef id, Choice &choice) {
  for (const CheckChoice &each : choices)
    choice.take(each.glob, id, each.enabled);
}

// As in clang-tidy: a list that does not begin with a `-` begins with nothing.
void apply(StringRef globs, StringRef id, Choice &choice) {
  llvm::SmallVector<StringRef> all = split(globs);
  if (!all.empty() && !all.front().starts_with("-"))
    choice = {false, false};
  for (StringRef glob : all) {
    bool enabled = !glob.consume_front("-");
    choice.take(glob, id, enabled);
  }
}

} // namespace

CheckPlan::CheckPlan(const Configuration &configuration, std::vector<const Check *> chosen)
    : base(configuration), folder(extract::realFolder(configuration.folder)), all(chosen),
      candidates(std::move(chosen)) {
  for (const Override &each : base.overrides)
    paths.emplace_back(each.paths);
}

CheckPlan::CheckPlan(const Configuration &configuration, std::vector<const Check *> known, Asked words)
    : CheckPlan(configuration, std::move(known)) {
  asked = std::move(words);
  // One that no file has on may be among them: which overrides meet in a file is not known here.
  llvm::erase_if(candidates, [&](const Check *check) {
    Profile profile = base.profile.value_or(Profile::Default);
    Choice choice;
    apply(base.checks, check->id, choice);
    for (const Override &each : base.overrides) {
      profile = std::max(profile, each.profile.value_or(Profile::Default));
      Choice there{false, false};
      apply(each.checks, check->id, there);
      choice.on |= there.on;
      choice.byName |= there.byName;
    }
    apply(asked->globs, check->id, choice);
    return !choice.isOn(*check, asked->profile.value_or(profile));
  });
}

CheckPlan::Layers CheckPlan::layersOf(StringRef file) const {
  Layers layers;
  if (folder.empty() || !extract::isBelow(file, folder))
    return layers;
  for (unsigned number = 0; number < paths.size(); ++number)
    if (paths[number].match(file, folder))
      layers.push_back(number);
  return layers;
}

bool CheckPlan::isOn(const Check &check, const Layers &layers) const {
  if (!asked)
    return true;
  Profile profile = base.profile.value_or(Profile::Default);
  Choice choice;
  apply(base.checks, check.id, choice);
  for (unsigned number : layers) {
    const Override &layer = base.overrides[number];
    profile = layer.profile.value_or(profile);
    apply(layer.checks, check.id, choice);
  }
  apply(asked->globs, check.id, choice);
  return choice.isOn(check, asked->profile.value_or(profile));
}

CheckOptions CheckPlan::options(const Check &check, const Layers &layers) const {
  CheckOptions options = optionsOf(base, check);
  for (unsigned number : layers) {
    const Override &layer = base.overrides[number];
    for (const OptionDescription &each : check.options)
      if (auto said = layer.sections.values.find(each.name); said != layer.sections.values.end())
        options.values[each.name] = said->second;
    if (auto own = layer.checkOptions.find(check.id); own != layer.checkOptions.end())
      for (const auto &[name, value] : own->second.values)
        options.values[name] = value;
  }
  return options;
}

bool CheckPlan::requiresReason(const Layers &layers) const {
  bool required = base.suppressions.requireReason;
  for (unsigned number : layers)
    required = base.overrides[number].requireReason.value_or(required);
  return required;
}

llvm::Error unknownCheck(StringRef globs, const std::vector<const Check *> &known) {
  std::vector<StringRef> ids;
  for (const Check *check : known)
    ids.push_back(check->id);
  for (StringRef glob : split(globs)) {
    glob.consume_front("-");
    if (!glob.empty() && glob.find_first_of("*?[{\\") == StringRef::npos && !llvm::is_contained(ids, glob))
      return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                     "unknown check '" + glob + "'" + model::hint(glob, ids));
  }
  return llvm::Error::success();
}

} // namespace scalelint::driver
