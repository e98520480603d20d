// The parts that rows of every section share: selectors, conditions, call patterns.
#pragma once

#include "analysis/model/Table.h"

namespace scalelint::model {

template <> struct Form<Selector> {
  static const Shape &shape();
  static void read(Written value, Selector &out);
};

template <> const Table<Condition> &tableOf<Condition>();
template <> const Table<CallPattern> &tableOf<CallPattern>();

// The keys that name a call, for rows that carry them beside their own.
std::vector<Key<CallPattern>> patternKeys();

// `parameters` of an operation: words are the overload's types, selectors the bound values.
Key<OperationRow> operationParameters();

Rule exactlyOne(std::vector<llvm::StringRef> keys);
Rule atMostOne(std::vector<llvm::StringRef> keys);
// `key` stands only beside `other`; with `words`: only if `other` is one of them.
Rule needs(llvm::StringRef key, llvm::StringRef other, std::vector<llvm::StringRef> words = {});
// If `key` is one of `words`, `other` must stand.
Rule wordNeeds(llvm::StringRef key, std::vector<llvm::StringRef> words, llvm::StringRef other);

} // namespace scalelint::model
