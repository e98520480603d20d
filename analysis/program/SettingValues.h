// What a setting is set to, as far as the program says: durations, timevals, numbers, keys in texts.
#pragma once

#include "analysis/program/ConnectionText.h"
#include "analysis/program/Objects.h"

namespace scalelint::program {

// A row that sets something, be it a creation's or a call's.
struct SettingSource {
  const std::string &aspect;
  std::optional<model::Selector> value;
  model::Unit unit;
  const std::string &key;
  model::Unit keyUnit;
};

// The chain of callers from which a creation is looked at.
struct Outlook {
  const Frame *root = nullptr; // its outermost frame
  bool asksCaller = false;     // a caller of the outermost function may know more
};

class SettingValues {
public:
  SettingValues(const Program &program, const ObjectIndex &index, Outlook &outlook)
      : program(program), index(index), outlook(outlook) {}

  // False where the text that should hold the key certainly does not. `value` stays empty when not known.
  bool read(const SettingSource &source, const Frame &frame, CallId call, std::optional<int64_t> &value);

  // Nanoseconds, or the number itself where `unit` is None.
  std::optional<int64_t> of(Bound value, model::Unit unit);

private:
  KeyInText keyIn(Bound value, const SettingSource &source);
  KeyInText keyAmong(Bound array, const SettingSource &source);
  std::optional<int64_t> timeval(const Frame &frame, CallId call, model::Selector selector);
  bool certain(Bound value);
  bool startsAtRoot(Bound value) const;

  const Program &program;
  const ObjectIndex &index;
  Outlook &outlook;
};

} // namespace scalelint::program
