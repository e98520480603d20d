// What is to be known of words of SQL to tell names from the language.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace scalelint::sql {

// PostgreSQL takes this word for no table or column name unless quoted.
// https://www.postgresql.org/docs/15/sql-keywords-appendix.html
bool isReserved(llvm::StringRef word);
// A word that never is a value or a name where it stands unquoted: a clause, an operator.
bool isStructural(llvm::StringRef word);
// Either, or a word that ends a clause or a list: what a hole is never glued to.
bool isKeyword(llvm::StringRef word);
// count, sum, …: makes one row of many.
bool isAggregate(llvm::StringRef function);
// unnest, json_each, …: turns one argument into rows.
bool unpacksRows(llvm::StringRef function);

} // namespace scalelint::sql
