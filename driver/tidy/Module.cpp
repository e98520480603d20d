// The clang-tidy module: every check under its id.
#include "driver/tidy/Run.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Basic/Version.h"
#if CLANG_VERSION_MAJOR >= 22
#include "clang-tidy/ClangTidyModule.h"
#else
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/FileManager.h"

#include <cstdio>
#include <cstdlib>

using namespace clang;

namespace scalelint::tidy {
namespace {

// A module in another clang-tidy than its own would load, list its checks and find nothing.
struct VersionGuard {
  VersionGuard() {
    std::string host = getClangFullVersion();
    std::string wanted = "version " + std::to_string(CLANG_VERSION_MAJOR) + "." + std::to_string(CLANG_VERSION_MINOR) + ".";
    if (host.find(wanted) != std::string::npos)
      return;
    std::fprintf(stderr,
                 "scalelint: this module was built for clang-tidy %d.%d, but it is loaded by %s; load the module that was "
                 "built for that version\n",
                 CLANG_VERSION_MAJOR, CLANG_VERSION_MINOR, host.c_str());
    std::fflush(stderr);
    std::_Exit(2);
  }
} guard;

std::map<std::string, std::string> optionsOf(const clang::tidy::ClangTidyContext &context) {
  std::map<std::string, std::string> options;
  for (const auto &entry : context.getOptions().CheckOptions)
    if (llvm::StringRef key = entry.getKey(); key.substr(0, 6) == "scale." || key.substr(0, 6) == "scale-")
      options[entry.getKey().str()] = entry.getValue().Value;
  return options;
}

class Adapter : public clang::tidy::ClangTidyCheck {
public:
  Adapter(llvm::StringRef name, clang::tidy::ClangTidyContext *context, const CheckEntry &entry)
      : ClangTidyCheck(name, context), entry(entry), run(Run::ofThisUnit()) {
    run->add(entry.id, optionsOf(*context));
  }

  bool isLanguageVersionSupported(const LangOptions &language) const override { return language.CPlusPlus; }

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) override {
    for (const auto &[name, otherwise] : entry.options)
      Options.store(options, name, Options.get(name, otherwise));
  }

  void registerMatchers(ast_matchers::MatchFinder *finder) override {
    finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  }

  void check(const ast_matchers::MatchFinder::MatchResult &result) override { context = result.Context; }

  void onEndOfTranslationUnit() override {
    if (!context)
      return;
    for (const Finding *finding : run->findings(*context, entry.id))
      report(*finding);
    for (const std::string &problem : run->takeProblems())
      configurationDiag("%0") << problem;
  }

private:
  // Invalid for a file that this unit does not read.
  SourceLocation locate(const SourceRange &range, bool atEnd = false) const {
    const SourceManager &sources = context->getSourceManager();
    auto file = sources.getFileManager().getOptionalFileRef(range.file);
    if (!file)
      return {};
    return sources.translateFileLineCol(&file->getFileEntry(), atEnd ? range.endLine : range.line,
                                        atEnd ? range.endColumn : range.column);
  }

  // … for which the file is opened: a step in another unit.
  SourceLocation locateAnywhere(const SourceRange &range) const {
    SourceManager &sources = context->getSourceManager();
    if (SourceLocation known = locate(range); known.isValid())
      return known;
    auto file = sources.getFileManager().getOptionalFileRef(range.file);
    if (!file)
      return {};
    FileID id = sources.getOrCreateFileID(*file, SrcMgr::C_User);
    return sources.translateLineCol(id, range.line, range.column);
  }

  void report(const Finding &finding) {
    SourceLocation place = locate(finding.primary);
    if (place.isInvalid())
      return;
    auto level = finding.level == Level::Note ? DiagnosticIDs::Remark : DiagnosticIDs::Warning;
    {
      auto diagnostic = diag(place, "%0", level);
      diagnostic << finding.message;
      if (SourceLocation end = locate(finding.primary, /*atEnd=*/true); end.isValid())
        diagnostic << CharSourceRange::getCharRange(place, end);
      if (!finding.fixes.empty())
        for (const FixItHint &hint : hintsOf(finding.fixes.front()))
          diagnostic << hint;
    }
    for (const Step &step : finding.flow)
      note(step.range, step.message);
    for (const Step &step : finding.related)
      note(step.range, step.message);
    if (!finding.suggestion.empty())
      diag(place, "%0", DiagnosticIDs::Note) << finding.suggestion;
  }

  void note(const SourceRange &range, const std::string &message) {
    if (SourceLocation place = range.valid() ? locateAnywhere(range) : SourceLocation(); place.isValid())
      diag(place, "%0", DiagnosticIDs::Note) << message;
  }

  // A fix is whole or none.
  std::vector<FixItHint> hintsOf(const Fix &fix) const {
    std::vector<FixItHint> hints;
    for (const Replacement &replacement : fix.replacements) {
      SourceLocation begin = locate(replacement.range), end = locate(replacement.range, /*atEnd=*/true);
      if (begin.isInvalid() || end.isInvalid())
        return {};
      hints.push_back(FixItHint::CreateReplacement(CharSourceRange::getCharRange(begin, end), replacement.text));
    }
    return hints;
  }

  const CheckEntry &entry;
  std::shared_ptr<Run> run;
  ASTContext *context = nullptr;
};

class Module : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    static const std::vector<CheckEntry> entries = checks();
    for (const CheckEntry &entry : entries)
      factories.registerCheckFactory(entry.id, [&entry](llvm::StringRef name, clang::tidy::ClangTidyContext *context) {
        return std::make_unique<Adapter>(name, context, entry);
      });
  }
};

} // namespace

static clang::tidy::ClangTidyModuleRegistry::Add<Module> registration("scalelint", "hazards of scale in C++ services");

} // namespace scalelint::tidy
