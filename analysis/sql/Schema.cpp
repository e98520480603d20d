// Tables by name, and what their keys bound.
#include "analysis/sql/Schema.h"

#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;

StringRef withoutSchema(StringRef name) {
  size_t dot = name.rfind('.');
  return dot == StringRef::npos ? name : name.substr(dot + 1);
}

// Whether the name is what stands around the holes of `pattern`.
bool fits(StringRef pattern, StringRef name) {
  auto [head, rest] = pattern.split("{}");
  if (!name.consume_front(head))
    return false;
  if (head.size() == pattern.size())
    return name.empty();
  for (size_t skipped = 0; skipped <= name.size(); ++skipped)
    if (fits(rest, name.drop_front(skipped)))
      return true;
  return false;
}

// Reasons over the members of FROM: one that is pinned to a row pins those that are joined to it by a
// key. Ends, since each round pins one more.
class Pinning {
public:
  Pinning(const Statement &statement, const Schema &schema) : statement(statement), schema(schema) {}

  bool all() {
    const std::vector<std::string> &from = statement.from;
    if (from.empty() || llvm::is_contained(from, ""))
      return false;
    for (size_t i = 0; i != from.size(); ++i)
      if (llvm::is_contained(llvm::ArrayRef(from).drop_front(i + 1), from[i]))
        return false; // joined with itself: predicates do not tell the two apart
    bool further = true;
    while (further && pinned.size() < from.size()) {
      further = false;
      for (const std::string &table : from)
        if (!llvm::is_contained(pinned, table) && isPinned(table)) {
          pinned.push_back(table);
          further = true;
        }
    }
    return pinned.size() == from.size();
  }

private:
  bool isPinned(const std::string &name) const {
    const Table *table = schema.find(name);
    if (!table || table->isView)
      return isFixed(name, "id") || isFixed(name, "rowid");
    if (schema.dialect == Dialect::SQLite && isFixed(name, "rowid"))
      return true;
    return llvm::any_of(table->indexes, [&](const Index &index) {
      return index.unique && index.isPlain() &&
             llvm::all_of(index.parts, [&](const IndexPart &part) { return isFixed(name, part.column); });
    });
  }

  bool isFixed(const std::string &table, StringRef column) const {
    return llvm::any_of(statement.predicates, [&](const Predicate &predicate) {
      if (predicate.depth || !predicate.conjunct || predicate.negated || !predicate.function.empty())
        return false;
      bool listed = predicate.op == Predicate::Op::In && !predicate.subquery;
      if (predicate.op != Predicate::Op::Equals && !listed)
        return false;
      bool mine = predicate.column.table == table ||
                  (predicate.column.table.empty() && statement.from.size() == 1);
      if (!mine || folded(predicate.column.column) != folded(column))
        return false;
      return !predicate.other || llvm::is_contained(pinned, predicate.other->table);
    });
  }

  const Statement &statement;
  const Schema &schema;
  std::vector<std::string> pinned;
};

} // namespace

bool Index::isPlain() const {
  return !isPartial && llvm::all_of(parts, [](const IndexPart &part) {
    return !part.column.empty() && part.expression == folded(part.column);
  });
}

const Column *Table::column(StringRef name) const {
  auto found = llvm::find_if(columns, [&](const Column &each) { return folded(each.name) == folded(name); });
  return found == columns.end() ? nullptr : &*found;
}

bool Schema::isSmall(const Table &table) const {
  std::string name = folded(table.name);
  return small.count(name) || small.count(withoutSchema(name).str());
}

const Table *Schema::find(StringRef name) const {
  std::string wanted = folded(name);
  const Table *found = nullptr;
  for (const Table &table : tables) {
    if (folded(table.name) == wanted)
      return &table;
    bool oneIsBare = wanted.find('.') == std::string::npos || table.name.find('.') == std::string::npos;
    if (!found && oneIsBare && folded(withoutSchema(table.name)) == withoutSchema(wanted))
      found = &table;
  }
  if (found || !StringRef(wanted).contains("{}") || wanted == "{}")
    return found;
  for (const Table &table : tables)
    if (fits(wanted, folded(table.name))) {
      if (found)
        return nullptr;
      found = &table;
    }
  return found;
}

// https://www.postgresql.org/docs/15/catalogs-overview.html (names that begin with pg_ are reserved),
// https://www.sqlite.org/schematab.html, https://dev.mysql.com/doc/refman/8.0/en/system-schema.html
bool isCatalogue(StringRef table) {
  std::string name = folded(table);
  StringRef schema = StringRef(name).contains('.') ? StringRef(name).split('.').first : "";
  StringRef bare = withoutSchema(name);
  return schema == "information_schema" || schema == "pg_catalog" || schema == "mysql" ||
         schema == "performance_schema" || (bare.starts_with("pg_") && schema.empty()) || bare == "sqlite_master" ||
         bare == "sqlite_schema" || bare == "sqlite_temp_master" || bare == "sqlite_sequence";
}

bool isBoundByKeys(const Statement &statement, const Schema &schema) {
  return Pinning(statement, schema).all();
}

} // namespace scalelint::sql
