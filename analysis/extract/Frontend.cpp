// Runs Clang over one command.
#include "analysis/extract/Frontend.h"

#include "analysis/extract/FileTable.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace scalelint::extract {
namespace {

constexpr size_t MostDiagnostics = 100; // a missing header makes thousands

// Remembers errors until the files have their numbers.
class Errors : public DiagnosticConsumer {
public:
  struct Error {
    FullSourceLoc location;
    std::string message;
    bool fatal = false;
  };
  std::vector<Error> all;

  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &diagnostic) override {
    DiagnosticConsumer::HandleDiagnostic(level, diagnostic);
    if (level < DiagnosticsEngine::Error || all.size() >= MostDiagnostics)
      return;
    llvm::SmallString<128> message;
    diagnostic.FormatDiagnostic(message);
    FullSourceLoc location;
    if (diagnostic.hasSourceManager())
      location = FullSourceLoc(diagnostic.getLocation(), diagnostic.getSourceManager());
    bool fatal = level == DiagnosticsEngine::Fatal || isMissingFile(diagnostic.getID());
    all.push_back({location, std::string(message), fatal});
  }

  // Missing files do not stop the parse (see keepGoing), but what they declare was not analysed.
  static bool isMissingFile(unsigned id) {
    return id == diag::err_pp_file_not_found ||
           id == diag::err_pp_file_not_found_angled_include_not_fatal ||
           id == diag::err_pp_error_opening_file;
  }
};

summary::Span pointSpan(FullSourceLoc location, const FileTable &files) {
  if (location.isInvalid())
    return {};
  FullSourceLoc place = location.getFileLoc();
  summary::Span span;
  span.file = files.of(place.getFileID());
  span.line = span.endLine = place.getLineNumber();
  span.column = span.endColumn = place.getColumnNumber();
  return span;
}

// Remembers what stands between `#if 0` and `#endif`.
class LeftOutRanges : public PPCallbacks {
public:
  explicit LeftOutRanges(std::vector<SourceRange> &all) : all(all) {}
  void SourceRangeSkipped(SourceRange range, SourceLocation) override { all.push_back(range); }

private:
  std::vector<SourceRange> &all;
};

class Consumer : public ASTConsumer {
public:
  Consumer(CompilerInstance &compiler, const UserCode &user, const Extract &extract,
           const Errors &errors, summary::TUSummary &unit)
      : compiler(compiler), user(user), extract(extract), errors(errors), unit(unit) {
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<LeftOutRanges>(leftOut));
  }

  bool HandleTopLevelDecl(DeclGroupRef group) override {
    for (Decl *declaration : group)
      if (isUser(declaration->getLocation()))
        scope.push_back(declaration);
    return true;
  }

  bool shouldSkipFunctionBody(Decl *declaration) override {
    return !isUser(declaration->getLocation());
  }

  void HandleTranslationUnit(ASTContext &context) override {
    context.setTraversalScope(scope);
    FileTable files(context.getSourceManager(), user, unit);
    for (const auto &error : errors.all) {
      summary::Span span = pointSpan(error.location, files);
      bool inUserCode = span.file != summary::None && unit.files[span.file].user;
      unit.diagnostics.push_back({span, error.message, error.fatal || inUserCode});
    }
    files.collectSuppressions(context.getLangOpts(), leftOut);
    extract(context, compiler.getPreprocessor(), unit);
  }

private:
  bool isUser(SourceLocation location) {
    auto &sources = compiler.getSourceManager();
    FileID id = sources.getFileID(sources.getFileLoc(location));
    if (id == lastFile)
      return lastAnswer;
    auto [it, inserted] = userFiles.try_emplace(id, false);
    if (inserted)
      it->second = user.contains(sources, id);
    lastFile = id;
    return lastAnswer = it->second;
  }

  CompilerInstance &compiler;
  const UserCode &user;
  const Extract &extract;
  const Errors &errors;
  summary::TUSummary &unit;
  std::vector<Decl *> scope;
  std::vector<SourceRange> leftOut;
  llvm::DenseMap<FileID, bool> userFiles;
  FileID lastFile;
  bool lastAnswer = false;
};

class Action : public ASTFrontendAction {
public:
  Action(const UserCode &user, const Extract &extract, const Errors &errors, summary::TUSummary &unit)
      : user(user), extract(extract), errors(errors), unit(unit) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &compiler, StringRef) override {
    return std::make_unique<Consumer>(compiler, user, extract, errors, unit);
  }

private:
  const UserCode &user;
  const Extract &extract;
  const Errors &errors;
  summary::TUSummary &unit;
};

// The sanitised command asks for no output and no plugin; this makes sure of it whatever the driver
// may derive from the rest.
void keepToParsing(CompilerInvocation &invocation) {
  auto &frontend = invocation.getFrontendOpts();
  frontend.ProgramAction = frontend::ParseSyntaxOnly;
  frontend.SkipFunctionBodies = true;
  frontend.DisableFree = false;
  frontend.OutputFile.clear();
  frontend.StatsFile.clear();
  frontend.TimeTracePath.clear();
  frontend.Plugins.clear();
  frontend.AddPluginActions.clear();
  frontend.PluginArgs.clear();
  frontend.LLVMArgs.clear();
  frontend.ModuleFiles.clear();
  frontend.ASTMergeFiles.clear();
  invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  invocation.getDiagnosticOpts().DiagnosticLogFile.clear();
  invocation.getDiagnosticOpts().DiagnosticSerializationFile.clear();
  invocation.getPreprocessorOpts().ImplicitPCHInclude.clear();
  invocation.getHeaderSearchOpts().ModuleCachePath.clear();
  invocation.getHeaderSearchOpts().ImplicitModuleMaps = false;
}

// A missing header would be fatal and silence all that follows it.
void keepGoing(DiagnosticsEngine &diagnostics) {
  for (unsigned id : {diag::err_pp_file_not_found, diag::err_pp_error_opening_file})
    diagnostics.setSeverity(id, diag::Severity::Error, SourceLocation());
}

llvm::Error unitError(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

// What a failed attempt has to say: its first error.
std::string firstError(const Errors &errors, StringRef otherwise) {
  return errors.all.empty() ? otherwise.str() : errors.all.front().message;
}

llvm::Expected<summary::TUSummary> attempt(const Command &command, const UserCode &user,
                                           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files,
                                           const Extract &extract) {
  std::vector<const char *> words;
  for (const auto &argument : command.arguments)
    words.push_back(argument.c_str());

  Errors driverErrors;
  CreateInvocationOptions creation;
  creation.Diags = CompilerInstance::createDiagnostics(new DiagnosticOptions, &driverErrors,
                                                       /*ShouldOwnClient=*/false);
  creation.VFS = files;
  creation.RecoverOnError = true;
  std::shared_ptr<CompilerInvocation> invocation = createInvocation(words, creation);
  if (!invocation)
    return unitError(firstError(driverErrors, "its command is not one of a compiler"));
  keepToParsing(*invocation);

  Errors errors;
  summary::TUSummary unit;
  CompilerInstance compiler;
  compiler.setInvocation(std::move(invocation));
  compiler.createDiagnostics(&errors, /*ShouldOwnClient=*/false);
  keepGoing(compiler.getDiagnostics());
  compiler.setFileManager(new FileManager(FileSystemOptions(), files));
  Action action(user, extract, errors, unit);
  compiler.ExecuteAction(action);
  if (unit.mainFile.empty()) // HandleTranslationUnit was never reached
    return unitError(firstError(errors, "it can't be parsed"));
  return unit;
}

} // namespace

StringRef builtInResourceDir() { return SCALELINT_RESOURCE_DIR; }

llvm::Expected<summary::TUSummary> analyse(const Unit &unit, const UserCode &user,
                                           const FrontendOptions &options, const Extract &extract) {
  auto files = options.files;
  if (!files)
    files = llvm::vfs::createPhysicalFileSystem();
  if (auto error = files->setCurrentWorkingDirectory(unit.directory))
    return unitError("its folder '" + unit.directory + "' can't be entered: " + error.message());
  llvm::SmallString<256> mainFile(unit.file);
  llvm::sys::fs::make_absolute(unit.directory, mainFile);
  auto status = files->status(mainFile);
  if (!status)
    return unitError("'" + mainFile + "' can't be read: " + status.getError().message());
  if (!status->isRegularFile())
    return unitError("'" + mainFile + "' is not a file");

  std::vector<std::string> trusted = user.folders();
  trusted.insert(trusted.end(), options.buildFolders.begin(), options.buildFolders.end());
  std::string resourceDir =
      options.resourceDir.empty() ? builtInResourceDir().str() : options.resourceDir;

  std::vector<std::string> refused;
  auto tryWith = [&](TargetOptions target) {
    Command command = sanitise(unit, trusted, resourceDir, *files, target);
    refused = command.refused;
    return attempt(command, user, files, extract);
  };
  auto result = tryWith(TargetOptions::Kept);
  if (!result) {
    // A processor that this Clang does not know yet; the source rarely asks for it.
    auto second = tryWith(TargetOptions::Dropped);
    if (!second) {
      llvm::consumeError(second.takeError());
      return result.takeError();
    }
    llvm::consumeError(result.takeError());
    result = std::move(second);
  }
  for (auto &sentence : refused)
    result->diagnostics.push_back({{}, std::move(sentence), /*fatal=*/false});
  return result;
}

} // namespace scalelint::extract
