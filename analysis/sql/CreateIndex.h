// The index that closes a gap, written out.
#pragma once

#include "analysis/sql/AccessPaths.h"

namespace scalelint::sql {

// Needs no quotes in any dialect.
bool isPlainName(llvm::StringRef name);

// "CREATE INDEX orders_user_id_idx ON orders (user_id)", in the schema's dialect. "" when a name in it would need quotes,
// which differ, or the dialect has no index over an expression.
std::string createIndex(const Gap &gap, const Schema &schema);

// The same over plain columns: that of a reference.
std::string createIndex(const Table &table, const std::vector<std::string> &columns);

} // namespace scalelint::sql
