// The straight line from a build folder to findings.
#include "driver/Pipeline.h"

#include "analysis/extract/Extractor.h"
#include "analysis/model/Reader.h"
#include "driver/Analysis.h"
#include "driver/Baseline.h"
#include "driver/CheckPlan.h"
#include "driver/CommandTable.h"
#include "driver/CompileDatabase.h"
#include "driver/Completions.h"
#include "driver/Diff.h"
#include "driver/Documentation.h"
#include "driver/Extraction.h"
#include "driver/Fixing.h"
#include "driver/GitHubStep.h"
#include "driver/ManPage.h"
#include "driver/Project.h"
#include "driver/Revision.h"
#include "driver/RulePacks.h"
#include "driver/Version.h"
#include "driver/report/Docs.h"
#include "driver/report/GitLab.h"
#include "driver/report/Html.h"
#include "driver/report/JUnit.h"
#include "driver/report/Sarif.h"
#include "driver/report/Text.h"

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

std::vector<std::string> idsOf(const std::vector<const Check *> &checks) {
  std::vector<std::string> ids;
  for (const Check *check : checks)
    ids.push_back(check->id);
  return ids;
}

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
  return loadConfiguration(file, checks);
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
  if (!command.docs.empty()) {
    llvm::Error error = writeDocumentation(command.docs, surroundings.checks);
    return error ? fail(std::move(error), surroundings.err) : ExitCode::Clean;
  }
  auto format = command.format == Format::Json ? report::ListFormat::Json : report::ListFormat::Text;
  report::listChecks(surroundings.out, surroundings.checks, format);
  return ExitCode::Clean;
}

llvm::Error writeFile(llvm::StringRef path, llvm::function_ref<void(llvm::raw_ostream &)> write) {
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (error)
    return llvm::createStringError(error, "cannot write " + path + ": " + error.message());
  write(out);
  out.close();
  if (out.has_error())
    return llvm::createStringError(out.error(), "cannot write " + path + ": " + out.error().message());
  return llvm::Error::success();
}

report::TextOptions textOptions(const Options &options) {
  report::TextOptions text;
  text.color = options.color == Color::Always  ? report::Color::Always
               : options.color == Color::Never ? report::Color::Never
                                               : report::Color::Auto;
  return text;
}

ExitCode updateBaseline(llvm::StringRef file, const report::Report &report, const report::SourceProvider &sources,
                        const Surroundings &surroundings) {
  if (llvm::Error error = writeBaseline(file, report, sources))
    return fail(std::move(error), surroundings.err);
  surroundings.out << "baseline '" << file << "': " << report::countsLine(report) << '\n';
  return report.successful ? ExitCode::Clean : ExitCode::Incomplete;
}

// The rest goes aside.
llvm::Error keepTouched(llvm::StringRef revision, report::Report &report, std::vector<SuppressionNote> &notes,
                        const report::SourceProvider &sources) {
  std::set<std::string> files = filesOf(report.findings);
  for (const SuppressionNote &note : notes)
    files.insert(note.covered.file);
  auto changes = changesSince(revision, report.root, files, sources);
  if (!changes)
    return changes.takeError();
  auto rest = std::stable_partition(report.findings.begin(), report.findings.end(),
                                    [&](const Finding &finding) { return touches(*changes, finding); });
  std::move(rest, report.findings.end(), std::back_inserter(report.elsewhere));
  report.findings.erase(rest, report.findings.end());
  llvm::erase_if(notes, [&](const SuppressionNote &note) {
    return !touches(*changes, note.covered) && !touches(*changes, *note.notification.range);
  });
  return llvm::Error::success();
}

// After everything else is written: the reports speak of the sources as they were analysed.
llvm::Error fix(const CheckCommand &command, const report::Report &report, const AnalysedFiles &analysed,
                const Surroundings &surroundings) {
  report::SourceProvider now(report::readFromDisk());
  Fixing fixing = fixAll(report, analysed, now);
  for (const std::string &refusal : fixing.refusals)
    surroundings.err << "scalelint: " << refusal << '\n';
  if (command.fixDryRun) {
    surroundings.out << report::unifiedDiff(fixing.files, now, report::baseFolder(report));
    surroundings.err << fixesLine(fixing, "would apply") << '\n';
    return llvm::Error::success();
  }
  if (llvm::Error error = writeFixes(fixing, analysed))
    return error;
  surroundings.out << fixesLine(fixing, "applied") << '\n';
  return llvm::Error::success();
}

ExitCode check(const CheckCommand &command, const Options &options,
               const Surroundings &surroundings) {
  if (llvm::Error unknown = unknownCheck(command.checks, surroundings.checks))
    return fail(std::move(unknown), surroundings.err);
  auto sources = readSources(command.units, rulesFolder(options.rulesFolder), surroundings,
                             options.quiet);
  if (!sources)
    return fail(sources.takeError(), surroundings.err);
  const CheckPlan plan(sources->configuration, surroundings.checks, {command.profile, command.checks});
  if (plan.running().empty())
    return fail(llvm::createStringError(llvm::inconvertibleErrorCode(),
                                        "no check is left to run: --checks and the configuration take all away"),
                surroundings.err);

  const AnalysedFiles analysed = analysedFiles(sources->summaries);
  Analysis analysis = analyse(plan, std::move(sources->summaries), std::move(sources->packs), sources->notifications);
  report::Report result;
  result.findings = std::move(analysis.findings);
  result.suppressed = std::move(analysis.suppressed);
  result.off = std::move(analysis.off);
  llvm::sort(result.findings, report::before);
  // From here on nothing is computed, only written.

  result.notifications = std::move(sources->notifications);
  result.checks = &plan.running();
  result.root = sources->root;
  result.version = SCALELINT_VERSION;
  result.homepage = SCALELINT_HOMEPAGE "/README.md";
  result.checkPages = SCALELINT_HOMEPAGE "/docs/checks/";
  result.revision = readRevision(result.root, *llvm::vfs::getRealFileSystem());
  result.category = command.category;
  result.units = sources->units;
  result.successful = !sources->incomplete;
  report::SourceProvider files(report::readFromDisk());
  if (command.updateBaseline)
    return updateBaseline(command.baseline, result, files, surroundings);
  const bool isWhole = command.units.paths.empty() && result.successful;
  if (!isWhole)
    llvm::erase_if(analysis.notes, [](const SuppressionNote &note) { return note.needsWholeProgram; });
  if (!command.diff.empty())
    if (llvm::Error error = keepTouched(command.diff, result, analysis.notes, files))
      return fail(std::move(error), surroundings.err);
  for (SuppressionNote &note : analysis.notes)
    result.notifications.push_back(std::move(note.notification));
  if (!command.baseline.empty()) {
    auto comparison = compareWith(command.baseline, result, files,
                                  isWhole ? report::Coverage::Whole : report::Coverage::Part);
    if (!comparison)
      return fail(comparison.takeError(), surroundings.err);
    result.comparison = std::move(*comparison);
  }
  bool found = llvm::any_of(report::newInOrder(result), [&](const Finding *finding) {
    return command.failOn && finding->level >= *command.failOn;
  });
  ExitCode exit = sources->incomplete ? ExitCode::Incomplete : found ? ExitCode::Findings : ExitCode::Clean;
  result.exitCode = static_cast<int>(exit);
  if (command.github)
    writeLog(surroundings.out, result, files, textOptions(options));
  else if (!command.fixDryRun) // then the diff stands alone
    report::writeText(surroundings.out, result, files, textOptions(options));
  struct Output {
    llvm::StringRef path;
    llvm::function_ref<void(llvm::raw_ostream &)> write;
  };
  auto sarif = [&](llvm::raw_ostream &out) {
    auto use = command.github ? report::SarifUse::CodeScanning : report::SarifUse::Log;
    report::writeSarif(out, result, files, {}, use);
  };
  auto html = [&](llvm::raw_ostream &out) { report::writeHtml(out, result, files); };
  auto gitlab = [&](llvm::raw_ostream &out) { report::writeCodeQuality(out, result, files); };
  auto junit = [&](llvm::raw_ostream &out) { report::writeJUnit(out, result, command.failOn); };
  for (const Output &output : {Output{command.sarif, sarif}, Output{command.html, html},
                               Output{command.gitlab, gitlab}, Output{command.junit, junit}})
    if (!output.path.empty())
      if (llvm::Error error = writeFile(output.path, output.write))
        return fail(std::move(error), surroundings.err);
  if (command.github)
    if (llvm::Error error = addToJobSummary(result))
      return fail(std::move(error), surroundings.err);
  if (command.fix || command.fixDryRun)
    if (llvm::Error error = fix(command, result, analysed, surroundings))
      return fail(std::move(error), surroundings.err);
  return exit;
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
          [&](const CompletionsCommand &command) {
            std::vector<std::string> ids = idsOf(surroundings.checks);
            writeCompletions(surroundings.out, command.shell, commandTable(), ids);
            return ExitCode::Clean;
          },
          [&](const ManPageCommand &) {
            writeManPage(surroundings.out, commandTable(), surroundings.build);
            return ExitCode::Clean;
          },
          [&](const VersionCommand &) {
            writeVersion(surroundings.out, surroundings.build, rulesFolder(options.rulesFolder));
            return ExitCode::Clean;
          },
      },
      options.command);
}

} // namespace scalelint::driver
