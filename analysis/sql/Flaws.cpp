#include "analysis/sql/Flaws.h"

#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;

// Columns that the engine adds to each table: https://www.postgresql.org/docs/15/ddl-system-columns.html,
// https://www.sqlite.org/lang_createtable.html#rowid
bool isSystemColumn(StringRef name) {
  static const StringRef names[] = {"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "oid", "rowid", "_rowid_"};
  return llvm::is_contained(names, StringRef(folded(name)));
}

class Flaws {
public:
  Flaws(const Statement &statement, const Schema &schema, const std::set<std::string> &known)
      : statement(statement), schema(schema), known(known) {}

  std::vector<Flaw> all() {
    for (const TableUse &use : statement.uses)
      table(use.table, use.at);
    if (statement.verb == Verb::Insert)
      table(statement.target, {});
    for (const Predicate &predicate : statement.predicates) {
      column(predicate.column, predicate.at);
      if (predicate.other)
        column(*predicate.other, predicate.at);
    }
    if (const Table *target = schema.find(statement.target))
      for (const std::string &name : statement.written)
        column(*target, name, {});
    return std::move(found);
  }

private:
  static bool isOpen(StringRef name) { return name.empty() || name.contains("{}"); }

  void table(const std::string &name, Place at) {
    std::string bare = folded(StringRef(name).rsplit('.').second.empty() ? StringRef(name) : StringRef(name).rsplit('.').second);
    if (!isOpen(name) && !isCatalogue(name) && !schema.find(name) && !known.count(folded(name)) && !known.count(bare))
      add({Flaw::Kind::Table, name, nullptr, at});
  }

  void column(const ColumnRef &column, Place at) {
    if (!column.use)
      return;
    if (const Table *table = schema.find(statement.uses[column.use - 1].table))
      this->column(*table, column.column, at);
  }

  void column(const Table &table, const std::string &name, Place at) {
    if (!isOpen(name) && table.allColumns && !table.columns.empty() && !table.column(name) && !isSystemColumn(name) &&
        folded(name) != folded(table.name)) // the row as a whole
      add({Flaw::Kind::Column, name, &table, at});
  }

  void add(Flaw flaw) {
    if (llvm::none_of(found, [&](const Flaw &each) {
          return each.kind == flaw.kind && folded(each.name) == folded(flaw.name) && each.table == flaw.table;
        }))
      found.push_back(std::move(flaw));
  }

  const Statement &statement;
  const Schema &schema;
  const std::set<std::string> &known;
  std::vector<Flaw> found;
};

} // namespace

std::vector<Flaw> flawsOf(const Statement &statement, const Schema &schema, const std::set<std::string> &known) {
  if (!statement.parsed || schema.tables.empty())
    return {};
  if (statement.multiple) {
    std::vector<Flaw> found;
    for (const Statement &part : statement.parts)
      llvm::append_range(found, flawsOf(part, schema, known));
    return found;
  }
  return Flaws(statement, schema, known).all();
}

} // namespace scalelint::sql
