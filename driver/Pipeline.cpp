// The straight line from a build folder to findings.
#include "driver/Pipeline.h"

#include "analysis/extract/Extractor.h"
#include "analysis/model/Reader.h"
#include "driver/CompileDatabase.h"
#include "driver/Extraction.h"
#include "driver/Project.h"
#include "driver/RulePacks.h"
#include "driver/report/Docs.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

#include <csignal>

namespace scalelint::driver {
namespace {

template <class... Handlers> struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

llvm::Expected<Configuration> configurationOf(const UnitOptions &options,
                                              const CompileDatabase &database,
                                              const std::vector<const Check *> &checks) {
  std::string file = options.config;
  if (file.empty())
    file = findConfiguration(commonFolder(database.units));
  if (file.empty())
    file = findConfiguration(database.folder);
  if (file.empty())
    return Configuration();
  std::vector<std::string> ids;
  for (const Check *check : checks)
    ids.push_back(check->id);
  return loadConfiguration(file, ids);
}

// The cache is a convenience: without one the run goes on.
std::optional<Cache> openCache(const UnitOptions &options, const CompileDatabase &database,
                               std::vector<Notification> &notifications) {
  if (!options.useCache)
    return std::nullopt;
  llvm::SmallString<256> folder(options.cache);
  if (folder.empty()) {
    folder = database.folder;
    llvm::sys::path::append(folder, ".scalelint");
  }
  auto cache = Cache::open(folder);
  if (cache)
    return std::move(*cache);
  notifications.push_back({Level::Note, "cache-unusable",
                           "no cache: " + llvm::toString(cache.takeError()), std::nullopt});
  return std::nullopt;
}

ExtractionPlan planOf(const UnitOptions &options, const CompileDatabase &database,
                      std::vector<extract::Unit> units, const extract::UserCode &user,
                      const RulePacks &rules) {
  ExtractionPlan plan;
  plan.units = std::move(units);
  plan.frontend.resourceDir = options.resourceDir;
  plan.frontend.buildFolders = {database.folder};
  plan.matchers = rules.matchers;
  plan.limits.jobs =
      options.jobs ? options.jobs : llvm::hardware_concurrency().compute_thread_count();
  plan.limits.timeout = options.unitTimeout;
  plan.extract = [&](clang::ASTContext &context, clang::Preprocessor &, summary::TUSummary &unit) {
    extract::extract(context, user, rules.compiled, unit);
  };
  return plan;
}

void tell(llvm::raw_ostream &err, const Notification &notification) {
  if (notification.range)
    err << notification.range->file << ':' << notification.range->line << ':'
        << notification.range->column << ": ";
  else
    err << "scalelint: ";
  err << notification.message << '\n';
}

ExitCode fail(llvm::Error error, llvm::raw_ostream &err) {
  auto rest = llvm::handleErrors(std::move(error), [](const Interrupted &interrupted) {
    std::signal(interrupted.signal, SIG_DFL);
    std::raise(interrupted.signal);
  });
  err << "scalelint: " << llvm::toString(std::move(rest)) << '\n';
  return ExitCode::UsageError;
}

ExitCode explainCheck(const ExplainCommand &command, const Surroundings &surroundings) {
  std::vector<llvm::StringRef> ids;
  for (const Check *check : surroundings.checks) {
    ids.push_back(check->id);
    if (command.check == check->id) {
      report::explain(surroundings.out, *check);
      return ExitCode::Clean;
    }
  }
  surroundings.err << "scalelint: unknown check '" << command.check << "'"
                   << model::hint(command.check, ids) << '\n';
  return ExitCode::UsageError;
}

ExitCode listChecks(const ListChecksCommand &command, const Surroundings &surroundings) {
  auto format = command.format == Format::Json ? report::ListFormat::Json : report::ListFormat::Text;
  report::listChecks(surroundings.out, surroundings.checks, format);
  return ExitCode::Clean;
}

ExitCode check(const CheckCommand &command, const Options &options,
               const Surroundings &surroundings) {
  auto sources = readSources(command.units, rulesFolder(options.rulesFolder), surroundings,
                             options.quiet);
  if (!sources)
    return fail(sources.takeError(), surroundings.err);
  if (!options.quiet)
    for (const auto &notification : sources->notifications)
      tell(surroundings.err, notification);
  return sources->incomplete ? ExitCode::Incomplete : ExitCode::Clean;
}

} // namespace

char Interrupted::ID = 0;

llvm::Expected<Sources> readSources(const UnitOptions &options, llvm::StringRef rulesFolder,
                                    const Surroundings &surroundings, bool quiet) {
  auto databaseFile = findCompileDatabase(options.build);
  if (!databaseFile)
    return databaseFile.takeError();
  auto database = readCompileDatabase(*databaseFile);
  if (!database)
    return database.takeError();
  // From here on the units are in an order of their own, and every file is an absolute path.

  auto configuration = configurationOf(options, *database, surroundings.checks);
  if (!configuration)
    return configuration.takeError();
  std::string root = sourceRoot(options, *configuration, *database);
  extract::UserCode user = userCode(root, *configuration, *database);
  auto units = selectUnits(*database, user, options.paths);
  if (!units)
    return units.takeError();
  // Known: which code is the project's own, and which units are analysed.

  std::vector<std::string> ownPacks = options.rules;
  llvm::append_range(ownPacks, configuration->rules);
  auto rules = loadPacks(rulesFolder, ownPacks);
  if (!rules)
    return rules.takeError();
  // Known: what the calls of libraries mean.

  Sources sources;
  sources.units = units->size();
  sources.incomplete = database->notifications.size();
  sources.notifications = std::move(database->notifications);
  llvm::append_range(sources.notifications, rules->notifications);
  auto cache = openCache(options, *database, sources.notifications);
  ExtractionPlan plan = planOf(options, *database, std::move(*units), user, *rules);
  Extraction extraction;
  {
    Progress progress(surroundings.err, progressStyle(surroundings.err, quiet), sources.units);
    extraction = extractUnits(plan, user, cache ? &*cache : nullptr, progress);
  }
  if (extraction.interruptedBy)
    return llvm::make_error<Interrupted>(extraction.interruptedBy);
  if (cache)
    cache->prune();
  // From here on there is no AST.

  sources.configuration = std::move(*configuration);
  sources.root = std::move(root);
  sources.packs = std::move(rules->packs);
  sources.matchers = std::move(rules->matchers);
  sources.summaries = std::move(extraction.summaries);
  sources.fromCache = extraction.fromCache;
  sources.incomplete += extraction.incomplete;
  llvm::append_range(sources.notifications, extraction.notifications);
  return sources;
}

ExitCode run(const Options &options, const Surroundings &surroundings) {
  return std::visit(
      Overloaded{
          [&](const CheckCommand &command) { return check(command, options, surroundings); },
          [&](const ExplainCommand &command) { return explainCheck(command, surroundings); },
          [&](const ListChecksCommand &command) { return listChecks(command, surroundings); },
          [&](const ListRulesCommand &command) {
            return listRules(command, rulesFolder(options.rulesFolder), surroundings.out,
                             surroundings.err);
          },
          [&](const ValidateRulesCommand &command) {
            return validateRules(command, surroundings.out, surroundings.err);
          },
      },
      options.command);
}

} // namespace scalelint::driver
