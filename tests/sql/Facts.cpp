#include "tests/sql/Facts.h"

#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace scalelint::sql {
namespace {

std::string nameOf(const ColumnRef &column) {
  return column.table.empty() ? column.column : column.table + "." + column.column;
}

std::string operatorOf(const Predicate &predicate) {
  switch (predicate.op) {
  case Predicate::Op::Equals:
    return predicate.negated ? "not =" : "=";
  case Predicate::Op::In:
    return predicate.negated ? "not in" : "in";
  case Predicate::Op::Range:
    return predicate.negated ? "not range" : "range";
  case Predicate::Op::Like:
    return predicate.negated ? "not like" : "like";
  case Predicate::Op::IsNull:
    return predicate.negated ? "not null" : "null";
  case Predicate::Op::Other:
    break;
  }
  return predicate.negated ? "not other" : "other";
}

std::string factsOf(const Predicate &predicate) {
  std::string out = nameOf(predicate.column);
  if (!predicate.function.empty())
    out = predicate.function + "(" + out + ")";
  out += " " + operatorOf(predicate);
  if (predicate.parameter)
    out += " ?";
  if (predicate.constant)
    out += " const";
  if (predicate.subquery)
    out += " (select)";
  if (predicate.other)
    out += " " + nameOf(*predicate.other);
  if (predicate.leadingWildcard)
    out += " leading";
  if (predicate.caseless)
    out += " caseless";
  if (predicate.disjunction)
    out += " or" + std::to_string(predicate.disjunction);
  else if (!predicate.conjunct)
    out += " maybe";
  return out + std::string(predicate.depth, '\'');
}

std::string boundOf(const Statement &statement) {
  switch (statement.bound) {
  case RowBound::None:
    return "";
  case RowBound::Limit:
    return statement.limit ? "limit " + std::to_string(*statement.limit) : "limit";
  case RowBound::Aggregate:
    return "aggregate";
  case RowBound::Grouped:
    return "grouped";
  case RowBound::Exists:
    return "exists";
  case RowBound::NoTable:
    return "no table";
  case RowBound::UniqueKey:
    return "unique key";
  }
  return "";
}

class Facts {
public:
  void add(llvm::StringRef fact) {
    if (!fact.empty())
      out += ((out.empty() ? "" : "; ") + fact).str();
  }
  void flag(bool set, llvm::StringRef word) { add(set ? word : ""); }
  void list(llvm::StringRef word, const std::vector<std::string> &items) {
    if (!items.empty())
      add((word + " " + llvm::join(items, ", ")).str());
  }
  std::string out;
};

} // namespace

Template templateOf(llvm::StringRef text) {
  Template pieces;
  while (!text.empty()) {
    bool repeated = text.starts_with("{*}");
    if (repeated || text.starts_with("{}")) {
      pieces.push_back({"", true, repeated});
      text = text.drop_front(repeated ? 3 : 2);
      continue;
    }
    size_t end = std::min({text.size(), text.find("{}"), text.find("{*}")});
    pieces.push_back({text.take_front(end).str(), false, false});
    text = text.drop_front(end);
  }
  return pieces;
}

std::string factsOf(const Statement &statement) {
  constexpr const char *verbs[] = {"unknown",   "select", "insert", "update", "delete",
                                   "merge",     "copy",   "begin",  "commit", "rollback",
                                   "savepoint", "set",    "ddl",    "call",   "other"};
  Facts facts;
  std::string verb = verbs[static_cast<unsigned>(statement.verb)];
  if (!statement.tables.empty())
    verb += " " + llvm::join(statement.tables, ", ");
  facts.add(statement.parsed ? verb : verb + " (unparsed)");
  std::string first = statement.tables.empty() ? "" : statement.tables.front();
  bool writes = statement.verb != Verb::Select && statement.verb != Verb::Other;
  if (statement.target != (writes ? first : ""))
    facts.add("target " + statement.target);
  facts.add(boundOf(statement));
  std::vector<std::string> stars, predicates, sort, group;
  for (const Star &star : statement.stars)
    stars.push_back(std::to_string(star.piece) + ":" + std::to_string(star.offset) +
                    (star.qualifier.empty() ? "" : " of " + star.qualifier));
  for (const Predicate &predicate : statement.predicates)
    predicates.push_back(factsOf(predicate));
  for (const SortKey &key : statement.sort)
    sort.push_back((key.function.empty() ? nameOf(key.column)
                                         : key.function + "(" + nameOf(key.column) + ")") +
                   (key.descending ? " desc" : ""));
  for (const ColumnRef &column : statement.group)
    group.push_back(nameOf(column));
  facts.list("stars", stars);
  std::vector<std::string> columns = statement.columns;
  std::replace(columns.begin(), columns.end(), std::string(), std::string("-"));
  facts.list("columns", columns);
  facts.list("writes", statement.written);
  facts.list("where", predicates);
  facts.list("group", group);
  facts.list("sort", sort);
  auto number = [&](llvm::StringRef word, std::optional<unsigned> n) {
    if (n)
      facts.add((word + " " + std::to_string(*n)).str());
  };
  number("limit hole", statement.limitHole);
  number("limit parameter", statement.limitParameter);
  number("offset hole", statement.offsetHole);
  number("offset parameter", statement.offsetParameter);
  facts.flag(statement.offset, "offset");
  facts.flag(statement.distinct, "distinct");
  facts.flag(statement.batched, "batched");
  facts.flag(statement.upsert, "upsert");
  facts.flag(statement.returning, "returning");
  facts.flag(statement.locking, "locking");
  facts.flag(statement.cursor, "cursor");
  facts.flag(statement.multiple, "multiple");
  facts.flag(statement.openEnded, "open-ended");
  facts.flag(statement.openList, "open list");
  if (!statement.prepared.empty())
    facts.add("prepared " + statement.prepared);
  return facts.out;
}

void expectFacts(const Row &row, Dialect dialect) {
  EXPECT_EQ(factsOf(parse(templateOf(row.sql), dialect)), row.facts) << row.sql;
}

} // namespace scalelint::sql
