// The closed vocabularies of rule packs: which word of the YAML stands for which value of
// RulePack.h. Loader, schema, listings and the fixtures' `is:` facts all speak through these lists.
#pragma once

#include "analysis/model/RulePack.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>

namespace scalelint::model {

template <class Value> struct Word {
  llvm::StringLiteral word;
  Value value;
};

// Values that are never written (Rows::Unknown, Dialect::Any, Unit::None) have no entry.
llvm::ArrayRef<Word<Does>> wordsOf(Does);
llvm::ArrayRef<Word<Rows>> wordsOf(Rows);
llvm::ArrayRef<Word<Access>> wordsOf(Access);
llvm::ArrayRef<Word<Dialect>> wordsOf(Dialect);
llvm::ArrayRef<Word<Unit>> wordsOf(Unit);
llvm::ArrayRef<Word<RootKind>> wordsOf(RootKind);
llvm::ArrayRef<Word<Runs>> wordsOf(Runs);
llvm::ArrayRef<Word<ScopeKind>> wordsOf(ScopeKind);
llvm::ArrayRef<Word<TextForm>> wordsOf(TextForm);
llvm::ArrayRef<Word<Mark>> wordsOf(Mark);

// The same for values that stay strings past the loader.
llvm::ArrayRef<llvm::StringLiteral> aspectWords();
llvm::ArrayRef<llvm::StringLiteral> httpMethodWords();

// "sql.execute" for Does::SqlExecute; "" for a value that is never written.
template <class Value> llvm::StringRef wordOf(Value value) {
  for (const Word<Value> &entry : wordsOf(value))
    if (entry.value == value)
      return entry.word;
  return "";
}

template <class Value> std::optional<Value> valueOf(llvm::StringRef word) {
  for (const Word<Value> &entry : wordsOf(Value{}))
    if (entry.word == word)
      return entry.value;
  return std::nullopt;
}

} // namespace scalelint::model
