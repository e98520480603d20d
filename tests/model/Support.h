// Packs from text, for the tests of this folder.
#pragma once

#include "analysis/model/RulePack.h"

#include <gtest/gtest.h>

namespace scalelint::model {

inline constexpr llvm::StringLiteral Head = "library: l\nreference: https://l.org\n";

// Fails the test and gives an empty pack when the text has problems.
inline RulePack packOf(llvm::StringRef text) {
  llvm::Expected<RulePack> pack = parseRulePack(text, "p.yaml");
  if (pack)
    return std::move(*pack);
  ADD_FAILURE() << llvm::toString(pack.takeError());
  return {};
}

// A pack that consists of its head and this text.
inline RulePack packWith(llvm::StringRef text) { return packOf((Head + text).str()); }

// "" when the text is a good pack.
inline std::string problemsOf(llvm::StringRef text) {
  llvm::Expected<RulePack> pack = parseRulePack(text, "p.yaml");
  return pack ? "" : llvm::toString(pack.takeError());
}

} // namespace scalelint::model
