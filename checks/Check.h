// A check is a value: everything the command line, clang-tidy, SARIF and the documentation know of it.
#pragma once

#include "checks/Finding.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace scalelint {

namespace program { class Program; }

enum class Precision : uint8_t { Low, Medium, High, VeryHigh };
enum class Profile : uint8_t { Default, Strict };
enum class Family : uint8_t { Database, Latency, Failure, Trust, Visibility, Contract };

// A weakness of a public catalogue that a check's findings are instances of.
struct Taxon { const char *taxonomy; unsigned id; };
constexpr Taxon cwe(unsigned id) { return {"CWE", id}; }

// An option that a project may set under `checks: {<id>: {…}}`.
struct OptionDescription { const char *name; const char *defaultValue; const char *meaning; };

// Options of one check as the configuration gives them.
struct CheckOptions {
  std::map<std::string, std::string> values;
  std::string get(const std::string &name, const std::string &otherwise) const {
    auto it = values.find(name);
    return it == values.end() ? otherwise : it->second;
  }
  friend bool operator==(const CheckOptions &, const CheckOptions &) = default;
};

using FindingSink = std::function<void(Finding)>;

struct Check {
  const char *id;
  const char *summary;     // "query runs once per turn of a data-driven loop"
  const char *doc;         // Markdown, fixed headings: What it flags · Why it hurts at scale · Example · Fix · Limits · Options
  Family family;
  Level severity;
  Precision precision;
  Profile profile;
  std::vector<Taxon> taxa;
  std::vector<OptionDescription> options;
  void (*run)(const program::Program &, const CheckOptions &, const FindingSink &);
};

// Every check, in the order of Checks.def.
const std::vector<const Check *> &allChecks();

// The check with this id, nullptr when there is none.
const Check *findCheck(const std::string &id);

} // namespace scalelint
