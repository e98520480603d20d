// Units → summaries.
#include "driver/Extraction.h"

#include "analysis/summary/SummaryStore.h"
#include "driver/CacheKey.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::driver {
namespace {

using summary::TUSummary;

// What became of one unit.
struct Outcome {
  std::optional<TUSummary> summary;
  std::string failure; // why there is none
};

SourceRange rangeOf(const TUSummary &unit, const summary::Span &span) {
  if (!span.valid() || span.file >= unit.files.size())
    return {unit.mainFile, 1, 1, 1, 1};
  return {unit.files[span.file].path, span.line, span.column, span.endLine, span.endColumn};
}

class Extractor {
public:
  Extractor(const ExtractionPlan &plan, const extract::UserCode &user, Cache *cache,
            Progress &progress)
      : plan(plan), user(user), cache(cache), progress(progress), keys(plan.units.size()),
        outcomes(plan.units.size()) {}

  Extraction run() {
    if (cache)
      takeFromCache();
    for (size_t index = 0; index < plan.units.size(); ++index)
      if (!outcomes[index].summary)
        missing.push_back(index);
    result.interruptedBy = runWork(
        missing.size(), plan.limits,
        [&](size_t work, llvm::raw_ostream &out) { return extractOne(missing[work], out); },
        [&](size_t work, WorkResult done) { finish(missing[work], std::move(done)); });
    if (result.interruptedBy)
      return std::move(result);
    for (size_t index = 0; index < plan.units.size(); ++index)
      conclude(index);
    return std::move(result);
  }

private:
  void takeFromCache() {
    std::vector<std::string> trusted = user.folders();
    trusted.insert(trusted.end(), plan.frontend.buildFolders.begin(),
                   plan.frontend.buildFolders.end());
    std::string resourceDir = plan.frontend.resourceDir.empty()
                                  ? extract::builtInResourceDir().str()
                                  : plan.frontend.resourceDir;
    auto files = plan.frontend.files ? plan.frontend.files : llvm::vfs::createPhysicalFileSystem();
    for (size_t index = 0; index < plan.units.size(); ++index) {
      const auto &unit = plan.units[index];
      auto command = extract::sanitise(unit, trusted, resourceDir, *files);
      keys[index] = cacheKey(unit, command, user, plan.matchers);
      outcomes[index].summary = cache->find(keys[index]);
      if (!outcomes[index].summary)
        continue;
      ++result.fromCache;
      progress.leaveOut();
    }
  }

  llvm::Error extractOne(size_t index, llvm::raw_ostream &out) const {
    auto unit = extract::analyse(plan.units[index], user, plan.frontend, plan.extract);
    if (!unit)
      return unit.takeError();
    out << summary::toBytes(*unit);
    return llvm::Error::success();
  }

  void finish(size_t index, WorkResult done) {
    Outcome &outcome = outcomes[index];
    progress.advance(plan.units[index].file);
    if (done.ending != Ending::Done) {
      outcome.failure = done.ending == Ending::Crashed ? "the analysis crashed: " + done.message
                                                       : done.message;
      return;
    }
    auto unit = summary::fromBytes(done.output);
    if (!unit) {
      outcome.failure = llvm::toString(unit.takeError());
      return;
    }
    outcome.summary = std::move(*unit);
    if (cache && isWorthKeeping(*outcome.summary))
      if (auto error = cache->put(keys[index], done.output))
        stopCaching(std::move(error));
  }

  // A header that was missing may be there next time, and no content hash would tell.
  static bool isWorthKeeping(const TUSummary &unit) {
    return llvm::none_of(unit.diagnostics, [](const auto &each) { return each.fatal; });
  }

  void stopCaching(llvm::Error error) {
    cache = nullptr;
    result.notifications.push_back({Level::Note, "cache-unusable",
                                    "the cache can't be written: " + llvm::toString(std::move(error)),
                                    std::nullopt});
  }

  void conclude(size_t index) {
    Outcome &outcome = outcomes[index];
    const std::string &file = plan.units[index].file;
    if (!outcome.summary) {
      ++result.incomplete;
      result.notifications.push_back({Level::Error, "unit-failed",
                                      "'" + file + "' was not analysed: " + outcome.failure,
                                      SourceRange{file, 1, 1, 1, 1}});
      return;
    }
    bool holes = false;
    for (const auto &diagnostic : outcome.summary->diagnostics) {
      holes |= diagnostic.fatal;
      result.notifications.push_back({diagnostic.fatal ? Level::Error : Level::Warning,
                                      diagnostic.fatal ? "unit-incomplete" : "unit-diagnostic",
                                      diagnostic.message,
                                      rangeOf(*outcome.summary, diagnostic.span)});
    }
    result.incomplete += holes;
    result.summaries.push_back(std::move(*outcome.summary));
  }

  const ExtractionPlan &plan;
  const extract::UserCode &user;
  Cache *cache;
  Progress &progress;
  std::vector<std::string> keys;
  std::vector<Outcome> outcomes;
  std::vector<size_t> missing;
  Extraction result;
};

} // namespace

Extraction extractUnits(const ExtractionPlan &plan, const extract::UserCode &user, Cache *cache,
                        Progress &progress) {
  return Extractor(plan, user, cache, progress).run();
}

} // namespace scalelint::driver
