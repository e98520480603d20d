// The rule packs of a run, and the commands that list and validate packs.
#pragma once

#include "analysis/extract/RuleMatchers.h"
#include "driver/PackFiles.h"
#include "checks/Finding.h"
#include "driver/Options.h"

#include <string>
#include <vector>

namespace scalelint::driver {

struct RulePacks {
  std::vector<model::RulePack> packs;      // the project's own first, so that their rows win
  std::vector<std::string> matchers;       // every `matcher:` expression, by number
  extract::RuleMatchers compiled;          // the same, ready to be asked
  std::vector<Notification> notifications; // packs that came along and can't be read
};

// `own` are the project's packs: files or folders. An error holds everything that is wrong with them,
// and matchers of any pack that Clang does not accept.
llvm::Expected<RulePacks> loadPacks(llvm::StringRef comeAlong, llvm::ArrayRef<std::string> own);

ExitCode listRules(const ListRulesCommand &command, llvm::StringRef folder, llvm::raw_ostream &out,
                   llvm::raw_ostream &err);
ExitCode validateRules(const ValidateRulesCommand &command, llvm::raw_ostream &out,
                       llvm::raw_ostream &err);

} // namespace scalelint::driver
