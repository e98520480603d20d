// The spellings of single values in rule packs.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <optional>
#include <string>

namespace scalelint::model {

std::optional<bool> parseYesNo(llvm::StringRef text);      // yes, no, true, false
std::optional<unsigned> parseNumber(llvm::StringRef text); // decimal, at most 1000

// 500ms, 300s, 5min. Nothing for any other unit, a sign, a fraction, or what 64 bits of nanoseconds
// cannot hold.
std::optional<std::chrono::nanoseconds> parseDuration(llvm::StringRef text);

// The shortest spelling that parseDuration reads back; nanoseconds below a millisecond are dropped.
std::string spellDuration(std::chrono::nanoseconds duration);

// "" for a qualified name as rule packs write them, else what is wrong with it.
std::string faultOfName(llvm::StringRef name);

// The same for a canonical parameter type and for the outside of a matcher expression.
std::string faultOfType(llvm::StringRef type);
std::string faultOfMatcher(llvm::StringRef matcher);

} // namespace scalelint::model
