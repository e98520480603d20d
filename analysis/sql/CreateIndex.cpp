#include "analysis/sql/CreateIndex.h"

#include "analysis/sql/Analysis.h"
#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::sql {

using llvm::StringRef;

// MySQL indexes text by its first characters alone, at most 3072 bytes of them:
// https://dev.mysql.com/doc/refman/8.0/en/column-indexes.html
static constexpr StringRef MySqlPrefix = "(191)";

bool isPlainName(StringRef name) {
  return !name.empty() && !llvm::isDigit(name[0]) && !isKeyword(name) &&
         llvm::all_of(name, [](char c) { return llvm::isLower(c) || llvm::isDigit(c) || c == '_'; });
}

// Of what PostgreSQL, the strictest, takes.
static std::string nameOf(StringRef table, llvm::ArrayRef<std::string> parts) {
  constexpr size_t longest = 63;
  std::string name = table.rsplit('.').second.str();
  if (name.empty())
    name = table.str();
  for (StringRef part : parts) {
    name += '_';
    for (char c : part)
      if (llvm::isAlnum(c) || (c == '_' && name.back() != '_'))
        name += c;
      else if (name.back() != '_')
        name += '_';
    StringRef cut = StringRef(name).rtrim('_');
    name.resize(cut.size());
  }
  return StringRef(name).take_front(longest - 4).str() + "_idx";
}

static bool isPlainTable(StringRef name) {
  auto [schema, bare] = name.split('.');
  return isPlainName(schema) && (bare.empty() || isPlainName(bare));
}

static std::string write(const Table &table, llvm::ArrayRef<std::string> expressions, llvm::ArrayRef<std::string> parts) {
  return "CREATE INDEX " + nameOf(table.name, expressions) + " ON " + table.name + " (" + llvm::join(parts, ", ") + ")";
}

// One part, or "".
static std::string partOf(const Gap &gap, const std::string &expression, const Schema &schema) {
  const Column *column = gap.table->column(expression);
  if (!column) { // an expression; its names are in lower case
    bool hasValue = StringRef(expression).contains('$');
    return hasValue || schema.dialect == Dialect::Any ? "" : "(" + expression + ")";
  }
  if (!isPlainName(column->name))
    return "";
  bool isText = column->type == "text" || column->type == "blob" || StringRef(column->type).ends_with("text");
  if (schema.dialect == Dialect::MySQL && isText)
    return column->name + MySqlPrefix.str();
  bool byPattern = llvm::any_of(gap.predicates, [&](const Predicate *predicate) {
    return predicate->expression == expression && predicate->op == Predicate::Op::Like;
  });
  if (byPattern && schema.dialect == Dialect::SQLite)
    return column->name + " COLLATE NOCASE"; // https://www.sqlite.org/optoverview.html#the_like_optimization
  return column->name + (byPattern && schema.dialect == Dialect::PostgreSQL ? " text_pattern_ops" : "");
}

// Asked for by a part of the text, in whatever case: only an index of its trigrams helps.
static bool needsTrigrams(const Gap &gap) {
  return llvm::any_of(gap.predicates, [](const Predicate *predicate) {
    return predicate->op == Predicate::Op::Like && (predicate->leadingWildcard || predicate->caseless);
  });
}

// https://www.postgresql.org/docs/15/pgtrgm.html#id-1.11.7.44.8
static std::string createTrigramIndex(const Gap &gap, const Schema &schema) {
  const Column *column = gap.table->column(gap.columns.front());
  if (schema.dialect != Dialect::PostgreSQL || gap.columns.size() != 1 || !column || !isPlainName(column->name))
    return "";
  return "CREATE INDEX " + nameOf(gap.table->name, gap.columns) + " ON " + gap.table->name + " USING gin (" +
         column->name + " gin_trgm_ops)";
}

std::string createIndex(const Gap &gap, const Schema &schema) {
  if (!isPlainTable(gap.table->name))
    return "";
  if (needsTrigrams(gap))
    return createTrigramIndex(gap, schema);
  std::vector<std::string> parts;
  for (const std::string &expression : gap.columns) {
    parts.push_back(partOf(gap, expression, schema));
    if (parts.back().empty())
      return "";
  }
  return write(*gap.table, gap.columns, parts);
}

std::string createIndex(const Table &table, const std::vector<std::string> &columns) {
  if (!isPlainTable(table.name) || !llvm::all_of(columns, [](StringRef name) { return isPlainName(name); }))
    return "";
  return write(table, columns, columns);
}

} // namespace scalelint::sql
