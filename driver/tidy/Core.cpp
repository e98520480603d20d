// The analysis behind the clang-tidy module. Options of all checks together:
//
//   scale.Config     configuration file; else the nearest .scalelint.yaml above the main file
//   scale.Root       folder of the project's own code; else that of the configuration, of the repository, of the file
//   scale.Rules      rule packs instead of those that come along
//   scale.Summaries  cache of a `scalelint check`: helpers in other files are seen through it
#include "driver/tidy/Core.h"

#include "analysis/model/Matchers.h"
#include "analysis/model/Reader.h"
#include "driver/Analysis.h"
#include "driver/Cache.h"
#include "driver/PackFiles.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <dlfcn.h>

#include <mutex>

namespace path = llvm::sys::path;
using llvm::StringRef;

namespace scalelint::tidy {
namespace {

constexpr const char *Words[] = {"scale.Config", "scale.Root", "scale.Rules", "scale.Summaries"};

std::string option(const Setup &setup, const char *name) {
  auto it = setup.options.find(name);
  return it == setup.options.end() ? "" : it->second;
}

void unknownOptions(const Setup &setup, std::vector<std::string> &problems) {
  std::vector<StringRef> words(std::begin(Words), std::end(Words)), ids;
  for (const Check *check : allChecks())
    ids.push_back(check->id);
  for (const auto &[name, value] : setup.options) {
    auto [id, word] = StringRef(name).split('.');
    const Check *check = findCheck(id.str());
    if (id == "scale") {
      if (!llvm::is_contained(words, name))
        problems.push_back("unknown option '" + name + "'" + model::hint(name, words));
    } else if (!check) {
      problems.push_back("option of an unknown check '" + id.str() + "'" + model::hint(id, ids));
    } else {
      std::vector<StringRef> known;
      for (const OptionDescription &option : check->options)
        known.push_back(option.name);
      if (!llvm::is_contained(known, word))
        problems.push_back(id.str() + " has no option '" + word.str() + "'" + model::hint(word, known));
    }
  }
}

// share/scalelint/rules beside the folder of this library, or the source folder that it was built from.
std::string comeAlongRules() {
  Dl_info info;
  if (dladdr(reinterpret_cast<void *>(&comeAlongRules), &info) && info.dli_fname) {
    llvm::SmallString<256> folder(info.dli_fname);
    llvm::sys::fs::make_absolute(folder);
    for (int up = 0; up < 3; ++up)
      path::remove_filename(folder);
    path::append(folder, "share", "scalelint", "rules");
    if (llvm::sys::fs::is_directory(folder))
      return std::string(folder);
  }
  return SCALELINT_RULES_DIR;
}

struct Loaded {
  driver::Configuration configuration;
  std::vector<model::RulePack> packs;
  std::vector<std::string> problems;
};

Loaded load(const Setup &setup) {
  Loaded result;
  unknownOptions(setup, result.problems);
  std::string file = option(setup, "scale.Config");
  if (file.empty())
    file = driver::findConfiguration(path::parent_path(setup.mainFile));
  if (!file.empty()) {
    if (auto configuration = driver::loadConfiguration(file, allChecks()))
      result.configuration = std::move(*configuration);
    else
      result.problems.push_back(llvm::toString(configuration.takeError()));
  }
  driver::Override own; // what clang-tidy says of this file wins
  own.paths = {"*"};
  for (const auto &[name, value] : setup.options)
    if (auto [check, word] = StringRef(name).split('.'); findCheck(check.str()))
      for (driver::CheckSettings *settings : {static_cast<driver::CheckSettings *>(&result.configuration),
                                              static_cast<driver::CheckSettings *>(&own)})
        settings->checkOptions[check.str()].values[word.str()] = value;
  result.configuration.overrides.push_back(std::move(own));
  std::string rules = option(setup, "scale.Rules");
  // Packs change only between runs: read once for a process that looks at many units.
  static std::mutex guard;
  static std::map<std::vector<std::string>, std::pair<std::vector<model::RulePack>, std::vector<std::string>>> known;
  std::vector<std::string> key = result.configuration.rules;
  key.push_back(rules.empty() ? comeAlongRules() : rules);
  std::lock_guard lock(guard);
  auto [it, inserted] = known.try_emplace(key);
  if (inserted)
    it->second.first = driver::readPacks(key.back(), result.configuration.rules, it->second.second, it->second.second);
  result.packs = it->second.first;
  llvm::append_range(result.problems, it->second.second);
  return result;
}

std::string rootOf(const Setup &setup, const driver::Configuration &configuration) {
  if (std::string root = option(setup, "scale.Root"); !root.empty())
    return root;
  if (!configuration.folder.empty())
    return configuration.folder;
  StringRef folder = path::parent_path(setup.mainFile);
  for (StringRef above = folder; !above.empty(); above = path::parent_path(above)) {
    llvm::SmallString<256> repository(above);
    path::append(repository, ".git");
    if (llvm::sys::fs::exists(repository))
      return above.str();
  }
  return folder.str();
}

// The units of the program: those that are stored, and this one in place of what is stored of it.
std::vector<summary::TUSummary> unitsOf(const Setup &setup, const summary::TUSummary &unit,
                                        std::vector<std::string> &problems) {
  std::vector<summary::TUSummary> units;
  if (std::string folder = option(setup, "scale.Summaries"); !folder.empty()) {
    if (auto cache = driver::Cache::existing(folder))
      units = cache->all();
    else
      problems.push_back("scale.Summaries: " + llvm::toString(cache.takeError()));
    if (units.empty() && problems.empty())
      problems.push_back("scale.Summaries: '" + folder + "' holds no summary that is up to date; run scalelint check first");
  }
  llvm::erase_if(units, [&](const summary::TUSummary &stored) { return stored.mainFile == unit.mainFile; });
  units.push_back(unit);
  return units;
}

// What an exception would have said.
template <class Result, class Work> Result guarded(Work work) noexcept {
  try {
    return work();
  } catch (const std::exception &error) {
    Result result;
    result.problems.push_back(error.what());
    return result;
  } catch (...) {
    Result result;
    result.problems.push_back("an unknown error");
    return result;
  }
}

} // namespace

std::vector<CheckEntry> checks() noexcept {
  std::vector<CheckEntry> result;
  for (const Check *check : allChecks()) {
    result.push_back({check->id, {}});
    for (const OptionDescription &option : check->options)
      result.back().options.emplace_back(option.name, option.defaultValue);
  }
  return result;
}

Plan plan(const Setup &setup) noexcept {
  return guarded<Plan>([&] {
    Loaded loaded = load(setup);
    Plan result;
    result.folders = {rootOf(setup, loaded.configuration)};
    result.excluded = loaded.configuration.exclude.value_or(driver::defaultExclude());
    result.matchers = model::matcherExpressions(loaded.packs);
    result.problems = std::move(loaded.problems);
    return result;
  });
}

Outcome analyse(const Setup &setup, const summary::TUSummary &unit) noexcept {
  return guarded<Outcome>([&] {
    Loaded loaded = load(setup);
    Outcome result;
    std::vector<const Check *> chosen;
    for (const std::string &id : setup.checks)
      if (const Check *check = findCheck(id))
        chosen.push_back(check);
    std::vector<Notification> notifications;
    driver::CheckPlan plan(loaded.configuration, chosen);
    result.findings =
        driver::analyse(plan, unitsOf(setup, unit, result.problems), std::move(loaded.packs), notifications).findings;
    for (Notification &notification : notifications)
      result.problems.push_back(std::move(notification.message));
    return result;
  });
}

} // namespace scalelint::tidy
