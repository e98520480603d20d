// Settings inside connection strings: `host=db connect_timeout=5`, `mongodb://db/?socketTimeoutMS=8000`,
// `SET statement_timeout = '5s'`.
#pragma once

#include "analysis/model/RulePack.h"
#include "analysis/sql/Statement.h"

#include <optional>

namespace scalelint::program {

// What a text says about a key.
struct KeyInText {
  bool possible = false;         // the key is there, or stands in a part of the text that is not known
  std::optional<int64_t> value;  // nanoseconds; where `unit` gives no measure, 0 and negative values alone
};

// `unit` is that of a bare number behind the key; a number with a measure of its own (`5s`) needs none.
KeyInText keyIn(const sql::Template &text, llvm::StringRef key, model::Unit unit);

} // namespace scalelint::program
