// The command line.
#include "driver/Options.h"

#include "analysis/model/Reader.h"
#include "driver/CommandTable.h"

#include "llvm/ADT/StringRef.h"

#include <CLI/CLI.hpp>

using llvm::StringRef;

namespace scalelint::driver {
namespace {

template <class T> struct Choice {
  const char *word;
  T value;
};

const Choice<Profile> Profiles[] = {{"default", Profile::Default}, {"strict", Profile::Strict}};
const Choice<Color> Colors[] = {
    {"auto", Color::Auto}, {"always", Color::Always}, {"never", Color::Never}};
const Choice<Shell> Shells[] = {{"bash", Shell::Bash}, {"zsh", Shell::Zsh}, {"fish", Shell::Fish}};
const Choice<Format> Formats[] = {{"text", Format::Text}, {"json", Format::Json}};
const Choice<std::optional<Level>> Thresholds[] = {
    {"note", Level::Note}, {"warning", Level::Warning}, {"error", Level::Error}, {"never", std::nullopt}};

// An option whose value is one of a few words.
template <class T, size_t N, class Target>
CLI::Option *addChoice(CLI::App &app, const char *name, Target &target,
                       const Choice<T> (&choices)[N], const char *meaning) {
  auto set = [&target, &choices, option = std::string(name)](const std::string &word) {
    std::vector<StringRef> words;
    for (const auto &choice : choices) {
      words.push_back(choice.word);
      if (word == choice.word) {
        target = choice.value;
        return;
      }
    }
    throw CLI::ValidationError(option, "unknown value '" + word + "'" + model::hint(word, words));
  };
  std::string shown;
  for (const auto &choice : choices)
    shown += (shown.empty() ? "" : "|") + std::string(choice.word);
  return app.add_option_function<std::string>(name, set, meaning)->type_name(shown);
}

// An empty variable of a script must not pass as an option that was left out.
std::string notEmpty(const std::string &word) { return word.empty() ? "is empty" : ""; }

void addUnitOptions(CLI::App &app, UnitOptions &units) {
  app.add_option("-p,--build", units.build,
                 "folder of compile_commands.json, or that file (default: ., ./build, then upward)")
      ->type_name("BUILD");
  app.add_option("PATH", units.paths, "only units that are, or lie below, these files and folders");
  app.add_option("--config", units.config, "configuration (default: .scalelint.yaml, upward from the sources)")
      ->type_name("FILE");
  app.add_option("--source-root", units.sourceRoot,
                 "folder of the project's own code (default: the configuration's)")
      ->type_name("DIR");
  app.add_option("--rules", units.rules, "further rule packs: files or folders")->type_name("PATH");
  app.add_option("-j,--jobs", units.jobs, "units analysed at a time (default: one per processor)")
      ->check(CLI::Range(1u, 4096u))
      ->type_name("N");
  app.add_option_function<unsigned>(
         "--unit-timeout",
         [&units](unsigned seconds) { units.unitTimeout = std::chrono::seconds(seconds); },
         "give a unit up after so many seconds (default: 300)")
      ->check(CLI::Range(1u, 86400u))
      ->type_name("SECONDS");
  auto *cache = app.add_option("--cache", units.cache,
                               "folder of the cache (default: .scalelint in the build folder)")
                    ->type_name("DIR");
  app.add_flag_callback("--no-cache", [&units] { units.useCache = false; },
                        "neither read nor write the cache")
      ->excludes(cache);
  app.add_option("--resource-dir", units.resourceDir, "folder of Clang's built-in headers")
      ->type_name("DIR");
}

void addCheck(CLI::App &app, CheckCommand &command) {
  addUnitOptions(app, command.units);
  addChoice(app, "--profile", command.profile, Profiles, "which checks are on by default");
  app.add_option("--checks", command.checks,
                 "globs of check ids, comma-separated; a leading '-' takes checks away")
      ->type_name("GLOBS");
  addChoice(app, "--fail-on", command.failOn, Thresholds,
            "lowest level of a finding that makes the exit code 1 (default: warning)");
  app.add_option("--sarif", command.sarif, "write SARIF 2.1.0")->type_name("FILE");
  app.add_option("--html", command.html, "write one HTML page")->type_name("FILE");
  app.add_option("--gitlab", command.gitlab, "write a GitLab Code Quality report")->type_name("FILE");
  app.add_option("--junit", command.junit, "write the findings as JUnit test results")->type_name("FILE");
  auto *github = app.add_flag("--github", command.github,
                              "print GitHub annotations, and add to the job summary if there is one");
  app.add_option("--baseline", command.baseline, "an earlier SARIF log: only findings that are new count and are printed")
      ->check(notEmpty)
      ->type_name("FILE");
  app.add_option("--diff", command.diff,
                 "only findings that touch lines changed since this git revision; all is analysed nevertheless")
      ->check(notEmpty)
      ->type_name("REV");
  app.add_option("--category", command.category, "tells several runs on one revision apart")
      ->type_name("NAME");
  auto *fix = app.add_flag("--fix", command.fix, "apply the first fix of every finding that has one");
  app.add_flag("--fix-dry-run", command.fixDryRun,
               "change nothing; print what --fix would change as a diff for 'patch -p1', in place of the findings")
      ->excludes(fix)
      ->excludes(github);
}

// The words that could have stood where `word` does.
std::string nearest(CLI::App &app, StringRef word) {
  std::vector<std::string> known;
  if (word.starts_with("-")) {
    for (CLI::App *level = &app; level; level = level->get_parent())
      for (const CLI::Option *option : level->get_options()) {
        for (const auto &name : option->get_lnames())
          known.push_back("--" + name);
        for (const auto &name : option->get_snames())
          known.push_back("-" + name);
      }
  } else {
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
      known.push_back(command->get_name());
  }
  std::vector<StringRef> words(known.begin(), known.end());
  return model::hint(word, words);
}

CLI::App &innermost(CLI::App &app) {
  auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

// CLI11 reports what it did not expect in bulk; the first such word with its nearest neighbour says more.
std::string sentence(CLI::App &app, const CLI::ParseError &error) {
  CLI::App &command = innermost(app);
  auto rest = app.remaining(/*recurse=*/true);
  auto stranger = [&](const std::string &word) {
    StringRef name = StringRef(word).split('=').first;
    const char *kind = name.starts_with("-") ? "option" : "command";
    return ("unknown " + llvm::Twine(kind) + " '" + name + "'" + nearest(command, name)).str();
  };
  bool isAboutWords = dynamic_cast<const CLI::ExtrasError *>(&error) ||
                      dynamic_cast<const CLI::RequiredError *>(&error);
  if (isAboutWords && !rest.empty())
    return stranger(rest.front());
  std::string message = error.what();
  return StringRef(message).split('\n').first.str();
}

} // namespace

// `--diff=` says as much as `--diff ''`; CLI11 would take the next word for its value.
static std::vector<const char *> withEmptyValues(llvm::ArrayRef<const char *> arguments,
                                                 std::vector<std::string> &names) {
  names.reserve(arguments.size());
  std::vector<const char *> words;
  for (const char *argument : arguments) {
    llvm::StringRef name = argument;
    bool isEmpty = name.starts_with("--") && name.consume_back("=") && !name.contains('=');
    if (isEmpty)
      words.push_back(names.emplace_back(name).c_str());
    words.push_back(isEmpty ? "" : argument);
  }
  return words;
}

namespace {

// The commands, and where what is said of them goes.
struct CommandLine {
  CommandLine();
  CommandLine(const CommandLine &) = delete;
  CommandLine &operator=(const CommandLine &) = delete;

  Options options;
  CheckCommand check, update;
  ExplainCommand explain;
  ListChecksCommand listChecks;
  ListRulesCommand listRules;
  ValidateRulesCommand validateRules;
  CompletionsCommand completions;
  CLI::App app{"Finds what makes a C++ service slow, fragile or unsafe under load.", "scalelint"};

private:
  void addBaseline();
  void addListings();
  void addRules();
  void addPages();
  // A command that, when it is there, becomes the options' own.
  template <class Command> CLI::App *add(CLI::App &parent, const char *name, const char *meaning, Command &command) {
    return parent.add_subcommand(name, meaning)->final_callback([this, &command] { options.command = command; });
  }
};

CommandLine::CommandLine() {
  app.set_help_flag("-h,--help", "tell the usage, also of a command");
  app.set_version_flag("--version", "", "tell the version, what it is built on, and the rule packs");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag("-q,--quiet", options.quiet, "no progress and no notices on stderr");
  addChoice(app, "--color", options.color, Colors, "colour and terminal marks");
  app.add_option("--rules-folder", options.rulesFolder, "folder of the rule packs that come along")
      ->type_name("DIR");
  addCheck(*add(app, "check", "report findings", check), check);
  addBaseline();
  addListings();
  addRules();
  addPages();
}

void CommandLine::addBaseline() {
  update.updateBaseline = true;
  update.baseline = ".scalelint-baseline.sarif";
  auto *baseline = app.add_subcommand("baseline", "keep what is found today, so that only new findings count");
  baseline->require_subcommand(1);
  auto *command = add(*baseline, "update", "write today's findings to a file for --baseline", update);
  addUnitOptions(*command, update.units);
  addChoice(*command, "--profile", update.profile, Profiles, "which checks are on by default");
  command->add_option("--checks", update.checks, "globs of check ids, comma-separated; a leading '-' takes checks away")
      ->type_name("GLOBS");
  command->add_option("--baseline", update.baseline, "the file to write (default: .scalelint-baseline.sarif)")
      ->type_name("FILE");
}

void CommandLine::addListings() {
  add(app, "explain", "tell all about one check", explain)
      ->add_option("CHECK", explain.check, "check id")->required();
  auto *checks = add(app, "checks", "list the checks", listChecks);
  addChoice(*checks, "--format", listChecks.format, Formats, "how to list them");
  checks->add_option("--write-docs", listChecks.docs, "for scalelint's own sources: write docs/checks and what else is generated")
      ->type_name("DIR");
}

void CommandLine::addRules() {
  auto *rules = app.add_subcommand("rules", "list or validate rule packs");
  rules->require_subcommand(1);
  auto *list = add(*rules, "list", "list the rule packs and their rows", listRules);
  list->add_option("LIBRARY", listRules.libraries, "only these libraries");
  list->add_flag("--rows", listRules.rows, "every row with its place");
  add(*rules, "validate", "tell what is wrong with rule packs", validateRules)
      ->add_option("FILE", validateRules.files, "rule packs or folders of them")->required();
}

void CommandLine::addPages() {
  auto *command = add(app, "completions", "print what completes this command line in a shell", completions);
  addChoice(*command, "SHELL", completions.shell, Shells, "the shell")->required();
  static constexpr ManPageCommand Nothing{};
  add(app, "man-page", "print the manual page", Nothing);
}

} // namespace

CommandRow commandTable() { return tableOf(CommandLine().app); }

std::variant<Options, ExitCode> parseOptions(llvm::ArrayRef<const char *> arguments,
                                             llvm::raw_ostream &out, llvm::raw_ostream &err) {
  CommandLine line;
  CLI::App &app = line.app;
  std::vector<std::string> names;
  std::vector<const char *> words = withEmptyValues(arguments, names);
  try {
    app.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::CallForHelp &) {
    out << innermost(app).help();
    return ExitCode::Clean;
  } catch (const CLI::CallForVersion &) {
    // It is thrown before the values of other options are handed out.
    Options version;
    version.command = VersionCommand();
    if (CLI::Option *folder = app.get_option("--rules-folder"); folder->count())
      version.rulesFolder = folder->as<std::string>();
    return version;
  } catch (const CLI::ParseError &error) {
    err << "scalelint: " << sentence(app, error) << "\nRun 'scalelint --help' for usage.\n";
    return ExitCode::UsageError;
  }
  return std::move(line.options);
}

} // namespace scalelint::driver
