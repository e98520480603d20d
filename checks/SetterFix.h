// A fix that sets something on an object right after it was made.
#pragma once

#include "analysis/program/Settings.h"
#include "checks/Finding.h"

namespace scalelint {

// A statement as rule packs write it: {object} stands for the object, {.} for `.` or `->`.
struct SetterStatement {
  std::string statement;
  std::string include;     // header that it needs, "" = none
};

// Inserts the statements after the one that made `object`. Nothing where the object has no name yet, or
// where a statement can't stand: in a condition, beside a second declarator, in a member's initialiser of a
// constructor that already uses it.
std::optional<Fix> setterFix(const program::Program &program, const program::ClientObject &object,
                             const std::vector<SetterStatement> &setters, std::string description);

} // namespace scalelint
