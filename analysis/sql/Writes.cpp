// Statements other than SELECT: what they write, and transactions, cursors, definitions.
#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace scalelint::sql {

using llvm::StringRef;
using Kind = Token::Kind;

void Analyzer::transaction(const PgQuery__TransactionStmt &transaction) {
  switch (transaction.kind) {
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START:
    out.verb = Verb::Begin;
    return;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT:
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_PREPARE:
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT_PREPARED:
    out.verb = Verb::Commit;
    return;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK:
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK_PREPARED:
    out.verb = Verb::Rollback;
    return;
  default: // ROLLBACK TO leaves the transaction open
    out.verb = Verb::Savepoint;
  }
}

void Analyzer::fetch(const PgQuery__FetchStmt &fetch) {
  constexpr int64_t all = INT32_MAX; // FETCH_ALL is the largest long, whatever is left of it
  out.verb = Verb::Other;
  out.cursor = true;
  if (fetch.ismove || fetch.how_many >= all)
    return;
  out.bound = RowBound::Limit;
  out.limit = fetch.how_many;
}

void Analyzer::insert(const PgQuery__InsertStmt &insert) {
  out.upsert = insert.on_conflict_clause;
  llvm::SaveAndRestore walked(query, queries++);
  size_t known = with(insert.with_clause, nullptr, 0);
  out.verb = Verb::Insert;
  out.written.clear();
  out.returning = insert.n_returning_list;
  Scope scope;
  out.target = table(*insert.relation);
  scope.sources.push_back({folded(insert.relation->relname), out.target, nullptr});
  for (Node node : listOf(insert.cols, insert.n_cols))
    if (const auto *column = as<PgQuery__ResTarget>(node))
      out.written.push_back(spelling(column->name));
  rows(insert);
  nested(inside(insert.select_stmt), nullptr, 1);
  for (Node node : listOf(insert.returning_list, insert.n_returning_list))
    expression(node, scope, 0);
  if (insert.on_conflict_clause)
    expression(inside(insert.on_conflict_clause), scope, 0);
  visible.resize(known);
}

// Several rows at once: more than one with parameters, a list built in a loop after VALUES, or,
// with the columns written out, one in the brackets: VALUES (built) is then "(1, 2), (3, 4)"
// without its ends.
void Analyzer::rows(const PgQuery__InsertStmt &insert) {
  bool values = false;
  const auto *select = as<PgQuery__SelectStmt>(insert.select_stmt);
  size_t withParameters = 0;
  for (Node row :
       select ? listOf(select->values_lists, select->n_values_lists) : std::vector<Node>()) {
    values = true;
    Side side = look(row);
    withParameters += side.parameter;
    const auto *list = as<PgQuery__List>(row);
    bool single = list && list->n_items == 1 && isRepeated(locationOf(inside(list->items[0])));
    const Token *token = single ? solved.tokenAt(locationOf(inside(list->items[0]))) : nullptr;
    out.batched |=
        token && token->kind == Kind::Hole && insert.n_cols && out.written.front() != "{}";
  }
  out.batched |= withParameters > 1;
  for (const HoleChoice &choice : solved.choices) {
    Role role = choice.roles[choice.chosen];
    bool more = role == Role::Nothing || role == Role::Row || role == Role::Comma;
    out.batched |= values && more && choice.outer && solved.spelled.tokens[choice.token].repeated;
  }
}

// Takes a use out of the statement again.
void Analyzer::forget(unsigned use, Scope &scope) {
  auto shift = [&](unsigned &other) { other -= other > use; };
  out.uses.erase(out.uses.begin() + (use - 1));
  for (Source &source : scope.sources)
    shift(source.use);
  for (Predicate &predicate : out.predicates) {
    shift(predicate.column.use);
    if (predicate.other)
      shift(predicate.other->use);
  }
}

void Analyzer::update(const PgQuery__UpdateStmt &update) {
  llvm::SaveAndRestore walked(query, queries++);
  size_t known = with(update.with_clause, nullptr, 0);
  out.verb = Verb::Update;
  out.written.clear();
  out.returning = update.n_returning_list;
  Scope scope;
  std::vector<const PgQuery__JoinExpr *> joins;
  from(inside(update.relation), scope, 0, joins);
  for (Node node : listOf(update.from_clause, update.n_from_clause))
    from(node, scope, 0, joins);
  // UPDATE orders SET … FROM orders o JOIN … has the table twice.
  if (scope.sources.size() > 1 &&
      llvm::any_of(llvm::drop_begin(scope.sources), [&](const Source &source) {
        return source.table == scope.sources[0].table && !scope.sources[0].table.empty();
      })) {
    forget(scope.sources.front().use, scope);
    scope.sources.erase(scope.sources.begin());
  }
  out.target = scope.sources.empty() ? "" : table(*update.relation);
  for (Node node : listOf(update.target_list, update.n_target_list)) {
    const auto *column = as<PgQuery__ResTarget>(node);
    if (!column)
      continue;
    StringRef field = lastName(column->indirection, column->n_indirection); // SET o.status = …
    out.written.push_back(spelling(field.empty() ? StringRef(column->name) : field));
    expression(inside(column->val), scope, 0);
  }
  for (const auto *join : joins)
    this->join(*join, scope, 0);
  where(inside(update.where_clause), scope, 0);
  for (Node node : listOf(update.returning_list, update.n_returning_list))
    expression(node, scope, 0);
  visible.resize(known);
}

void Analyzer::remove(const PgQuery__DeleteStmt &remove) {
  llvm::SaveAndRestore walked(query, queries++);
  size_t known = with(remove.with_clause, nullptr, 0);
  out.verb = Verb::Delete;
  out.written.clear();
  out.returning = remove.n_returning_list;
  Scope scope;
  std::vector<const PgQuery__JoinExpr *> joins;
  for (Node node : listOf(remove.using_clause, remove.n_using_clause))
    from(node, scope, 0, joins);
  // DELETE o FROM orders o … names its table by the alias.
  auto aliased = llvm::find_if(scope.sources, [&](const Source &source) {
    return source.alias == folded(remove.relation->relname) && !source.table.empty();
  });
  if (aliased != scope.sources.end())
    out.target = aliased->table;
  else
    from(inside(remove.relation), scope, 0, joins), out.target = scope.sources.back().table;
  for (const auto *join : joins)
    this->join(*join, scope, 0);
  where(inside(remove.where_clause), scope, 0);
  for (Node node : listOf(remove.returning_list, remove.n_returning_list))
    expression(node, scope, 0);
  visible.resize(known);
}

void Analyzer::merge(const PgQuery__MergeStmt &merge) {
  llvm::SaveAndRestore walked(query, queries++);
  size_t known = with(merge.with_clause, nullptr, 0);
  out.verb = Verb::Merge;
  out.written.clear();
  Scope scope;
  std::vector<const PgQuery__JoinExpr *> joins;
  from(inside(merge.relation), scope, 0, joins);
  out.target = scope.sources.back().table;
  from(inside(merge.source_relation), scope, 0, joins);
  where(inside(merge.join_condition), scope, 0);
  for (Node node : listOf(merge.merge_when_clauses, merge.n_merge_when_clauses))
    expression(node, scope, 0);
  visible.resize(known);
}

void Analyzer::copy(const PgQuery__CopyStmt &copy) {
  out.verb = Verb::Copy;
  if (copy.relation && copy.is_from)
    out.target = table(*copy.relation);
  else if (copy.relation)
    table(*copy.relation);
  nested(inside(copy.query), nullptr, 1);
  for (Node node : listOf(copy.attlist, copy.n_attlist))
    if (const auto *column = as<PgQuery__String>(node))
      (copy.is_from ? out.written : out.columns).push_back(spelling(column->sval));
}

// Everything that is neither query nor transaction: its verb by the name of the node.
void Analyzer::define(Node node) {
  StringRef name = node->descriptor->short_name;
  auto begins = [&](std::initializer_list<StringRef> words) {
    return llvm::any_of(words, [&](StringRef word) { return name.starts_with(word); });
  };
  out.verb = Verb::Other;
  if (name == "CallStmt" || name == "DoStmt")
    out.verb = Verb::Call;
  else if (begins({"VariableSet", "ConstraintsSet"}))
    out.verb = Verb::Set;
  else if (begins({"Create", "Alter", "Drop", "Index", "View", "Rename", "Truncate", "Comment",
                   "Grant", "Define", "Reindex", "RefreshMatView", "Rule"}))
    out.verb = Verb::Ddl;
  if (as<PgQuery__ClosePortalStmt>(node))
    out.cursor = true;
  if (const auto *drop = as<PgQuery__DropStmt>(node))
    for (Node object : listOf(drop->objects, drop->n_objects))
      if (const auto *parts = as<PgQuery__List>(object);
          parts && drop->remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) {
        std::string dotted;
        for (Node part : listOf(parts->items, parts->n_items))
          if (const auto *word = as<PgQuery__String>(part))
            dotted += (dotted.empty() ? "" : ".") + spelling(word->sval);
        tables.push_back({-1, dotted});
      }
  Scope scope;
  expression(node, scope, 0);
  llvm::sort(tables);
  if (out.verb == Verb::Ddl && !tables.empty())
    out.target = tables.front().second;
}

} // namespace scalelint::sql
