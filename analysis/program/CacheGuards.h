// A cache in front of a database: look up, load on a miss, store. Seen as what depends on the lookup's answer.
#pragma once

#include "analysis/program/Operations.h"

#include <set>

namespace scalelint::program {

// What kinds of operations a call reaches, as bits.
using Kinds = uint8_t;
inline constexpr Kinds CacheReads = 1, CacheWrites = 2, DatabaseCalls = 4, OtherCalls = 8;
Kinds kindOf(const model::OperationRow &row);

enum class CacheRole : uint8_t {
  None,
  Lookup, // its answer decides whether a database is asked
  Store,  // keeps what was loaded after such a lookup
};

// The role of each call of `function`; `kinds` holds what each of them reaches.
std::vector<CacheRole> cacheRoles(const Program &program, const Function &function, const std::vector<Kinds> &kinds);

// Calls of `function` whose answers `value` is made of.
void addSources(const Program &program, const Function &function, ValueId value, std::set<CallId> &sources);

} // namespace scalelint::program
