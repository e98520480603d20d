// WHERE and JOIN … ON: which columns are compared with what.
#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {

using llvm::StringRef;
using Op = Predicate::Op;

void Analyzer::where(Node node, const Scope &scope, unsigned depth) {
  if (!node)
    return;
  out.filtered |= depth == 0;
  Predicate common;
  common.depth = depth;
  common.query = query;
  condition(node, scope, common);
  expression(node, scope, depth);
}

// What an outer join demands of the side whose rows stay decides nothing about them: in `a LEFT JOIN b ON a.x = 1` every
// row of a comes.
void Analyzer::keepPreserved(const PgQuery__JoinExpr &join, size_t firstPredicate) {
  if (join.jointype == PG_QUERY__JOIN_TYPE__JOIN_INNER)
    return;
  for (size_t i = firstPredicate; i < out.predicates.size(); ++i) {
    unsigned use = out.predicates[i].column.use;
    bool isFull = join.jointype == PG_QUERY__JOIN_TYPE__JOIN_FULL;
    if (isFull || !use || !out.uses[use - 1].isOptional)
      out.predicates[i].conjunct = false;
  }
}

void Analyzer::join(const PgQuery__JoinExpr &join, const Scope &scope, unsigned depth) {
  size_t first = out.predicates.size();
  if (join.quals)
    where(inside(join.quals), scope, depth);
  joinUsing(join, scope, depth);
  keepPreserved(join, first);
}

// JOIN … USING (a, b)
void Analyzer::joinUsing(const PgQuery__JoinExpr &join, const Scope &scope, unsigned depth) {
  auto columnOf = [&](const PgQuery__Node *node, const char *name) {
    const auto *range = as<PgQuery__RangeVar>(node);
    std::string alias = range ? folded(range->alias ? range->alias->aliasname : range->relname) : "";
    auto found = llvm::find_if(scope.sources, [&](const Source &source) { return source.alias == alias; });
    if (!range || found == scope.sources.end())
      return ColumnRef{"", spelling(name)};
    return ColumnRef{found->table, spelling(name), found->use};
  };
  for (Node node : listOf(join.using_clause, join.n_using_clause)) {
    const auto *name = as<PgQuery__String>(node);
    if (!name)
      continue;
    out.filtered |= depth == 0;
    ColumnRef left = columnOf(join.larg, name->sval), right = columnOf(join.rarg, name->sval);
    for (int side = 0; side != 2; ++side, std::swap(left, right)) {
      Predicate predicate;
      predicate.op = Op::Equals;
      predicate.column = right;
      predicate.other = left;
      predicate.depth = depth;
      predicate.query = query;
      predicate.expression = folded(right.column);
      out.predicates.push_back(predicate);
    }
  }
}

void Analyzer::condition(Node node, const Scope &scope, Predicate common) {
  common.at = placeOf(locationOf(node));
  if (const auto *expression = as<PgQuery__AExpr>(node))
    return comparison(*expression, scope, common);
  if (const auto *boolean = as<PgQuery__BoolExpr>(node)) {
    std::vector<Node> arguments = listOf(boolean->args, boolean->n_args);
    bool either = boolean->boolop == PG_QUERY__BOOL_EXPR_TYPE__OR_EXPR;
    bool negation = boolean->boolop == PG_QUERY__BOOL_EXPR_TYPE__NOT_EXPR;
    bool isOutermost = either && !common.disjunction;
    if (isOutermost) {
      common.disjunction = ++disjunctions;
      common.arms = arguments.size();
    }
    bool splits = negation && as<PgQuery__BoolExpr>(arguments[0]); // NOT (a OR b)
    common.conjunct &= !either && !splits;
    common.negated ^= negation;
    for (Node argument : arguments) {
      condition(argument, scope, common);
      common.arm += isOutermost;
    }
    return;
  }
  if (const auto *test = as<PgQuery__NullTest>(node)) {
    common.op = Op::IsNull;
    common.negated ^= test->nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NOT_NULL;
    return relate(inside(test->arg), nullptr, test->location, scope, common);
  }
  if (const auto *link = as<PgQuery__SubLink>(node)) {
    if (link->sub_link_type != PG_QUERY__SUB_LINK_TYPE__ANY_SUBLINK)
      return;
    common.op = Op::In;
    common.subquery = true;
    return relate(inside(link->testexpr), nullptr, link->location, scope, common);
  }
  // WHERE active, WHERE active IS TRUE
  const auto *test = as<PgQuery__BooleanTest>(node);
  Node tested = test ? inside(test->arg) : node;
  if (!as<PgQuery__ColumnRef>(tested) && !as<PgQuery__FuncCall>(tested))
    return;
  common.op = as<PgQuery__ColumnRef>(tested) ? Op::Equals : Op::Other;
  common.constant = common.op == Op::Equals;
  common.value = common.constant ? "true" : "";
  common.parameter = look(tested).parameter;
  relate(tested, nullptr, locationOf(tested), scope, common);
}

void Analyzer::comparison(const PgQuery__AExpr &expression, const Scope &scope, Predicate common) {
  StringRef name = lastName(expression.name, expression.n_name);
  Node left = inside(expression.lexpr), right = inside(expression.rexpr);
  switch (expression.kind) {
  case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
    common.op = Op::In;
    common.negated ^= name == "<>";
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
    common.op = name == "=" ? Op::In : Op::Other;
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
    common.negated ^= name == "<>";
    common.op = name == "<>" ? Op::In : Op::Other;
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
    common.op = Op::Equals;
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
    common.negated ^= true;
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
  case PG_QUERY__A__EXPR__KIND__AEXPR_SIMILAR:
    common.op = Op::Like;
    common.negated ^= name.starts_with("!");
    common.caseless = expression.kind == PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE;
    common.leadingWildcard = beginsWithWildcard(right);
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
  case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
    common.negated ^= true;
    [[fallthrough]];
  case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
  case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
    common.op = Op::Range;
    break;
  case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
    common.negated ^= name == "<>" || name == "!=";
    if (name == "=")
      common.op = Op::Equals;
    else if (name == "<" || name == ">" || name == "<=" || name == ">=")
      common.op = Op::Range;
    break;
  default:
    break;
  }
  const Token *sign = solved.tokenAt(expression.location);
  if (sign && sign->kind == Token::Kind::Hole &&
      expression.kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP)
    common.op = Op::Other;
  relate(left, right, expression.location, scope, common);
}

// One predicate for each column that is compared: of (a, b) > ($1, $2) two, of a.x = b.y one a
// side.
void Analyzer::relate(Node left, Node right, int location, const Scope &scope, Predicate common) {
  auto members = [](Node node) {
    const auto *row = as<PgQuery__RowExpr>(node);
    return row ? listOf(row->args, row->n_args) : std::vector<Node>{node};
  };
  auto add = [&](Node side, Node against) {
    Side other = look(against);
    for (Node member : members(side)) {
      Predicate predicate = common;
      const PgQuery__ColumnRef *column = member ? firstColumn(member, predicate.function) : nullptr;
      if (!column)
        continue;
      predicate.column = resolve(*column, scope);
      predicate.expression = canonical(member);
      predicate.at = placeOf(locationOf(member));
      if (other.columns.size())
        predicate.other = resolve(*other.columns.front(), scope);
      predicate.parameter |= other.parameter && !predicate.other;
      predicate.constant |= other.constant && !other.parameter && !predicate.other;
      predicate.subquery |= other.subquery;
      if (predicate.constant && against)
        predicate.value = canonical(against);
      out.predicates.push_back(std::move(predicate));
    }
  };
  add(left, right);
  if (right && !as<PgQuery__List>(right) && common.op != Op::Like && common.op != Op::In)
    add(right, left);
}

bool Analyzer::beginsWithWildcard(Node pattern) const {
  const auto *constant = as<PgQuery__AConst>(pattern);
  if (!constant || constant->val_case != PG_QUERY__A__CONST__VAL_SVAL) {
    // '%' || $1
    const auto *concat = as<PgQuery__AExpr>(pattern);
    const auto *call = as<PgQuery__FuncCall>(pattern);
    if (concat && lastName(concat->name, concat->n_name) == "||")
      return beginsWithWildcard(inside(concat->lexpr));
    if (call && call->n_args && lastName(call->funcname, call->n_funcname) == "concat")
      return beginsWithWildcard(inside(call->args[0]));
    return false;
  }
  StringRef text = constant->sval->sval;
  return text.starts_with("%") || text.starts_with("_") || text.starts_with("*"); // * is GLOB's
}

// The column of an expression, and what stands around it.
const PgQuery__ColumnRef *Analyzer::firstColumn(Node node, std::string &function) const {
  if (const auto *column = as<PgQuery__ColumnRef>(node)) {
    bool star = column->n_fields && as<PgQuery__AStar>(column->fields[column->n_fields - 1]);
    return star ? nullptr : column;
  }
  if (as<PgQuery__SubLink>(node))
    return nullptr;
  std::string around;
  if (const auto *call = as<PgQuery__FuncCall>(node))
    around = lastName(call->funcname, call->n_funcname);
  else if (const auto *expression = as<PgQuery__AExpr>(node))
    around = lastName(expression->name, expression->n_name);
  else if (as<PgQuery__TypeCast>(node))
    around = "::";
  else if (!as<PgQuery__CollateClause>(node) && !as<PgQuery__List>(node))
    around = StringRef(node->descriptor->short_name).lower();
  if (StringRef(around).ends_with("expr"))
    around.resize(around.size() - 4); // coalesce, minmax, case
  const PgQuery__ColumnRef *found = nullptr;
  forEachChild(node, [&](Node child) {
    std::string ignored;
    if (!found)
      found = firstColumn(child, around.empty() ? function : ignored);
  });
  if (found && !around.empty())
    function = around;
  return found;
}

Side Analyzer::look(Node node) const {
  Side side;
  if (!node)
    return side;
  if (const auto *column = as<PgQuery__ColumnRef>(node)) {
    side.columns.push_back(column);
    return side;
  }
  if (as<PgQuery__SubLink>(node) || as<PgQuery__SelectStmt>(node)) {
    side.subquery = true;
    return side;
  }
  if (as<PgQuery__ParamRef>(node)) {
    side.parameter = true;
    return side;
  }
  if (const auto *constant = as<PgQuery__AConst>(node)) {
    const Token *token = solved.tokenAt(constant->location);
    side.parameter = token && !token->holes.empty();
    side.constant = !side.parameter;
    return side;
  }
  side.constant = as<PgQuery__SQLValueFunction>(node) || as<PgQuery__FuncCall>(node); // now()
  forEachChild(node, [&](Node child) {
    Side part = look(child);
    llvm::append_range(side.columns, part.columns);
    side.parameter |= part.parameter;
    side.constant |= part.constant;
    side.subquery |= part.subquery;
  });
  return side;
}

ColumnRef Analyzer::resolve(const PgQuery__ColumnRef &column, const Scope &scope) const {
  std::vector<std::string> parts;
  for (Node field : listOf(column.fields, column.n_fields))
    if (const auto *name = as<PgQuery__String>(field))
      parts.push_back(name->sval);
  if (parts.empty())
    return {};
  ColumnRef result{"", spelling(parts.back())};
  if (parts.size() == 1) {
    if (scope.sources.size() == 1) {
      result.table = scope.sources[0].table;
      result.use = scope.sources[0].use;
    }
    return result;
  }
  std::string qualifier = folded(parts[parts.size() - 2]);
  for (const Scope *level = &scope; level; level = level->outer)
    for (const Source &source : level->sources)
      if (source.alias == qualifier) {
        result.table = source.table;
        result.use = source.use;
        return result;
      }
  return result;
}

} // namespace scalelint::sql
