// libpg_query behind a value: the parse tree of one statement, owned, and access to its nodes
// without the `Node` unions between them.
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include "pg_query/pg_query.pb-c.h"

#include <memory>
#include <string>
#include <vector>

namespace scalelint::sql {

struct FreeTree {
  void operator()(PgQuery__ParseResult *tree) const {
    pg_query__parse_result__free_unpacked(tree, nullptr);
  }
};

struct ParseTree {
  std::unique_ptr<PgQuery__ParseResult, FreeTree> tree; // null when it did not parse
  std::string error;
  size_t errorByte = 0; // where the parser stopped
};
ParseTree parseTree(const std::string &text);
std::string fingerprintOf(const std::string &text);

// Any message of the tree except Node; null for an absent one.
using Node = const ProtobufCMessage *;

Node inside(const PgQuery__Node *node);
template <class Message> Node inside(const Message *message) {
  return message ? &message->base : nullptr;
}

template <class Message> struct DescriptorOf;
#define SCALELINT_MESSAGE(Type, name)                                                              \
  template <> struct DescriptorOf<PgQuery__##Type> {                                               \
    static const ProtobufCMessageDescriptor &get() { return pg_query__##name##__descriptor; }      \
  };
SCALELINT_MESSAGE(AArrayExpr, a__array_expr)
SCALELINT_MESSAGE(AConst, a__const)
SCALELINT_MESSAGE(AExpr, a__expr)
SCALELINT_MESSAGE(AStar, a__star)
SCALELINT_MESSAGE(BoolExpr, bool_expr)
SCALELINT_MESSAGE(BooleanTest, boolean_test)
SCALELINT_MESSAGE(CallStmt, call_stmt)
SCALELINT_MESSAGE(ClosePortalStmt, close_portal_stmt)
SCALELINT_MESSAGE(CoalesceExpr, coalesce_expr)
SCALELINT_MESSAGE(CollateClause, collate_clause)
SCALELINT_MESSAGE(ColumnRef, column_ref)
SCALELINT_MESSAGE(CommonTableExpr, common_table_expr)
SCALELINT_MESSAGE(CopyStmt, copy_stmt)
SCALELINT_MESSAGE(DeclareCursorStmt, declare_cursor_stmt)
SCALELINT_MESSAGE(DeleteStmt, delete_stmt)
SCALELINT_MESSAGE(DropStmt, drop_stmt)
SCALELINT_MESSAGE(ExecuteStmt, execute_stmt)
SCALELINT_MESSAGE(FetchStmt, fetch_stmt)
SCALELINT_MESSAGE(FuncCall, func_call)
SCALELINT_MESSAGE(InsertStmt, insert_stmt)
SCALELINT_MESSAGE(JoinExpr, join_expr)
SCALELINT_MESSAGE(List, list)
SCALELINT_MESSAGE(MergeStmt, merge_stmt)
SCALELINT_MESSAGE(NullTest, null_test)
SCALELINT_MESSAGE(ParamRef, param_ref)
SCALELINT_MESSAGE(PrepareStmt, prepare_stmt)
SCALELINT_MESSAGE(RangeFunction, range_function)
SCALELINT_MESSAGE(RangeSubselect, range_subselect)
SCALELINT_MESSAGE(RangeVar, range_var)
SCALELINT_MESSAGE(ResTarget, res_target)
SCALELINT_MESSAGE(RowExpr, row_expr)
SCALELINT_MESSAGE(SQLValueFunction, sqlvalue_function)
SCALELINT_MESSAGE(SelectStmt, select_stmt)
SCALELINT_MESSAGE(SortBy, sort_by)
SCALELINT_MESSAGE(String, string)
SCALELINT_MESSAGE(SubLink, sub_link)
SCALELINT_MESSAGE(TransactionStmt, transaction_stmt)
SCALELINT_MESSAGE(TypeCast, type_cast)
SCALELINT_MESSAGE(UpdateStmt, update_stmt)
#undef SCALELINT_MESSAGE

// The node as a `Message`, null when it is another.
template <class Message> const Message *as(Node node) {
  return node && node->descriptor == &DescriptorOf<Message>::get()
             ? reinterpret_cast<const Message *>(node)
             : nullptr;
}
template <class Message> const Message *as(const PgQuery__Node *node) {
  return as<Message>(inside(node));
}

std::vector<Node> listOf(PgQuery__Node *const *nodes, size_t count);

// Calls `visit` for every node right under `node`, in the order of the grammar's fields.
void forEachChild(Node node, llvm::function_ref<void(Node)> visit);

// The last part of a dotted name, "" for none: funcname, operators, names of types.
llvm::StringRef lastName(PgQuery__Node *const *nodes, size_t count);

} // namespace scalelint::sql
