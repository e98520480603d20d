// One extraction and one analysis of a unit for all checks that clang-tidy runs on it.
#pragma once

#include "driver/tidy/Core.h"

#include <memory>

namespace clang {
class ASTContext;
}

namespace scalelint::tidy {

class Run {
public:
  // The run that the checks of a unit share: it lives as long as one of them does.
  static std::shared_ptr<Run> ofThisUnit();

  // Before the unit is analysed.
  void add(std::string check, std::map<std::string, std::string> options);

  // Findings of one check; the first call analyses the unit.
  std::vector<const Finding *> findings(clang::ASTContext &context, const std::string &check);

  // What was wrong with options, configuration and packs; each is handed out once.
  std::vector<std::string> takeProblems() { return std::exchange(problems, {}); }

private:
  void analyse(clang::ASTContext &context);

  Setup setup;
  bool done = false;
  std::vector<Finding> all;
  std::vector<std::string> problems;
};

} // namespace scalelint::tidy
