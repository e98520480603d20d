// The rows and columns of the outer SELECT: how many, which, in which order.
#include "analysis/sql/Analysis.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;

struct Content {
  bool aggregate = false, column = false;
};

// Whether the expression is made of aggregates, and of columns outside of them.
Content contentOf(Node node) {
  Content content;
  if (as<PgQuery__ColumnRef>(node))
    content.column = true;
  if (as<PgQuery__SubLink>(node))
    return content;
  if (const auto *call = as<PgQuery__FuncCall>(node)) {
    StringRef name = lastName(call->funcname, call->n_funcname);
    bool scalar = (name == "min" || name == "max") && call->n_args > 1; // SQLite's
    bool aggregate = isAggregate(name) || call->agg_star || call->agg_distinct ||
                     call->agg_within_group || call->n_agg_order || call->agg_filter;
    if (aggregate && !scalar && !call->over) {
      content.aggregate = true;
      return content;
    }
    content.column |= call->over != nullptr; // a window function has a value for each row
  }
  forEachChild(node, [&](Node child) {
    Content part = contentOf(child);
    content.aggregate |= part.aggregate;
    content.column |= part.column;
  });
  return content;
}

// A constant, a parameter, or a call or cast of nothing else.
bool isConstant(Node node) {
  if (as<PgQuery__AConst>(node) || as<PgQuery__ParamRef>(node))
    return true;
  const auto *cast = as<PgQuery__TypeCast>(node);
  return cast && isConstant(inside(cast->arg));
}

Node valueOf(Node target) {
  const auto *result = as<PgQuery__ResTarget>(target);
  return result ? inside(result->val) : nullptr;
}

bool isStar(const PgQuery__ColumnRef &column) {
  return column.n_fields && as<PgQuery__AStar>(column.fields[column.n_fields - 1]);
}

std::optional<int64_t> integerOf(Node node) {
  if (const auto *cast = as<PgQuery__TypeCast>(node))
    return integerOf(inside(cast->arg));
  const auto *constant = as<PgQuery__AConst>(node);
  if (!constant || constant->isnull || constant->val_case != PG_QUERY__A__CONST__VAL_IVAL)
    return std::nullopt;
  return constant->ival->ival;
}

// LIMIT ALL, LIMIT NULL, LIMIT -1, and the largest number there is, which says "all" in MySQL.
bool limitsNothing(Node node) {
  if (const auto *minus = as<PgQuery__AExpr>(node))
    return !minus->lexpr && lastName(minus->name, minus->n_name) == "-";
  const auto *constant = as<PgQuery__AConst>(node);
  if (!constant)
    return false;
  std::optional<int64_t> value = integerOf(node);
  return constant->isnull || constant->val_case == PG_QUERY__A__CONST__VAL_FVAL ||
         (value && *value < 0);
}

bool isFunction(Node source) { return as<PgQuery__RangeFunction>(source); }

} // namespace

void Analyzer::outerSelect(const PgQuery__SelectStmt &select) {
  if (select.into_clause && !out.target.empty() && out.verb == Verb::Select) {
    out.verb = Verb::Ddl; // SELECT … INTO t makes a table
    return;
  }
  out.bound = boundOf(select, out.limit);
  // Oracle's WHERE rownum <= n
  bool rownum = llvm::any_of(out.predicates, [](const Predicate &predicate) {
    return predicate.depth == 0 && predicate.conjunct &&
           folded(predicate.column.column) == "rownum";
  });
  if (rownum && out.bound == RowBound::None)
    out.bound = RowBound::Limit;
  listFrom(select);
  out.locking = select.n_locking_clause;
  out.distinct = select.n_distinct_clause;
  listColumns(select);
  if (!out.stars.empty())
    out.columns.clear();
  if (select.limit_count)
    numberOf(inside(select.limit_count), out.limitHole, out.limitParameter);
  std::optional<int64_t> skipped = integerOf(inside(select.limit_offset));
  out.offset = select.limit_offset && !(skipped && *skipped == 0);
  if (select.limit_offset)
    numberOf(inside(select.limit_offset), out.offsetHole, out.offsetParameter);
}

RowBound Analyzer::boundOf(const PgQuery__SelectStmt &select, std::optional<int64_t> &limit) const {
  Node count = inside(select.limit_count);
  if (!count || limitsNothing(count))
    return unlimitedBoundOf(select, limit);
  limit = integerOf(count);
  return RowBound::Limit;
}

RowBound Analyzer::unlimitedBoundOf(const PgQuery__SelectStmt &select,
                                    std::optional<int64_t> &limit) const {
  if (select.larg && select.rarg) {
    std::optional<int64_t> ofArm; // the sum is not worth a number
    RowBound first = boundOf(*select.larg, ofArm), second = boundOf(*select.rarg, ofArm);
    if (first == RowBound::None || second == RowBound::None)
      return RowBound::None;
    for (RowBound loosest : {RowBound::Grouped, RowBound::Limit})
      if (first == loosest || second == loosest)
        return loosest;
    return first;
  }
  if (select.n_values_lists)
    return RowBound::NoTable;
  std::vector<Node> targets = listOf(select.target_list, select.n_target_list);
  std::vector<Node> sources = listOf(select.from_clause, select.n_from_clause);
  auto isExists = [](Node target) {
    const auto *link = as<PgQuery__SubLink>(valueOf(target));
    return link && link->sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK;
  };
  if (sources.empty())
    return targets.size() == 1 && isExists(targets[0]) ? RowBound::Exists : RowBound::NoTable;
  if (select.n_group_clause)
    return RowBound::Grouped;
  bool aggregate = false, column = false, constant = !targets.empty();
  for (Node target : targets) {
    Node value = valueOf(target);
    Content content = value ? contentOf(value) : Content();
    aggregate |= content.aggregate;
    column |= content.column;
    constant &= value && isConstant(value);
  }
  // With an aggregate and no GROUP BY there is one row, whatever else SQLite and MySQL allow in the
  // list.
  if (aggregate && !column)
    return RowBound::Aggregate;
  if (llvm::all_of(sources, isFunction))
    return RowBound::NoTable;
  if (constant)
    return RowBound::Exists;
  auto from = this->sources.find(&select);
  if (from != this->sources.end() && from->second.size() == 1 && from->second[0].query)
    return boundOf(*from->second[0].query, limit);
  return RowBound::None;
}

void Analyzer::listFrom(const PgQuery__SelectStmt &select) {
  if (select.larg && select.rarg) {
    listFrom(*select.larg);
    listFrom(*select.rarg);
    return;
  }
  if (auto known = sources.find(&select); known != sources.end())
    for (const Source &source : known->second)
      out.from.push_back(source.table);
}

void Analyzer::listColumns(const PgQuery__SelectStmt &select) {
  if (select.larg && select.rarg) {
    listColumns(*select.larg);
    std::vector<std::string> names = out.columns; // the first arm names the columns
    listColumns(*select.rarg);
    out.columns = std::move(names);
    return;
  }
  for (Node target : listOf(select.target_list, select.n_target_list)) {
    const auto *result = as<PgQuery__ResTarget>(target);
    if (!result)
      continue;
    Node value = inside(result->val);
    while (const auto *cast = as<PgQuery__TypeCast>(value))
      value = inside(cast->arg);
    const auto *column = as<PgQuery__ColumnRef>(value);
    if (column && isStar(*column)) {
      listStar(*column, select);
      continue;
    }
    StringRef name = result->name ? result->name : "";
    if (name.empty() && column)
      name = lastName(column->fields, column->n_fields);
    out.columns.push_back(name.empty() ? "" : spelling(name));
  }
}

void Analyzer::listStar(const PgQuery__ColumnRef &star, const PgQuery__SelectStmt &select) {
  StringRef qualifier = star.n_fields > 1 ? lastName(star.fields, star.n_fields - 1) : "";
  auto from = sources.find(&select);
  if (from == sources.end())
    return;
  auto qualified = [&](const Source &source) { return source.alias == folded(qualifier); };
  // A qualifier that no source has is a hole, or a name in a hole of FROM: any source may be meant.
  bool known = !qualifier.empty() && llvm::any_of(from->second, qualified);
  std::vector<std::string> tables;
  for (const Source &source : from->second) {
    if (known && !qualified(source))
      continue;
    if (!source.table.empty())
      tables.push_back(source.table);
    // What a subquery lists, or its own star, is what this star means.
    if (source.query)
      listColumns(*source.query);
  }
  const Token *token = solved.tokenAt(star.location);
  if (tables.empty() || !token)
    return;
  const Token *end = &solved.spelled.tokens.back();
  while (token != end && token->text != "*")
    ++token;
  Star found;
  found.piece = flat.piece[token->begin];
  found.offset = flat.offset[token->begin];
  found.qualifier = spelling(qualifier);
  found.tables = std::move(tables);
  if (token->text == "*")
    out.stars.push_back(std::move(found));
}

// The place among the placeholders of the text, where holes do not count.
unsigned Analyzer::placeholder(unsigned number) const {
  return number - llvm::count_if(llvm::ArrayRef(text.holePiece).take_front(number),
                                 [](uint32_t piece) { return piece != ~0u; });
}

// Whether the expression is one hole or one parameter of the text.
void Analyzer::numberOf(Node node, std::optional<unsigned> &hole,
                        std::optional<unsigned> &parameter) const {
  while (const auto *cast = as<PgQuery__TypeCast>(node))
    node = inside(cast->arg);
  const Token *token = solved.tokenAt(locationOf(node));
  if (!token || !(as<PgQuery__ParamRef>(node) || as<PgQuery__AConst>(node)))
    return;
  if (token->kind == Token::Kind::Parameter)
    parameter = placeholder(token->number);
  else if (!token->holes.empty())
    hole = text.holePiece[token->holes.front()];
}

void Analyzer::sortKeys(const PgQuery__SelectStmt &select, const Scope &scope) {
  for (Node node : listOf(select.sort_clause, select.n_sort_clause)) {
    const auto *sort = as<PgQuery__SortBy>(node);
    if (!sort)
      continue;
    SortKey key;
    key.descending = sort->sortby_dir == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
    Node value = inside(sort->node);
    key.expression = canonical(value);
    key.at = placeOf(locationOf(value));
    if (const auto *column = value ? firstColumn(value, key.function) : nullptr)
      key.column = resolve(*column, scope);
    else if (std::optional<int64_t> position = integerOf(value))
      key.column.column = std::to_string(*position);
    else if (const auto *call = as<PgQuery__FuncCall>(value))
      key.function = lastName(call->funcname, call->n_funcname).str();
    out.sort.push_back(std::move(key));
  }
  for (Node node : listOf(select.group_clause, select.n_group_clause))
    if (const auto *column = as<PgQuery__ColumnRef>(node))
      out.group.push_back(resolve(*column, scope));
}

} // namespace scalelint::sql
