// What people read about checks: the generated pages, the table in the README, `explain` and
// `checks`.
#pragma once

#include "checks/Check.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace scalelint::report {

using Checks = std::vector<const Check *>;

// docs/checks/<id>.md
std::string checkPage(const Check &);

// docs/checks/README.md
std::string checksIndex(const Checks &);

// A text with a generated part put between its two markers, which stay. An error when they are
// missing, doubled or the wrong way round.
struct Markers {
  const char *begin, *end;
};
inline constexpr Markers TableMarkers = {"<!-- checks: begin (generated) -->",
                                         "<!-- checks: end -->"};
inline constexpr Markers LimitsMarkers = {"<!-- limits: begin (generated) -->",
                                          "<!-- limits: end -->"};
llvm::Expected<std::string> withChecksTable(const std::string &readme, const Checks &);
llvm::Expected<std::string> withChecksLimits(const std::string &page, const Checks &);

// Every generated file by its path below the project's root; `read` gives a file of there as it is
// now, empty when there is none.
using ReadDoc = std::function<std::string(const std::string &path)>;
llvm::Expected<std::map<std::string, std::string>> generatedDocs(const ReadDoc &read,
                                                                 const Checks &);

// `scalelint explain CHECK`. Colours appear where the stream has them enabled.
void explain(llvm::raw_ostream &, const Check &);

// `scalelint checks`
enum class ListFormat { Text, Json };
void listChecks(llvm::raw_ostream &, const Checks &, ListFormat);

// What the check's doc says under this heading, empty when it has none: "Limits".
std::string sectionOf(const Check &, llvm::StringRef heading);

// The check's doc with its options written out, as Markdown and without marks.
std::string helpMarkdown(const Check &);
std::string plainHelp(const Check &);

} // namespace scalelint::report
