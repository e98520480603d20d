// Rule packs as text, for `scalelint rules list`.
#pragma once

#include "analysis/model/RulePack.h"

namespace llvm {
class raw_ostream;
}

namespace scalelint::model {

enum class Detail : uint8_t {
  Summary, // one line: library, counts per section, reference
  Rows,    // below it every row with its place and what it says in one line
};

void printRulePack(llvm::raw_ostream &out, const RulePack &pack, Detail detail);

// As a rule pack writes it: "receiver", "{argument: 1}", "{argument: 1, member: timeout}".
std::string spell(const Selector &selector);

} // namespace scalelint::model
