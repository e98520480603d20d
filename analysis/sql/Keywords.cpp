#include "analysis/sql/Keywords.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace scalelint::sql {
namespace {

// The lists are sorted, in lower case.
// clang-format off
constexpr llvm::StringLiteral Reserved[] = {
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization",
    "binary", "both", "case", "cast", "check", "collate", "collation", "column", "concurrently",
    "constraint", "create", "cross", "current_catalog", "current_date", "current_role",
    "current_schema", "current_time", "current_timestamp", "current_user", "default", "deferrable",
    "desc", "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "freeze",
    "from", "full", "grant", "group", "having", "ilike", "in", "initially", "inner", "intersect",
    "into", "is", "isnull", "join", "lateral", "leading", "left", "like", "limit", "localtime",
    "localtimestamp", "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order",
    "outer", "overlaps", "placing", "primary", "references", "returning", "right", "select",
    "session_user", "similar", "some", "symmetric", "table", "tablesample", "then", "to",
    "trailing", "true", "union", "unique", "user", "using", "variadic", "verbose", "when", "where",
    "window", "with"};

constexpr llvm::StringLiteral Structural[] = {
    "all", "and", "any", "as", "between", "by", "case", "conflict", "cross", "delete", "distinct",
    "div", "do", "duplicate", "else", "escape", "except", "exists", "fetch", "for", "from", "full",
    "glob", "group", "having", "ilike", "in", "inner", "insert", "intersect", "interval", "into",
    "is", "join", "lateral", "left", "like", "limit", "natural", "not", "offset", "on", "only",
    "or", "order", "outer", "over", "partition", "recursive", "regexp", "returning", "right",
    "rlike", "select", "set", "similar", "some", "straight_join", "table", "then", "to", "union",
    "update", "using", "values", "when", "where", "with", "xor"};

constexpr llvm::StringLiteral Aggregates[] = {
    "any_value", "array_agg", "avg", "bit_and", "bit_or", "bit_xor", "bool_and", "bool_or", "corr",
    "count", "covar_pop", "covar_samp", "every", "group_concat", "json_agg", "json_arrayagg",
    "json_group_array", "json_group_object", "json_object_agg", "json_objectagg", "jsonb_agg",
    "jsonb_object_agg", "max", "min", "mode", "percentile_cont", "percentile_disc", "regr_avgx",
    "regr_avgy", "regr_count", "regr_intercept", "regr_r2", "regr_slope", "regr_sxx", "regr_sxy",
    "regr_syy", "std", "stddev", "stddev_pop", "stddev_samp", "string_agg", "sum", "total",
    "var_pop", "var_samp", "variance", "xmlagg"};

constexpr llvm::StringLiteral Unpacking[] = {
    "json_array_elements", "json_array_elements_text", "json_each", "json_populate_recordset",
    "json_table", "json_to_recordset", "jsonb_array_elements", "jsonb_array_elements_text",
    "jsonb_each", "jsonb_populate_recordset", "jsonb_to_recordset", "openjson",
    "regexp_split_to_table", "string_split", "string_to_table", "unnest", "xmltable"};
// clang-format on

template <size_t N> bool contains(const llvm::StringLiteral (&list)[N], llvm::StringRef word) {
  if (word.size() > 32)
    return false;
  return std::binary_search(std::begin(list), std::end(list), llvm::StringRef(word.lower()));
}

} // namespace

bool isReserved(llvm::StringRef word) { return contains(Reserved, word); }
bool isStructural(llvm::StringRef word) { return contains(Structural, word); }

bool isKeyword(llvm::StringRef word) {
  constexpr llvm::StringLiteral more[] = {"begin", "commit", "key", "replace", "temporary"};
  return isReserved(word) || isStructural(word) || contains(more, word);
}

bool isAggregate(llvm::StringRef function) { return contains(Aggregates, function); }
bool unpacksRows(llvm::StringRef function) { return contains(Unpacking, function); }

} // namespace scalelint::sql
