// The walk of one function body: statements become nodes, expressions become values, and an
// environment remembers which value each variable holds at the point that is being walked.
//
//   std::string sql = "SELECT … WHERE id = ";   env: sql → Result(basic_string(Text))
//   sql += id;                                  env: sql → After(Result(…), operator+=(…, id))
//   tx.exec(sql);                               argument: Local sql, reached by that After
//
// Branches are walked with copies of the environment and met as OneOf; a loop's body starts with
// every variable that the loop changes as Carried, so one pass over the body is enough.
#pragma once

#include "analysis/extract/Entities.h"
#include "analysis/extract/RuleMatchers.h"
#include "analysis/summary/Summary.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace scalelint::extract {

// What the walks of one unit share.
struct UnitWalk {
  clang::ASTContext &context;
  Entities &entities;
  const RuleMatchers &matchers;
  summary::TUSummary &unit;
  llvm::DenseMap<const clang::Decl *, summary::FunctionId> walked;

  UnitWalk(clang::ASTContext &context, Entities &entities, const RuleMatchers &matchers,
           summary::TUSummary &unit)
      : context(context), entities(entities), matchers(matchers), unit(unit) {}

  // Walks `function` unless it was walked before, as the lambda of `lambdaIn` when given.
  summary::FunctionId walk(const clang::FunctionDecl *function, summary::FunctionId lambdaIn = summary::None,
                           const clang::LambdaExpr *lambda = nullptr);
  void walkRecord(const clang::CXXRecordDecl *record);
  void walkDeclaration(const clang::Decl *declaration);
};

class FunctionWalk {
public:
  FunctionWalk(UnitWalk &unit, summary::Function &function, summary::FunctionId id);

  void walkFunction(const clang::FunctionDecl *declaration, const clang::LambdaExpr *lambda);
  void walkGlobal(const clang::VarDecl *variable);

private:
  using ValueId = summary::ValueId;
  using NodeId = summary::NodeId;

  // Statements (Statements.cpp)
  void statement(const clang::Stmt *statement);
  void block(const clang::Stmt *body, NodeId into);
  void destroyLocals(summary::LocalId first);
  void declare(const clang::VarDecl *variable, ValueId given = 0);
  void decompose(const clang::DecompositionDecl *declaration, ValueId value);
  void ifStatement(const clang::IfStmt *statement);
  void switchStatement(const clang::SwitchStmt *statement);
  void tryStatement(const clang::CXXTryStmt *statement);
  void constructorInitializers(const clang::CXXConstructorDecl *constructor);
  void leave(summary::NodeKind kind, const clang::Stmt *statement, ValueId value = 0);

  // Loops (Loops.cpp)
  void rangeLoop(const clang::CXXForRangeStmt *statement);
  void forLoop(const clang::ForStmt *statement);
  void whileLoop(const clang::WhileStmt *statement);
  void doLoop(const clang::DoStmt *statement);
  struct LoopScope;
  summary::LoopId beginLoop(LoopScope &scope, const clang::Stmt *statement, clang::SourceLocation headEnd);
  void endLoop(LoopScope &scope);
  void carry(LoopScope &scope, llvm::ArrayRef<const clang::Stmt *> parts);
  void finishLinks(LoopScope &scope, const clang::Expr *condition);
  void classify(const LoopScope &scope, const clang::Expr *condition, const clang::Expr *increment,
                const clang::Stmt *body);
  bool classifyComparison(const LoopScope &scope, const clang::Expr *condition, const clang::Expr *increment,
                          const clang::Stmt *body);

  // Expressions (Values.cpp)
  ValueId value(const clang::Expr *expression);
  ValueId effects(const clang::Expr *expression); // for its calls; the result is not used
  ValueId variable(const clang::ValueDecl *declaration, const clang::Expr *expression);
  ValueId member(const clang::MemberExpr *expression);
  ValueId unary(const clang::UnaryOperator *expression);
  ValueId binary(const clang::BinaryOperator *expression);
  ValueId shortCircuit(const clang::BinaryOperator *expression);
  ValueId conditional(const clang::Expr *condition, const clang::Expr *yes, const clang::Expr *no);
  ValueId closure(const clang::LambdaExpr *expression);
  ValueId braces(const clang::InitListExpr *expression);
  ValueId constant(const clang::Expr *expression, int64_t integer);
  std::optional<ValueId> folded(const clang::Expr *expression);
  ValueId children(const clang::Stmt *expression);

  // Calls (Calls.cpp)
  ValueId call(const clang::CallExpr *expression);
  ValueId construct(const clang::CXXConstructExpr *expression);
  void inheritedConstructor(const clang::CXXInheritedCtorInitExpr *expression, const clang::CXXConstructorDecl *by);
  ValueId finishCall(const clang::Expr *expression, summary::Call call, const clang::FunctionDecl *callee,
                     const clang::Expr *receiver, llvm::ArrayRef<const clang::Expr *> arguments);
  void calleeOf(const clang::CallExpr *expression, summary::Call &call, const clang::FunctionDecl *&callee,
                const clang::Expr *&receiver);
  void touch(const clang::Expr *expression, summary::CallId call);
  void typeArguments(const clang::FunctionDecl *callee, summary::Call &call);

  // Pieces
  ValueId add(summary::Value value);
  ValueId make(summary::ValueKind kind, std::vector<ValueId> operands, const clang::Expr *at = nullptr);
  NodeId addNode(summary::NodeKind kind, uint32_t index, ValueId value, ValueId place, clang::SourceRange range);
  NodeId openBlock();
  using Environment = std::vector<ValueId>;
  uint32_t slotOf(const clang::ValueDecl *declaration);
  uint32_t rootSlot(const clang::Expr *expression);
  void assign(const clang::Expr *target, ValueId value, clang::SourceRange range);
  Environment meet(const std::vector<std::pair<Environment, bool>> &arms);
  void choice(ValueId condition, clang::SourceRange range,
              llvm::ArrayRef<llvm::function_ref<void()>> arms);

  clang::ASTContext &context;
  UnitWalk &unit;
  Entities &entities;
  summary::FunctionId id;
  summary::Function &f;
  NodeId current = 0;                 // the Block that nodes are appended to
  summary::LoopId loop = summary::None;
  bool reachable = true;
  bool resultUnused = false, voidCast = false, awaited = false; // how the next call's result is used
  Environment env;                    // by slot
  llvm::DenseMap<const clang::ValueDecl *, uint32_t> slots;
  std::vector<summary::LocalId> slotLocal;     // by slot; None for parameters
  struct Dying { NodeId block; llvm::SmallVector<const clang::CXXDestructorDecl *, 2> destructors; };
  llvm::DenseMap<summary::LocalId, Dying> destroyed; // locals whose end runs user code
  llvm::DenseMap<const clang::ValueDecl *, ValueId> aliases;  // bindings, and captured variables inside a lambda
  ValueId thisValue = 0;
  struct Exits { bool isSwitch = false; bool continued = false; std::vector<Environment> atBreak; };
  std::vector<Exits> exits;           // innermost loop or switch last
  llvm::DenseMap<const clang::OpaqueValueExpr *, ValueId> opaque;
};

} // namespace scalelint::extract
