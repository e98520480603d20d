// What a check reports: plain data with everything a reader needs to see why it is true.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scalelint {

enum class Level : uint8_t { Note, Warning, Error };

// A place in a source file. Lines and columns start at 1 and count bytes; the end is exclusive.
struct SourceRange {
  std::string file; // absolute path
  unsigned line = 0, column = 0, endLine = 0, endColumn = 0;
  bool valid() const { return line != 0; }
  friend auto operator<=>(const SourceRange &, const SourceRange &) = default;
};

// A step of the code flow, from the request root to the operation, or a related place.
struct Step {
  SourceRange range;
  std::string message;     // "calls 'nameOf'", "loop over 'orders'"
  unsigned nesting = 0;    // call depth, for viewers that indent
  bool essential = false;  // the step without which the finding would not be true
};

// Text that replaces a range (an insertion has an empty range).
struct Replacement {
  SourceRange range;
  std::string text;
};

struct Fix {
  std::string description;        // "set a total timeout of 10 s"
  std::vector<Replacement> replacements;
};

struct Finding {
  std::string check;              // check id
  Level level = Level::Warning;
  int rank = 50;                  // 0-100: how likely and how costly
  std::string message;            // one sentence, house style: no capital, no full stop
  SourceRange primary;
  std::string function;           // qualified name of the function that holds `primary`, for fingerprints
  std::string key;                // what makes it this finding, independent of line numbers (table, callee, aspect)
  std::vector<std::string> roots; // names of the request roots that reach it, sorted
  std::vector<Step> flow;         // witness; empty when the primary location says it all
  std::vector<Step> related;
  std::string suggestion;         // what to do, in words
  std::vector<Fix> fixes;
};

// Something that could not be analysed, or was left out: a SARIF notification.
struct Notification {
  Level level = Level::Warning;
  std::string id;                 // "unit-failed", "pack-invalid", "statement-unparsed", …
  std::string message;
  std::optional<SourceRange> range;
};

} // namespace scalelint
