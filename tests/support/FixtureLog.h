// The SARIF log of a fixture's findings.
#pragma once

#include "checks/Check.h"
#include "driver/report/Sarif.h"
#include "tests/support/Fixture.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::test {

// The fixture's parts under the paths that findings have.
inline std::map<std::string, std::string> filesOf(const Fixture &fixture) {
  std::map<std::string, std::string> files;
  for (const Part &part : fixture.parts)
    files["/fixture/" + part.name] = part.text;
  return files;
}

// As a run of the check on a repository would write it.
inline std::string logOf(const Fixture &fixture, const Check &check,
                         std::vector<Finding> findings) {
  std::vector<const Check *> checks = {&check};
  report::Report report;
  report.findings = std::move(findings);
  report.checks = &checks;
  report.root = "/fixture";
  report.version = "0.1.0";
  report.homepage = "https://example.org/scalelint";
  report.checkPages = "https://example.org/scalelint/docs/checks/";
  report.revision = report::Revision{"", "https://example.org/fixture.git",
                                     "0123456789abcdef0123456789abcdef01234567", "main"};
  std::string text;
  llvm::raw_string_ostream out(text);
  report::writeSarif(out, report, report::SourceProvider(report::readFromMemory(filesOf(fixture))));
  return text;
}

} // namespace scalelint::test
