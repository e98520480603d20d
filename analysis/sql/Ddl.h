// Tokens of a definition, as far as the dialects agree in it.
#pragma once

#include "analysis/sql/Lexer.h"

#include "llvm/ADT/ArrayRef.h"

namespace scalelint::sql {

// The tokens between two brackets or commas, or a whole statement.
using Item = llvm::ArrayRef<Token>;

bool isWordAt(Item item, size_t i, llvm::StringRef word);
bool isSymbolAt(Item item, size_t i, llvm::StringRef symbol);
bool isName(Item item, size_t i);
bool anyWordAt(Item item, size_t i, std::initializer_list<llvm::StringRef> words);

// Takes these words from the front, as often as one of them stands there.
void skip(Item &item, std::initializer_list<llvm::StringRef> words);
// Takes a dotted name from the front; "" when there is none.
std::string takeName(Item &item);
// Takes a bracketed list from the front of `item`, which must begin with its bracket; false when it is not closed.
bool takeList(Item &item, Item &list);

// The index after the bracket that closes the one at `i`; npos when none does.
size_t closingIn(Item item, size_t i);
// What stands between commas outside of brackets.
std::vector<Item> commaSeparated(Item list);

} // namespace scalelint::sql
