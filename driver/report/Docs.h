// What people read about checks: the generated pages, the table in the README, `explain` and
// `checks`.
#pragma once

#include "checks/Check.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::report {

using Checks = std::vector<const Check *>;

// docs/checks/<id>.md
std::string checkPage(const Check &);

// docs/checks/README.md
std::string checksIndex(const Checks &);

// The README with the table of checks put between the two markers, which stay. An error when they
// are missing, doubled or the wrong way round.
inline constexpr const char *TableBegin = "<!-- checks: begin (generated) -->";
inline constexpr const char *TableEnd = "<!-- checks: end -->";
llvm::Expected<std::string> withChecksTable(const std::string &readme, const Checks &);

// Every generated file by its path below the project's root; `readme` is the README as it is now.
llvm::Expected<std::map<std::string, std::string>> generatedDocs(const std::string &readme,
                                                                 const Checks &);

// `scalelint explain CHECK`. Colours appear where the stream has them enabled.
void explain(llvm::raw_ostream &, const Check &);

// `scalelint checks`
enum class ListFormat { Text, Json };
void listChecks(llvm::raw_ostream &, const Checks &, ListFormat);

// The check's doc with its options written out, as Markdown and without marks.
std::string helpMarkdown(const Check &);
std::string plainHelp(const Check &);

} // namespace scalelint::report
