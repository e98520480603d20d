// The straight line from a build folder to findings. Each station is a function from plain data to
// plain data; this file only says in which order they stand and what is known after each.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/summary/Summary.h"
#include "driver/Build.h"
#include "driver/Configuration.h"
#include "driver/Options.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace scalelint::driver {

// What a run is given besides the command line.
struct Surroundings {
  const std::vector<const Check *> &checks;
  llvm::raw_ostream &out; // findings
  llvm::raw_ostream &err; // progress and notices
  Build build = {};
};

// All that is known of the sources once they are read: from here on there is no AST.
struct Sources {
  Configuration configuration;
  std::string root;                          // folder of the project's own code, absolute
  std::vector<model::RulePack> packs;        // the project's own first
  std::vector<std::string> matchers;         // `matcher:` expressions by the number that summaries note
  std::vector<summary::TUSummary> summaries; // in order of the units' files
  std::vector<Notification> notifications;
  unsigned units = 0, fromCache = 0;
  unsigned incomplete = 0;                   // units of which nothing, or not all, was analysed
};

// A signal ended the run; `run` ends the program by it.
class Interrupted : public llvm::ErrorInfo<Interrupted> {
public:
  static char ID;
  explicit Interrupted(int signal) : signal(signal) {}
  void log(llvm::raw_ostream &out) const override { out << "interrupted"; }
  std::error_code convertToErrorCode() const override {
    return std::make_error_code(std::errc::interrupted);
  }
  const int signal;
};

// Configuration → units → summaries, and the rule packs. An error is one of usage or configuration.
llvm::Expected<Sources> readSources(const UnitOptions &options, llvm::StringRef rulesFolder,
                                    const Surroundings &surroundings, bool quiet);

// Does what the command line asks for.
ExitCode run(const Options &options, const Surroundings &surroundings);

} // namespace scalelint::driver
