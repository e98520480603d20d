// The JSON Schema of rule packs (draft 2020-12), for editors that complete and check YAML.
#pragma once

#include <string>

namespace scalelint::model {

// What rules/rule-pack.schema.json holds, byte for byte. It allows whatever parseRulePack allows,
// and a little more: names, matchers and links are only texts to it.
std::string rulePackSchema();

} // namespace scalelint::model
