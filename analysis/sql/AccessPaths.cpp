// A table is reached when a conjunct of the statement meets the leading part of an index, or when all arms of an OR do.
// What is reached drives what is joined with it. The rest that is asked for something is a gap.
#include "analysis/sql/AccessPaths.h"

#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Op = Predicate::Op;

// https://www.postgresql.org/docs/15/indexes-opclass.html
bool ordersByCharacters(StringRef operatorClass) { return operatorClass.ends_with("_pattern_ops"); }

// https://www.postgresql.org/docs/15/pgtrgm.html
bool hasTrigrams(StringRef operatorClass) { return operatorClass.ends_with("_trgm_ops"); }

class AccessPaths {
public:
  AccessPaths(const Statement &statement, const Schema &schema) : statement(statement), schema(schema) {
    for (const TableUse &use : statement.uses) {
      const Table *table = schema.find(use.table);
      tables.push_back(table && !table->isView ? table : nullptr);
    }
    for (const Table *table : tables)
      reached.push_back(table && schema.isSmall(*table));
  }

  // Is the table of `predicate` reached without it?
  bool isReachedWithout(const Predicate &predicate) {
    ignored = &predicate;
    drive();
    return isReached(useOf(predicate.column, predicate.query));
  }

  std::vector<Gap> gaps() {
    std::vector<Gap> found;
    while (std::optional<Gap> gap = nextGap()) {
      reached[gap->use - 1] = true; // counts as closed
      found.push_back(std::move(*gap));
    }
    llvm::sort(found, [](const Gap &left, const Gap &right) { return left.use < right.use; });
    return found;
  }

  Service serviceFor(const Predicate &predicate) const {
    unsigned use = useOf(predicate.column, predicate.query);
    const Table *table = use ? tables[use - 1] : nullptr;
    Service best = Service::None;
    if (table)
      for (const Index &index : table->indexes)
        best = std::max(best, serviceOf(index, predicate, use));
    return best;
  }

private:
  // Of which use a column is; by the schema where the statement does not say. 0 = unknown.
  unsigned useOf(const ColumnRef &column, unsigned query) const {
    if (column.use || !column.table.empty())
      return column.use;
    unsigned found = 0;
    for (unsigned use = 1; use <= tables.size(); ++use) {
      if (statement.uses[use - 1].query != query)
        continue;
      const Table *table = tables[use - 1];
      if (!table || !table->allColumns)
        return 0; // it may be a column of this one
      if (!table->column(column.column))
        continue;
      if (found)
        return 0;
      found = use;
    }
    return found;
  }

  bool isReached(unsigned use) const { return use && reached[use - 1]; }

  void drive() {
    for (bool further = true; further;) {
      further = false;
      for (unsigned use = 1; use <= tables.size(); ++use)
        if (tables[use - 1] && !isReached(use) && isReachable(use))
          further = reached[use - 1] = true;
    }
  }

  bool isReachable(unsigned use) const {
    std::map<unsigned, std::set<unsigned>> served; // arms, by OR
    for (const Predicate &predicate : statement.predicates) {
      bool leads = &predicate != ignored && useOf(predicate.column, predicate.query) == use && isAsked(predicate) &&
                   isAtHand(predicate) && isServed(predicate, use);
      if (leads && predicate.conjunct)
        return true;
      if (!leads || !predicate.disjunction)
        continue;
      std::set<unsigned> &arms = served[predicate.disjunction];
      arms.insert(predicate.arm);
      if (arms.size() == predicate.arms)
        return true;
    }
    return false;
  }

  // Does it leave few rows? Neither <> nor IS NOT NULL do.
  static bool isAsked(const Predicate &predicate) { return !predicate.negated && predicate.op != Op::Other; }

  // Is what it is compared with known before the table is read?
  bool isAtHand(const Predicate &predicate) const {
    return !predicate.other || isReached(useOf(*predicate.other, predicate.query));
  }

  bool isServed(const Predicate &predicate, unsigned use) const {
    return llvm::any_of(tables[use - 1]->indexes, [&](const Index &index) {
      return serviceOf(index, predicate, use) == Service::Full;
    });
  }

  Service serviceOf(const Index &index, const Predicate &predicate, unsigned use) const {
    std::string column = folded(predicate.column.column);
    // The words of a value are found by any part, all else by the leading one.
    size_t parts = index.method == IndexMethod::Words ? index.parts.size() : std::min<size_t>(1, index.parts.size());
    Service best = Service::None;
    for (size_t i = 0; i < parts; ++i) {
      const IndexPart &part = index.parts[i];
      if (folded(part.column) != column)
        continue;
      bool fits = part.expression == predicate.expression && serves(index, part, predicate);
      Service service = !fits                                  ? Service::Unfit
                        : index.isPartial && !covers(index, use) ? Service::Partial
                                                                 : Service::Full;
      best = std::max(best, service);
    }
    return best;
  }

  bool serves(const Index &index, const IndexPart &part, const Predicate &predicate) const {
    bool isEquality = predicate.op == Op::Equals || predicate.op == Op::In;
    switch (index.method) {
    case IndexMethod::Hash:
      return isEquality;
    case IndexMethod::Blocks:
      return isEquality || predicate.op == Op::Range;
    case IndexMethod::Words:
      return hasTrigrams(part.operatorClass) ? predicate.op == Op::Like : !isEquality && predicate.op != Op::IsNull;
    case IndexMethod::Other:
      return true; // not known
    case IndexMethod::Ordered:
      break;
    }
    if (predicate.op == Op::Like)
      return servesPattern(part, predicate);
    // An operator class for patterns has equality, but another order: text_pattern_ops
    return predicate.op != Op::Range || !ordersByCharacters(part.operatorClass);
  }

  // LIKE 'x%' by the order of the values.
  bool servesPattern(const IndexPart &part, const Predicate &predicate) const {
    if (predicate.leadingWildcard)
      return false;
    switch (schema.dialect) {
    case Dialect::PostgreSQL: // https://www.postgresql.org/docs/15/indexes-types.html
      return !predicate.caseless && ordersByCharacters(part.operatorClass);
    case Dialect::SQLite: // https://www.sqlite.org/optoverview.html#the_like_optimization
      return false;
    default:
      return true;
    }
  }

  // Do the statement's conjuncts imply the condition of a partial index?
  bool covers(const Index &index, unsigned use) const {
    return index.conditionKnown && !index.condition.empty() && llvm::all_of(index.condition, [&](const Predicate &needed) {
      return needed.conjunct && llvm::any_of(statement.predicates, [&](const Predicate &given) {
               return given.conjunct && useOf(given.column, given.query) == use && implies(given, needed);
             });
    });
  }

  static bool implies(const Predicate &given, const Predicate &needed) {
    if (given.expression != needed.expression)
      return false;
    bool needsAny = needed.op == Op::IsNull && needed.negated;
    if (needsAny && (given.op != Op::IsNull || given.negated)) // a comparison holds for no null
      return true;
    return given.op == needed.op && given.negated == needed.negated &&
           (given.op == Op::IsNull || (!needed.value.empty() && given.value == needed.value));
  }

  // First what constants reach, then what that drives; of what is left then, lookups before joins before orders.
  std::optional<Gap> nextGap() {
    drive();
    for (Gap::Kind kind : {Gap::Kind::Predicate, Gap::Kind::Join, Gap::Kind::Sort})
      for (unsigned use = 1; use <= tables.size(); ++use)
        if (tables[use - 1] && !isReached(use))
          if (std::optional<Gap> gap = kind == Gap::Kind::Sort ? sortGap(use) : gapOf(kind, use))
            return gap;
    return std::nullopt;
  }

  // Would an index help? It hardly does for a condition that half of the rows meet. Of an OR the arms without any index
  // make all others useless.
  bool isSelective(const Predicate &predicate, const Table &table) const {
    bool isUnknown = serviceFor(predicate) == Service::None;
    bool isAlone = predicate.conjunct || (predicate.disjunction && isUnknown);
    if (!isAsked(predicate) || !isAlone || predicate.op == Op::IsNull || (predicate.leadingWildcard && !isUnknown))
      return false;
    const Column *column = table.column(predicate.column.column);
    return column && column->type != "boolean" && column->type != "bool";
  }

  std::optional<Gap> gapOf(Gap::Kind kind, unsigned use) const {
    Gap gap;
    gap.kind = kind;
    gap.use = use;
    gap.table = tables[use - 1];
    std::vector<std::string> ranges;
    for (const Predicate &predicate : statement.predicates) {
      if (useOf(predicate.column, predicate.query) != use || !isSelective(predicate, *gap.table))
        continue;
      bool isJoin = predicate.other.has_value();
      if (isJoin != (kind == Gap::Kind::Join) || (isJoin && !isAtHand(predicate)))
        continue;
      if (gap.predicates.empty())
        gap.at = predicate.at;
      gap.predicates.push_back(&predicate);
      gap.service = std::max(gap.service, serviceFor(predicate));
      bool isEquality = predicate.op == Op::Equals || predicate.op == Op::In;
      std::vector<std::string> &into = isEquality ? gap.columns : ranges;
      if (!llvm::is_contained(into, predicate.expression))
        into.push_back(predicate.expression);
    }
    if (gap.predicates.empty())
      return std::nullopt;
    if (!ranges.empty())
      gap.columns.push_back(ranges.front());
    return gap;
  }

  // ORDER BY … LIMIT over a whole table.
  std::optional<Gap> sortGap(unsigned use) const {
    if (statement.bound != RowBound::Limit || statement.sort.empty() || statement.uses[use - 1].query != 0 ||
        statement.from.size() != 1)
      return std::nullopt;
    const SortKey &key = statement.sort.front();
    const Table &table = *tables[use - 1];
    if (useOf(key.column, 0) != use || !table.column(key.column.column))
      return std::nullopt;
    bool isOrdered = llvm::any_of(table.indexes, [&](const Index &index) {
      return index.method == IndexMethod::Ordered && !index.parts.empty() && !index.parts.front().isPrefix &&
             index.parts.front().expression == key.expression && (!index.isPartial || covers(index, use));
    });
    if (isOrdered)
      return std::nullopt;
    Gap gap;
    gap.kind = Gap::Kind::Sort;
    gap.use = use;
    gap.table = &table;
    gap.columns = {key.expression};
    gap.at = key.at;
    return gap;
  }

  const Statement &statement;
  const Schema &schema;
  std::vector<const Table *> tables; // of each use; null for what the schema does not know
  std::vector<bool> reached;
  const Predicate *ignored = nullptr;
};

} // namespace

std::vector<Gap> gapsOf(const Statement &statement, const Schema &schema) {
  if (!statement.parsed || statement.openEnded || statement.multiple)
    return {};
  return AccessPaths(statement, schema).gaps();
}

Service serviceFor(const Predicate &predicate, const Statement &statement, const Schema &schema) {
  return AccessPaths(statement, schema).serviceFor(predicate);
}

bool isFilter(const Predicate &predicate, const Statement &statement, const Schema &schema) {
  return AccessPaths(statement, schema).isReachedWithout(predicate);
}

std::vector<const ForeignKey *> unindexedReferences(const Table &table, Dialect dialect) {
  std::vector<const ForeignKey *> found;
  if (dialect == Dialect::MySQL) // makes the index itself
    return found;
  for (const ForeignKey &key : table.references) {
    bool hasIndex = llvm::any_of(table.indexes, [&](const Index &index) {
      return !index.isPartial && index.parts.size() >= key.columns.size() &&
             llvm::all_of(llvm::ArrayRef(index.parts).take_front(key.columns.size()), [&](const IndexPart &part) {
               return llvm::any_of(key.columns, [&](const std::string &column) { return folded(column) == part.expression; });
             });
    });
    if (!hasIndex)
      found.push_back(&key);
  }
  return found;
}

} // namespace scalelint::sql
