#include "analysis/sql/Analysis.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

#include <algorithm>

namespace scalelint::sql {

using llvm::StringRef;
using Kind = Token::Kind;

std::string folded(StringRef name) { return name.lower(); }

Spelling::Spelling(const std::vector<Token> &tokens) {
  constexpr size_t longestName = 63; // PostgreSQL cuts names there
  for (const Token &token : tokens) {
    std::string parsed, display;
    for (char c : token.text)
      display += c == HoleByte ? std::string("{}") : std::string(1, c);
    if (token.kind == Kind::Word)
      parsed = folded(sql::written(token, nullptr));
    else if (token.kind == Kind::Quoted)
      parsed = StringRef(sql::written(token, nullptr)).drop_front().drop_back().str();
    else if (token.kind == Kind::Hole)
      parsed = "hole$" + std::to_string(token.holes.front()), display = "{}";
    else
      continue;
    written.try_emplace(StringRef(parsed).take_front(longestName), display);
  }
}

std::string Spelling::operator()(StringRef parsed) const {
  auto found = written.find(parsed);
  return found == written.end() ? parsed.str() : found->second;
}

int locationOf(Node node) {
  if (!node)
    return -1;
  int first = -1;
  const ProtobufCFieldDescriptor *field =
      protobuf_c_message_descriptor_get_field_by_name(node->descriptor, "location");
  if (field && field->type == PROTOBUF_C_TYPE_INT32)
    first =
        *reinterpret_cast<const int32_t *>(reinterpret_cast<const char *>(node) + field->offset);
  // An operator's location is that of its sign.
  if (!as<PgQuery__AExpr>(node) && !as<PgQuery__TypeCast>(node) && !as<PgQuery__List>(node) &&
      first >= 0)
    return first;
  forEachChild(node, [&](Node child) {
    int location = as<PgQuery__String>(child) ? -1 : locationOf(child);
    if (location >= 0 && (first < 0 || location < first))
      first = location;
  });
  return first;
}

Place Analyzer::placeOf(int location) const {
  if (location < 0 || static_cast<size_t>(location) >= solved.source.size())
    return {};
  uint32_t byte = solved.source[location];
  return {flat.piece[byte], flat.offset[byte]};
}

bool Analyzer::isRepeated(int location) const {
  const Token *token = solved.tokenAt(location);
  return token && token->repeated;
}

void Analyzer::run() {
  const PgQuery__ParseResult &tree = *solved.parsed.tree;
  if (tree.n_stmts)
    statement(inside(tree.stmts[0]->stmt));
  takenLimit();
  out.upsert |= solved.spelled.upsert;
  doubts();
  dataHoles();
  llvm::sort(tables);
  for (auto &[place, name] : tables)
    if (!llvm::is_contained(out.tables, name))
      out.tables.push_back(name);
}

void Analyzer::takenLimit() {
  if (!solved.spelled.limited)
    return;
  out.bound = RowBound::Limit;
  out.limit = solved.spelled.limit;
  unsigned number = solved.spelled.limitNumber;
  if (number && text.holePiece[number] != ~0u)
    out.limitHole = text.holePiece[number];
  else if (number)
    out.limitParameter = placeholder(number);
}

void Analyzer::dataHoles() {
  const auto &tokens = solved.spelled.tokens;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::Word || tokens[i].kind == Kind::Quoted)
      continue;
    auto choice = llvm::find_if(solved.choices, [&](const HoleChoice &each) { return each.token == i; });
    if (choice != solved.choices.end() && (choice->selectList || choice->roles[choice->chosen] == Role::Name))
      continue;
    for (uint32_t hole : tokens[i].holes)
      if (text.holePiece[hole] != ~0u)
        out.dataHoles.push_back(text.holePiece[hole]);
  }
}

// What the holes leave open.
void Analyzer::doubts() {
  for (const HoleChoice &choice : solved.choices) {
    Role role = choice.roles[choice.chosen];
    bool exists = choice.token > 1 && isWord(solved.spelled.tokens, choice.token - 2, "EXISTS");
    bool clauses = choice.chosen == 0 ? choice.clauses : role == Role::Nothing;
    out.openEnded |= clauses && choice.outer;
    out.openList |= choice.selectList && choice.outer;
    // It may be any verb, unless what follows is the FROM that only the list was taken from.
    if (role == Role::Subquery && choice.token == 0 && !isWord(solved.spelled.tokens, 1, "FROM"))
      out.verb = Verb::Unknown;
    if (role == Role::Subquery && !exists) {
      out.openEnded = true;
      if (out.bound == RowBound::NoTable)
        out.bound = RowBound::None;
    }
    if (role != Role::And)
      continue;
    for (Predicate &predicate : out.predicates) // it may as well be an OR
      predicate.conjunct = false;
  }
  if (out.openList && out.bound == RowBound::Exists)
    out.bound = RowBound::None;
  // A name that ends the text with a hole may go on with clauses.
  const Token &last = solved.spelled.tokens.back();
  if (last.kind == Kind::Word && !last.holes.empty())
    out.openEnded |=
        out.verb == Verb::Select || out.verb == Verb::Update || out.verb == Verb::Delete;
}

void Analyzer::statement(Node node) {
  if (!node)
    return;
  Scope none;
  if (const auto *select = as<PgQuery__SelectStmt>(node)) {
    out.verb = Verb::Select;
    this->select(*select, nullptr, 0);
    return outerSelect(*select);
  }
  if (const auto *insert = as<PgQuery__InsertStmt>(node))
    return this->insert(*insert);
  if (const auto *update = as<PgQuery__UpdateStmt>(node))
    return this->update(*update);
  if (const auto *remove = as<PgQuery__DeleteStmt>(node))
    return this->remove(*remove);
  if (const auto *merge = as<PgQuery__MergeStmt>(node))
    return this->merge(*merge);
  if (const auto *copy = as<PgQuery__CopyStmt>(node))
    return this->copy(*copy);
  if (const auto *transaction = as<PgQuery__TransactionStmt>(node))
    return this->transaction(*transaction);
  if (const auto *declare = as<PgQuery__DeclareCursorStmt>(node)) {
    out.cursor = true;
    return statement(inside(declare->query));
  }
  if (const auto *fetch = as<PgQuery__FetchStmt>(node))
    return this->fetch(*fetch);
  if (const auto *prepare = as<PgQuery__PrepareStmt>(node)) {
    out.prepared = spelling(prepare->name);
    out.prepares = true;
    return statement(inside(prepare->query));
  }
  if (const auto *execute = as<PgQuery__ExecuteStmt>(node))
    out.prepared = spelling(execute->name);
  define(node);
}

// A SELECT, or a statement in a CTE, that is not the outer one.
void Analyzer::nested(Node node, const Scope *outer, unsigned depth) {
  if (!node)
    return;
  if (const auto *select = as<PgQuery__SelectStmt>(node))
    return this->select(*select, outer, depth);
  // A CTE that writes makes the whole statement a write.
  Statement inner;
  std::swap(inner, out);
  statement(node);
  std::swap(inner, out);
  auto shift = [&](ColumnRef &column) { column.use += column.use ? out.uses.size() : 0; };
  for (Predicate &predicate : inner.predicates) {
    predicate.depth += depth;
    shift(predicate.column);
    if (predicate.other)
      shift(*predicate.other);
    out.predicates.push_back(std::move(predicate));
  }
  llvm::append_range(out.uses, inner.uses);
  out.batched |= inner.batched;
  if (!out.target.empty() || inner.target.empty())
    return;
  out.verb = inner.verb;
  out.target = inner.target;
  out.written = inner.written;
  out.returning = true;
}

size_t Analyzer::with(const PgQuery__WithClause *clause, const Scope *outer, unsigned depth) {
  size_t known = visible.size();
  if (!clause)
    return known;
  for (Node node : listOf(clause->ctes, clause->n_ctes)) {
    const auto *cte = as<PgQuery__CommonTableExpr>(node);
    if (!cte)
      continue;
    // Not recursive: inside its own body the name is still the table's.
    size_t self = visible.size();
    if (clause->recursive)
      visible.emplace_back(folded(cte->ctename), nullptr);
    nested(inside(cte->ctequery), outer, depth + 1);
    visible.resize(self);
    visible.emplace_back(folded(cte->ctename), as<PgQuery__SelectStmt>(cte->ctequery));
  }
  return known;
}

void Analyzer::select(const PgQuery__SelectStmt &select, const Scope *outer, unsigned depth) {
  llvm::SaveAndRestore walked(query, queries++);
  size_t known = with(select.with_clause, outer, depth);
  if (select.larg)
    this->select(*select.larg, outer, depth);
  if (select.rarg)
    this->select(*select.rarg, outer, depth);
  Scope scope;
  scope.outer = outer;
  std::vector<const PgQuery__JoinExpr *> joins;
  for (Node node : listOf(select.from_clause, select.n_from_clause))
    from(node, scope, depth, joins);
  if (select.into_clause && select.into_clause->rel)
    out.target = table(*select.into_clause->rel);
  for (Node node : listOf(select.target_list, select.n_target_list))
    expression(node, scope, depth);
  for (Node node : listOf(select.values_lists, select.n_values_lists))
    expression(node, scope, depth);
  for (const auto *join : joins)
    this->join(*join, scope, depth);
  where(inside(select.where_clause), scope, depth);
  for (Node node : listOf(select.group_clause, select.n_group_clause))
    expression(node, scope, depth);
  for (Node node :
       {inside(select.having_clause), inside(select.limit_count), inside(select.limit_offset)})
    if (node)
      expression(node, scope, depth);
  for (Node node : listOf(select.sort_clause, select.n_sort_clause))
    expression(node, scope, depth);
  if (depth == 0)
    sortKeys(select, scope);
  sources[&select] = std::move(scope.sources);
  visible.resize(known);
}

void Analyzer::from(Node node, Scope &scope, unsigned depth,
                    std::vector<const PgQuery__JoinExpr *> &joins) {
  if (const auto *range = as<PgQuery__RangeVar>(node)) {
    scope.sources.push_back(source(*range));
    return;
  }
  if (const auto *join = as<PgQuery__JoinExpr>(node)) {
    bool isFull = join->jointype == PG_QUERY__JOIN_TYPE__JOIN_FULL;
    auto side = [&](const PgQuery__Node *of, bool isOptional) {
      size_t first = out.uses.size();
      from(inside(of), scope, depth, joins);
      for (size_t use = first; use < out.uses.size(); ++use)
        out.uses[use].isOptional |= isOptional;
    };
    side(join->larg, isFull || join->jointype == PG_QUERY__JOIN_TYPE__JOIN_RIGHT);
    side(join->rarg, isFull || join->jointype == PG_QUERY__JOIN_TYPE__JOIN_LEFT);
    joins.push_back(join);
    return;
  }
  if (const auto *subselect = as<PgQuery__RangeSubselect>(node)) {
    nested(inside(subselect->subquery), subselect->lateral ? &scope : scope.outer, depth + 1);
    std::string alias = subselect->alias ? folded(subselect->alias->aliasname) : "";
    scope.sources.push_back({alias, "", as<PgQuery__SelectStmt>(subselect->subquery)});
    return;
  }
  if (!node)
    return;
  expression(node, scope, depth);
  const auto *function = as<PgQuery__RangeFunction>(node);
  scope.sources.push_back(
      {function && function->alias ? folded(function->alias->aliasname) : "", "", nullptr});
}

std::string Analyzer::table(const PgQuery__RangeVar &table) {
  std::string name;
  const Token *token = solved.tokenAt(table.location);
  const Token *end = solved.spelled.tokens.data() + solved.spelled.tokens.size();
  for (StringRef part :
       {StringRef(table.catalogname), StringRef(table.schemaname), StringRef(table.relname)}) {
    if (part.empty())
      continue;
    name += (name.empty() ? "" : ".") + spelling(part);
    if (!token || token >= end)
      continue;
    for (uint32_t hole : token->holes)
      if (text.holePiece[hole] != ~0u)
        out.tableHoles.push_back(text.holePiece[hole]);
    token += 2; // over the dot
  }
  tables.push_back({table.location, name});
  return name;
}

Source Analyzer::source(const PgQuery__RangeVar &range) {
  std::string alias = folded(range.alias ? range.alias->aliasname : range.relname);
  std::string name = folded(range.relname);
  bool qualified = range.schemaname && *range.schemaname;
  for (auto &[cte, body] : llvm::reverse(visible))
    if (!qualified && cte == name)
      return {alias, "", body};
  std::string table = this->table(range);
  out.uses.push_back({table, query, false, placeOf(range.location)});
  return {alias, table, nullptr, static_cast<unsigned>(out.uses.size())};
}

// Subqueries, batches and tables anywhere in an expression or a definition.
void Analyzer::expression(Node node, const Scope &scope, unsigned depth) {
  if (!node)
    return;
  if (as<PgQuery__SelectStmt>(node) || as<PgQuery__InsertStmt>(node) ||
      as<PgQuery__UpdateStmt>(node) || as<PgQuery__DeleteStmt>(node))
    return nested(node, &scope, depth + 1);
  if (const auto *range = as<PgQuery__RangeVar>(node)) {
    source(*range);
    return;
  }
  batches(node);
  forEachChild(node, [&](Node child) { expression(child, scope, depth); });
}

// One statement for many keys: IN (built in a loop), = ANY($1), unnest($1), json_each(?).
void Analyzer::batches(Node node) {
  if (const auto *function = as<PgQuery__FuncCall>(node)) {
    StringRef name = lastName(function->funcname, function->n_funcname);
    if (unpacksRows(name) || name == "find_in_set")
      for (Node argument : listOf(function->args, function->n_args))
        out.batched |= look(argument).parameter;
    return;
  }
  const auto *expression = as<PgQuery__AExpr>(node);
  if (!expression)
    return;
  Node right = inside(expression->rexpr);
  if (expression->kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY ||
      expression->kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL) {
    out.batched |= look(right).parameter;
    return;
  }
  const auto *list = as<PgQuery__List>(right);
  if (expression->kind != PG_QUERY__A__EXPR__KIND__AEXPR_IN || !list)
    return;
  size_t parameters = 0;
  for (Node item : listOf(list->items, list->n_items)) {
    const Token *token = solved.tokenAt(locationOf(item));
    parameters += look(item).parameter;
    // IN ({}) has brackets for nothing unless the hole is a list.
    bool whole =
        token && token->kind == Kind::Hole && list->n_items == 1 && as<PgQuery__ParamRef>(item);
    out.batched |= token && (token->repeated || whole);
  }
  out.batched |= parameters > 1;
  for (const HoleChoice &choice : solved.choices) // IN ({}{*}), IN (0 {*})
    if (choice.token && solved.spelled.tokens[choice.token].repeated && list->n_items)
      out.batched |= &solved.spelled.tokens[choice.token - 1] ==
                     solved.tokenAt(locationOf(inside(list->items[list->n_items - 1])));
}

} // namespace scalelint::sql
