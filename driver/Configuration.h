// .scalelint.yaml as plain data. docs/configuration.md names every key; an unknown one is an error
// with its place and the nearest right word.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/program/Program.h"
#include "checks/Check.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::driver {

// One word on which checks run; later ones win.
struct CheckChoice {
  std::string glob;
  bool enabled = true;
};

// What is said of checks, for all files or by an override for some.
struct CheckSettings {
  std::optional<Profile> profile;
  std::vector<CheckChoice> checks;
  std::map<std::string, CheckOptions> checkOptions; // by check id
};

// What holds for the findings in some files; later ones win.
struct Override : CheckSettings {
  std::vector<std::string> paths;      // globs below the configuration's folder, as those of `exclude`
  CheckOptions sections;               // what `timeouts` and `routes` say, by the names that checks have for it
  std::optional<bool> requireReason;
};

enum class VersionPolicy : uint8_t { Path, Header, Query, None };
const char *name(VersionPolicy);

struct Configuration : CheckSettings {
  std::string file;                    // absolute; "" = there is none, all is default
  std::string folder;                  // of `file`

  std::optional<std::vector<std::string>> exclude;  // globs; nullopt = defaultExclude()
  std::vector<std::string> rules;      // rule packs: files or folders, absolute
  std::vector<program::DeclaredRoot> roots;

  struct Schema {
    model::Dialect dialect = model::Dialect::Any;
    std::vector<std::string> files;    // DDL, or folders of migrations; absolute
  } schema;

  struct Endpoints {                   // globs over hosts, connection texts and names of objects
    std::vector<std::string> writer, replica;
    std::vector<std::string> readYourWrite; // globs over names of roots that must read from the writer
  } endpoints;

  struct Tables {
    std::vector<std::string> small, readMostly;
  } tables;

  struct Routes {
    VersionPolicy version = VersionPolicy::Path;
    std::vector<std::string> unversionedOk; // globs over paths
    std::vector<std::string> internal;      // globs over paths that the OpenAPI file need not have
    std::string contract;                   // committed contract file, absolute; "" = none
    std::string openapi;                    // absolute; "" = none
  } routes;

  struct Timeouts {
    std::chrono::nanoseconds ceiling = std::chrono::seconds(30);
  } timeouts;

  struct Limits {
    uint64_t body = 64ull << 20;       // bytes; a larger default cap of a server is none
  } limits;

  struct Suppressions {
    bool requireReason = false;        // a comment without a reason silences nothing
  } suppressions;

  std::vector<Override> overrides;
};

// What is left out when the configuration has no `exclude`: others' code, tests, generated code.
std::vector<std::string> defaultExclude();

// `file` is the text's absolute path; files that it names are looked for in `files`. `checks` are all that there are;
// empty = their names and options are not verified.
// The error holds every problem, one a line, as `file:line:column: what is wrong; did you mean 'x'?`.
llvm::Expected<Configuration> parseConfiguration(llvm::StringRef text, llvm::StringRef file,
                                                 llvm::ArrayRef<const Check *> checks,
                                                 llvm::vfs::FileSystem &files);

// Reads `file`.
llvm::Expected<Configuration> loadConfiguration(llvm::StringRef file, llvm::ArrayRef<const Check *> checks);

// What a check is run with: its own options, and of the other sections those values that it declares as
// options ("routes.version"). A list is joined by newlines. Overrides are not in it: see CheckPlan.h.
CheckOptions optionsOf(const Configuration &configuration, const Check &check);

// The nearest .scalelint.yaml in `folder` or above it; "" = none.
std::string findConfiguration(llvm::StringRef folder);

} // namespace scalelint::driver
