// One spelling for expressions that mean the same: names without qualifiers and in lower case, constants as they
// are, every parameter and hole as "$". An index over lower(email) is so compared with LOWER(u.email).
#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::sql {

using llvm::StringRef;

static std::string constantOf(const PgQuery__AConst &constant) {
  switch (constant.val_case) {
  case PG_QUERY__A__CONST__VAL_IVAL:
    return std::to_string(constant.ival->ival);
  case PG_QUERY__A__CONST__VAL_FVAL:
    return constant.fval->fval;
  case PG_QUERY__A__CONST__VAL_BOOLVAL:
    return constant.boolval->boolval ? "true" : "false";
  case PG_QUERY__A__CONST__VAL_SVAL:
    return "'" + std::string(constant.sval->sval) + "'";
  case PG_QUERY__A__CONST__VAL_BSVAL:
    return constant.bsval->bsval;
  default:
    return "null";
  }
}

std::string Analyzer::canonical(Node node) const {
  if (!node)
    return "";
  auto all = [&](std::vector<Node> nodes) {
    std::vector<std::string> texts;
    for (Node each : nodes)
      texts.push_back(canonical(each));
    return "(" + llvm::join(texts, ", ") + ")";
  };
  if (const auto *column = as<PgQuery__ColumnRef>(node))
    return folded(spelling(lastName(column->fields, column->n_fields)));
  if (as<PgQuery__ParamRef>(node))
    return "$";
  if (const auto *constant = as<PgQuery__AConst>(node)) {
    const Token *token = solved.tokenAt(constant->location);
    return token && !token->holes.empty() ? "$" : constantOf(*constant);
  }
  if (const auto *call = as<PgQuery__FuncCall>(node))
    return folded(lastName(call->funcname, call->n_funcname)) + all(listOf(call->args, call->n_args));
  if (const auto *cast = as<PgQuery__TypeCast>(node)) {
    // A constant with its type is the constant: 'open'::text.
    bool ofConstant = as<PgQuery__AConst>(cast->arg);
    StringRef type = cast->type_name ? lastName(cast->type_name->names, cast->type_name->n_names) : "";
    return canonical(inside(cast->arg)) + (ofConstant ? "" : "::" + folded(type));
  }
  if (const auto *expression = as<PgQuery__AExpr>(node))
    return "(" + canonical(inside(expression->lexpr)) + " " + lastName(expression->name, expression->n_name).str() +
           " " + canonical(inside(expression->rexpr)) + ")";
  if (const auto *collate = as<PgQuery__CollateClause>(node))
    return canonical(inside(collate->arg));
  std::vector<Node> children;
  forEachChild(node, [&](Node child) { children.push_back(child); });
  if (as<PgQuery__List>(node))
    return all(children);
  StringRef name = node->descriptor->short_name;
  name.consume_back("Expr");
  return name.lower() + all(children);
}

} // namespace scalelint::sql
