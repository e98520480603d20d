// Which checks run, where, and with which options: the configuration, on top of it what its overrides say of a
// file's path, on top of that what was asked for.
#pragma once

#include "analysis/extract/Globs.h"
#include "driver/Configuration.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace scalelint::driver {

// What the command line says of checks.
struct Asked {
  std::optional<Profile> profile; // nullopt = the configuration's
  std::string globs;              // comma-separated, `-` in front takes away
};

class CheckPlan {
public:
  // `known` are all checks that there are.
  CheckPlan(const Configuration &, std::vector<const Check *> known, Asked);

  // For clang-tidy, which has its own word on which checks run: these do, everywhere. Of the overrides their
  // options count.
  CheckPlan(const Configuration &, std::vector<const Check *> chosen);

  // The overrides that hold for a file, by their numbers.
  using Layers = std::vector<unsigned>;
  Layers layersOf(llvm::StringRef file) const;

  bool isOn(const Check &, const Layers &) const;
  CheckOptions options(const Check &, const Layers &) const;
  // Must a comment say why it silences something?
  bool requiresReason(const Layers &) const;

  // Those that can be on for some file, in order.
  const std::vector<const Check *> &running() const { return candidates; }
  const std::vector<const Check *> &known() const { return all; }
  const Configuration &configuration() const { return base; }

private:
  const Configuration &base;
  std::string folder;                    // that paths of overrides are relative to, as sources' paths are written
  std::vector<extract::PathGlobs> paths; // of the overrides
  std::vector<const Check *> all, candidates;
  std::optional<Asked> asked;            // nullopt = all are on
};

// An error for what is named without a wildcard and is not there.
llvm::Error unknownCheck(llvm::StringRef globs, const std::vector<const Check *> &known);

} // namespace scalelint::driver
