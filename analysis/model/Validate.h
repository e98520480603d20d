// What is wrong with a rule pack that reads well: rows without effect and promises without proof.
#pragma once

#include "analysis/model/RulePack.h"

namespace scalelint::model {

enum class Gravity : uint8_t {
  Problem, // the pack does not do what it says
  Warning, // the pack may be right, a look is worth it
};

struct Remark {
  Position position;
  Gravity gravity = Gravity::Problem;
  std::string sentence;
};

// In the order of the file:
// - problem: a row that no call can reach, because an earlier row of the same section already
// speaks of
//   every such call (in `settings`, `roots`, `callbacks`, `flows`, `marks` and `created-by` one
//   call may have several rows as long as they say different things)
// - problem: a client without aspects, a default duration without `source`, a fix without
// `{object}`,
//   `at-least` above `at-most`
// - warning: a setting of an aspect that no client of this pack needs (packs without clients serve
//   those of other packs and get none)
std::vector<Remark> validate(const RulePack &pack);

// `file:line:column: sentence`, warnings as `file:line:column: warning: sentence`.
std::string text(const Remark &remark);

} // namespace scalelint::model
