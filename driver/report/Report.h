// What one run has to say, ready to be written: every output format reads this struct and nothing
// else.
#pragma once

#include "checks/Check.h"
#include "checks/Finding.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace scalelint::report {

// Where the analysed sources stand in version control.
struct Revision {
  std::string top;        // absolute directory of the repository that holds `Report::root`; empty: that is it
  std::string repository; // "https://git.example.org/shop.git"; empty: the top's URI stands in
  std::string revision;   // commit id
  std::string branch;     // empty when detached
};

// Two names of one finding, each a digest with a counter behind it: see Fingerprint.h.
struct Names {
  // Of its check, function, key and of the code that it points to (`codeText`). No line and no path
  // goes in, nothing of what stands around the code: so layout, comments, neighbours, moved
  // functions and renamed files leave it as it is, and another callee, argument, loop or statement
  // changes it.
  std::string exact;
  // The same without the function: it outlives a renamed function, where the exact name is new.
  std::string anyFunction;
};

// A finding that a comment in the source silences.
struct SuppressedFinding {
  Finding finding;
  std::string justification; // what the comment says, may be empty
  SourceRange comment;       // invalid: not known
};

// A result of an earlier log that is no longer found.
struct GoneResult {
  std::string check, message, uri; // `uri` as the earlier log has it: relative to the same folder
  Level level = Level::Warning;
  unsigned line = 0;
  Names names;
};

// How the findings stand to those of an earlier log.
struct Comparison {
  std::set<const Finding *> known; // of Report::findings, those that the earlier log has too
  std::vector<GoneResult> gone;    // in the earlier log's order
};

struct Report {
  std::vector<Finding> findings;
  std::optional<Comparison> comparison; // set when there is an earlier log; only what is new counts then
  std::vector<Finding> elsewhere; // not on the lines that are asked for: in no output, but they count in the numbers of names
  std::vector<Finding> off;       // of checks that the configuration takes away from their file: likewise
  std::vector<SuppressedFinding> suppressed; // leave empty for readers that ignore suppressions
  std::vector<Notification> notifications;
  const std::vector<const Check *> *checks = nullptr; // every check that ran
  std::string root;       // absolute directory that paths are relative to
  std::string version;    // "0.1.0"
  std::string homepage;   // URI of the tool's own pages; empty: not named
  std::string checkPages; // URI in front of "<check id>.md"; empty: not named
  std::string category;   // which of several runs on one revision this is: "payments/strict"
  std::optional<Revision> revision;
  unsigned units = 0;
  bool successful = true; // false: some unit could not be analysed
  int exitCode = 0;
};

// The order in which findings are printed: by place, then by everything else a reader could see.
bool before(const Finding &left, const Finding &right);

// All findings in that order; `suppressed` ones are not among them.
std::vector<const Finding *> inOrder(const Report &);

// All that was found, `suppressed`, `elsewhere` and `off` among them, in that order.
std::vector<const Finding *> everything(const Report &);

// Of `inOrder` the ones that count: all, or with an earlier log the new ones.
std::vector<const Finding *> newInOrder(const Report &);

// The same, those of the highest level and rank first.
std::vector<const Finding *> worstFirst(const Report &);

std::vector<const Notification *> notificationsInOrder(const Report &);

// The absolute directory that paths are relative to in what sites read: the top of the repository, if
// there is one.
std::string baseFolder(const Report &);

// Where sites that need a place show a finding: one of the whole program at the first place that it
// names, else at `base`, the folder of all sources.
SourceRange placeOf(const Finding &, const std::string &base);

// `path` as seen from `root` when it lies below it, else unchanged.
std::string relativeTo(const std::string &root, const std::string &path);

const char *name(Level);
const char *name(Precision);
const char *name(Profile);
const char *name(Family);

} // namespace scalelint::report
