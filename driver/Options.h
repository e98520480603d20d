// The command line: what the user asked for, checked and ready to use.
#pragma once

#include "checks/Check.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace scalelint::driver {

enum class ExitCode : int {
  Clean = 0,      // nothing at or above the threshold
  Findings = 1,
  UsageError = 2, // of the command line, the configuration, the compile database, a rule pack
  Incomplete = 3, // some unit could not be analysed; the rest is reported
};

enum class Color : uint8_t { Auto, Always, Never };
enum class Shell : uint8_t { Bash, Zsh, Fish };
enum class Format : uint8_t { Text, Json };

// Which units are analysed, and how: shared by every command that reads sources.
struct UnitOptions {
  std::string build;                 // folder of compile_commands.json, or that file; "" = look for one
  std::vector<std::string> paths;    // files and folders; empty = every unit
  std::string config;                // "" = look upward for .scalelint.yaml
  std::string sourceRoot;            // "" = see Project.h
  std::vector<std::string> rules;    // more rule packs: files or folders
  unsigned jobs = 0;                 // 0 = one per processor
  std::chrono::seconds unitTimeout{300};
  std::string cache;                 // "" = .scalelint in the build folder
  bool useCache = true;
  std::string resourceDir;           // Clang's built-in headers; "" = as configured at build time
};

struct CheckCommand {
  UnitOptions units;
  std::optional<Profile> profile;    // nullopt = the configuration's
  std::string checks;                // globs, comma-separated, `-` in front takes away
  std::optional<Level> failOn = Level::Warning; // the threshold of exit code 1; none = never
  std::string sarif, html, gitlab, junit; // files to write
  bool github = false;
  std::string baseline;              // earlier SARIF log: only what is new counts
  bool updateBaseline = false;       // `baseline update`: write the findings to `baseline`, print a line
  std::string diff;                  // revision; only findings that touch lines changed since
  std::string category;
  bool fix = false, fixDryRun = false; // apply the fixes; show what that would change
};

struct ExplainCommand { std::string check; };
struct ListChecksCommand {
  Format format = Format::Text;
  std::string docs;                  // "" = list; else the folder of this project: write its generated pages
};
struct ListRulesCommand { std::vector<std::string> libraries; bool rows = false; };
struct ValidateRulesCommand { std::vector<std::string> files; };
struct CompletionsCommand { Shell shell = Shell::Bash; };
struct ManPageCommand {};
struct VersionCommand {};

struct Options {
  std::variant<CheckCommand, ExplainCommand, ListChecksCommand, ListRulesCommand,
               ValidateRulesCommand, CompletionsCommand, ManPageCommand, VersionCommand> command;
  std::string rulesFolder;           // the packs that come along; "" = beside the program
  bool quiet = false;                // no progress, no notices
  Color color = Color::Auto;
};

// Either what to do, or the exit code of a line that is done with: --help, a usage error
// (which was told to `err`, with the nearest right word).
std::variant<Options, ExitCode> parseOptions(llvm::ArrayRef<const char *> arguments,
                                             llvm::raw_ostream &out, llvm::raw_ostream &err);

} // namespace scalelint::driver
