// Loops: what makes them turn again, and what their turns change.
//
// A loop's body is walked once. Before it, every variable that the loop changes becomes Carried:
// whatever an earlier turn left. After the loop the variable is Carried once more, now with the
// value at the end of the body beside the one before the loop, so that a text built in a loop can
// be told from the text it started with. Nothing is iterated to a fixed point, so this always ends.
#include "analysis/extract/FunctionWalk.h"
#include "analysis/extract/Shapes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace scalelint::extract {

using summary::LoopKind;
using summary::NodeKind;
using summary::None;
using summary::Value;
using summary::ValueKind;

struct FunctionWalk::LoopScope {
  summary::LoopId id = None;
  summary::LoopId outer = None;
  NodeId node = 0;
  NodeId outerBlock = 0;
  Environment before;
  std::vector<uint32_t> changed; // slots
  bool bodyLeaves = false;
};

summary::LoopId FunctionWalk::beginLoop(LoopScope &scope, const Stmt *statement, SourceLocation headEnd) {
  scope.id = f.loops.size();
  scope.outer = std::exchange(loop, scope.id);
  summary::Loop described;
  described.parent = scope.outer;
  described.whole = entities.span(statement->getSourceRange());
  described.span = entities.span(SourceRange(statement->getBeginLoc(), headEnd));
  f.loops.push_back(std::move(described));
  scope.node = addNode(NodeKind::Loop, scope.id, 0, 0, statement->getSourceRange());
  scope.outerBlock = current;
  exits.emplace_back();
  return scope.id;
}

void FunctionWalk::carry(LoopScope &scope, llvm::ArrayRef<const Stmt *> parts) {
  for (const Stmt *part : parts)
    for (const ValueDecl *declaration : changedIn(part)) {
      auto slot = slots.find(declaration);
      if (slot != slots.end() && !llvm::is_contained(scope.changed, slot->second))
        scope.changed.push_back(slot->second);
    }
  scope.before = env;
  for (uint32_t slot : scope.changed) {
    Value carried;
    carried.kind = ValueKind::Carried;
    carried.index = slotLocal[slot];
    carried.loop = scope.id;
    carried.operands = {env[slot]};
    carried.type = f.values[env[slot]].type;
    env[slot] = add(std::move(carried));
  }
}

void FunctionWalk::endLoop(LoopScope &scope) {
  Exits mine = std::move(exits.back());
  exits.pop_back();
  summary::Loop &described = f.loops[scope.id];
  described.alwaysLeaves = scope.bodyLeaves && !mine.continued;
  for (uint32_t slot : scope.changed) {
    Value after;
    after.kind = ValueKind::Carried;
    after.index = slotLocal[slot];
    after.loop = scope.id;
    after.operands = {scope.before[slot], env[slot]};
    for (const Environment &end : mine.atBreak)
      if (slot < end.size() && !llvm::is_contained(after.operands, end[slot]))
        after.operands.push_back(end[slot]);
    after.type = f.values[env[slot]].type;
    env[slot] = add(std::move(after));
  }
  reachable = described.kind != LoopKind::Forever || !mine.atBreak.empty();
  current = scope.outerBlock;
  loop = scope.outer;
}

void FunctionWalk::rangeLoop(const CXXForRangeStmt *statement) {
  NodeId outer = std::exchange(current, addNode(NodeKind::Block, None, 0, 0, statement->getSourceRange()));
  if (statement->getInit())
    this->statement(statement->getInit());
  ValueId driver = value(statement->getRangeInit());
  LoopScope scope;
  beginLoop(scope, statement, statement->getRParenLoc());
  {
    summary::Loop &described = f.loops[scope.id];
    described.kind = LoopKind::Range;
    described.driver = driver;
    described.coroutine = statement->getCoawaitLoc().isValid();
    if (auto extent = fixedExtent(statement->getRangeInit()->getType(), context))
      described.constantTrips = *extent;
    else if (f.values[driver].kind == ValueKind::Aggregate)
      described.constantTrips = f.values[driver].operands.size();
  }
  carry(scope, {statement->getBody()});
  NodeId condition = openBlock(), body = openBlock(), step = openBlock();
  f.nodes[scope.node].children = {condition, body, step};
  current = body;
  if (const VarDecl *variable = statement->getLoopVariable()) {
    Value element;
    element.kind = ValueKind::Element;
    element.index = scope.id;
    element.operands = {driver};
    element.type = entities.ofClassOf(variable->getType());
    element.span = entities.nameSpan(*variable);
    f.loops[scope.id].variable = f.locals.size();
    declare(variable, add(std::move(element)));
  }
  block(statement->getBody(), body);
  scope.bodyLeaves = !reachable;
  endLoop(scope);
  current = outer;
}

// The constant step by which `part` moves `variable`; nullopt where it does not or not by a constant.
static std::optional<int64_t> stepIn(const Stmt *part, const ValueDecl *variable, ASTContext &context) {
  struct Search : RecursiveASTVisitor<Search> {
    const ValueDecl *variable;
    ASTContext &context;
    std::optional<int64_t> step;
    Search(const ValueDecl *variable, ASTContext &context) : variable(variable), context(context) {}
    bool isIt(const Expr *expression) {
      auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
      return reference && reference->getDecl() == variable;
    }
    bool VisitUnaryOperator(UnaryOperator *operation) {
      if (operation->isIncrementDecrementOp() && isIt(operation->getSubExpr()))
        step = operation->isIncrementOp() ? 1 : -1;
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *operation) {
      if ((operation->getOperator() == OO_PlusPlus || operation->getOperator() == OO_MinusMinus) &&
          isIt(operation->getArg(0)))
        step = operation->getOperator() == OO_PlusPlus ? 1 : -1;
      return true;
    }
    bool VisitBinaryOperator(BinaryOperator *operation) {
      if (!operation->isAssignmentOp() || !isIt(operation->getLHS()))
        return true;
      const Expr *amount = operation->getRHS();
      bool minus = operation->getOpcode() == BO_SubAssign;
      if (operation->getOpcode() == BO_Assign) {
        auto *sum = dyn_cast<BinaryOperator>(amount->IgnoreParenImpCasts());
        if (!sum || !sum->isAdditiveOp() || !isIt(sum->getLHS()))
          return true;
        minus = sum->getOpcode() == BO_Sub;
        amount = sum->getRHS();
      } else if (!minus && operation->getOpcode() != BO_AddAssign) {
        return true;
      }
      Expr::EvalResult result;
      int64_t size = 0; // 0: moves, by an amount that is not constant
      if (!amount->isValueDependent() && amount->EvaluateAsInt(result, context))
        size = result.Val.getInt().getExtValue();
      step = minus ? -size : size;
      return true;
    }
  };
  if (!part)
    return std::nullopt;
  Search search(variable, context);
  search.TraverseStmt(const_cast<Stmt *>(part));
  return search.step;
}

// The variable that a side of a comparison is, through casts, iterator conversions and a constant offset
// (`i + 1 < n`).
static const ValueDecl *comparedVariable(const Expr *side) {
  const Expr *plain = side->IgnoreParenImpCasts();
  while (auto *made = dyn_cast<CXXConstructExpr>(plain)) {
    if (made->getNumArgs() != 1)
      return nullptr;
    plain = made->getArg(0)->IgnoreImplicit()->IgnoreParenImpCasts();
  }
  if (auto *offset = dyn_cast<BinaryOperator>(plain);
      offset && offset->isAdditiveOp() && isa<IntegerLiteral>(offset->getRHS()->IgnoreParenImpCasts()))
    plain = offset->getLHS()->IgnoreParenImpCasts();
  if (auto *unary = dyn_cast<UnaryOperator>(plain); unary && unary->isIncrementDecrementOp())
    plain = unary->getSubExpr()->IgnoreParenImpCasts();
  auto *reference = dyn_cast<DeclRefExpr>(plain->IgnoreImplicit()->IgnoreParenImpCasts());
  return reference ? reference->getDecl() : nullptr;
}

namespace {
struct Comparison {
  BinaryOperatorKind op = BO_NE;
  const Expr *left = nullptr, *right = nullptr;
};
} // namespace

static std::optional<Comparison> comparison(const Expr *condition) {
  const Expr *plain = condition->IgnoreParenImpCasts();
  if (auto *full = dyn_cast<FullExpr>(plain))
    plain = full->getSubExpr()->IgnoreParenImpCasts();
  if (auto *rewritten = dyn_cast<CXXRewrittenBinaryOperator>(plain)) {
    auto form = rewritten->getDecomposedForm();
    return Comparison{form.Opcode, form.LHS, form.RHS};
  }
  if (auto *operation = dyn_cast<BinaryOperator>(plain); operation && operation->isComparisonOp())
    return Comparison{operation->getOpcode(), operation->getLHS(), operation->getRHS()};
  auto *operation = dyn_cast<CXXOperatorCallExpr>(plain);
  if (!operation || operation->getNumArgs() != 2 || !operation->isComparisonOp())
    return std::nullopt;
  return Comparison{BinaryOperator::getOverloadedOpcode(operation->getOperator()), operation->getArg(0),
                    operation->getArg(1)};
}

static std::optional<int64_t> tripsBetween(int64_t from, int64_t bound, int64_t step, BinaryOperatorKind op) {
  if (step == 0)
    return std::nullopt;
  int64_t distance = step > 0 ? bound - from : from - bound;
  if (op == BO_LE || op == BO_GE)
    ++distance;
  if (distance <= 0)
    return 0;
  int64_t size = step > 0 ? step : -step;
  return (distance + size - 1) / size;
}

// Iterator, Counter and Links loops by the comparison that ends them. False: not such a loop.
bool FunctionWalk::classifyComparison(const LoopScope &scope, const Expr *condition, const Expr *increment,
                                      const Stmt *body) {
  summary::LoopId id = scope.id;
  const Expr *plain = condition->IgnoreParenImpCasts();
  if (auto *both = dyn_cast<BinaryOperator>(plain); both && both->getOpcode() == BO_LAnd)
    return classifyComparison(scope, both->getLHS(), increment, body) ||
           classifyComparison(scope, both->getRHS(), increment, body);
  auto compared = comparison(plain);
  const ValueDecl *variable = comparedVariable(compared ? compared->left : plain);
  const Expr *limit = compared ? compared->right : nullptr;
  auto moves = [&](const ValueDecl *candidate) -> std::optional<int64_t> {
    if (!candidate || !slots.count(candidate))
      return std::nullopt;
    if (auto step = stepIn(increment, candidate, context))
      return step;
    if (auto step = stepIn(condition, candidate, context))
      return step;
    return stepIn(body, candidate, context);
  };
  auto step = moves(variable);
  if (!step && compared) { // n > i
    variable = comparedVariable(compared->right);
    limit = compared->left;
    step = moves(variable);
  }
  if (!step || !variable)
    return false;
  uint32_t slot = slots.find(variable)->second;
  auto reaching = [&](const Expr *expression) -> ValueId {
    NodeId aside = openBlock(); // looked at once more: its calls are already in the tree
    NodeId outer = std::exchange(current, aside);
    ValueId result = value(expression);
    current = outer;
    return result;
  };
  ValueId before = slot < scope.before.size() ? scope.before[slot] : 0;
  if (const Expr *container = containerOfRangeEnd(limit, "end")) {
    f.loops[id].kind = LoopKind::Iterator;
    f.loops[id].driver = reaching(container);
    f.loops[id].variable = slotLocal[slot];
    f.loops[id].step = *step;
    return true;
  }
  if (classOf(variable->getType()) && !variable->getType()->isPointerType()) {
    // An iterator against a stored end: `last` was made by end().
    f.loops[id].kind = LoopKind::Iterator;
    f.loops[id].driver = before;
    f.loops[id].variable = slotLocal[slot];
    f.loops[id].step = *step;
    return true;
  }
  f.loops[id].kind = LoopKind::Counter;
  f.loops[id].variable = slotLocal[slot];
  f.loops[id].step = *step;
  ValueId bound = limit ? reaching(limit) : constant(nullptr, 0);
  bool down = *step < 0;
  f.loops[id].bound = down ? before : bound;
  const Value &from = f.values[before], &to = f.values[bound];
  if (from.kind == ValueKind::Integer && to.kind == ValueKind::Integer)
    if (auto trips = tripsBetween(from.integer, to.integer, *step, compared ? compared->op : BO_NE))
      f.loops[id].constantTrips = *trips;
  return true;
}

void FunctionWalk::classify(const LoopScope &scope, const Expr *condition, const Expr *increment,
                            const Stmt *body) {
  summary::LoopId id = scope.id;
  if (!condition) {
    f.loops[id].kind = LoopKind::Forever;
    return;
  }
  const Value &known = f.values[f.loops[id].condition];
  if (known.kind == ValueKind::Integer || known.kind == ValueKind::Boolean) {
    f.loops[id].kind = known.integer ? LoopKind::Forever : LoopKind::Condition;
    if (!known.integer)
      f.loops[id].constantTrips = f.loops[id].bodyFirst ? 1 : 0;
    return;
  }
  f.loops[id].kind = LoopKind::Condition;
  classifyComparison(scope, condition, increment, body);
}

// `while (n) { …; n = n->next; }`: the pointer's next value comes from the pointer itself.
static bool comesFrom(const summary::Function &f, summary::ValueId value, summary::LoopId loop,
                      summary::LocalId variable, unsigned depth = 0) {
  if (depth > 12)
    return false;
  const Value &v = f.values[value];
  if (v.kind == ValueKind::Carried && v.loop == loop && v.index == variable)
    return true;
  switch (v.kind) {
  case ValueKind::Field:
  case ValueKind::Element:
  case ValueKind::Local:
  case ValueKind::After:
  case ValueKind::OneOf:
    for (summary::ValueId operand : v.operands)
      if (comesFrom(f, operand, loop, variable, depth + 1))
        return true;
    return false;
  case ValueKind::Result: {
    const summary::Call &call = f.calls[v.index];
    if (comesFrom(f, call.receiver, loop, variable, depth + 1))
      return true;
    for (summary::ValueId argument : call.arguments)
      if (comesFrom(f, argument, loop, variable, depth + 1))
        return true;
    return false;
  }
  default:
    return false;
  }
}

// Is the condition the pointer itself, or the pointer against null?
static const ValueDecl *testedPointer(const Expr *condition) {
  const Expr *plain = condition->IgnoreParenImpCasts();
  if (auto *both = dyn_cast<BinaryOperator>(plain); both && both->getOpcode() == BO_LAnd)
    return testedPointer(both->getLHS());
  if (auto compared = comparison(plain))
    plain = compared->left->IgnoreParenImpCasts();
  auto *reference = dyn_cast<DeclRefExpr>(plain);
  return reference && reference->getDecl()->getType()->isPointerType() ? reference->getDecl() : nullptr;
}

void FunctionWalk::forLoop(const ForStmt *statement) {
  NodeId outer = std::exchange(current, addNode(NodeKind::Block, None, 0, 0, statement->getSourceRange()));
  if (statement->getInit())
    this->statement(statement->getInit());
  LoopScope scope;
  beginLoop(scope, statement, statement->getRParenLoc());
  carry(scope, {statement->getConditionVariableDeclStmt(), statement->getCond(), statement->getBody(), statement->getInc()});
  NodeId condition = openBlock(), body = openBlock(), step = openBlock();
  f.nodes[scope.node].children = {condition, body, step};
  current = condition;
  if (const VarDecl *variable = statement->getConditionVariable())
    declare(variable);
  if (statement->getCond())
    f.loops[scope.id].condition = value(statement->getCond());
  classify(scope, statement->getCond(), statement->getInc(), statement->getBody());
  block(statement->getBody(), body);
  scope.bodyLeaves = !reachable;
  reachable = true;
  current = step;
  if (statement->getInc())
    effects(statement->getInc());
  finishLinks(scope, statement->getCond());
  endLoop(scope);
  current = outer;
}

void FunctionWalk::finishLinks(LoopScope &scope, const Expr *condition) {
  if (!condition || f.loops[scope.id].kind != LoopKind::Condition)
    return;
  const ValueDecl *pointer = testedPointer(condition);
  auto slot = pointer ? slots.find(pointer) : slots.end();
  if (slot == slots.end() || !comesFrom(f, env[slot->second], scope.id, slotLocal[slot->second]))
    return;
  f.loops[scope.id].kind = LoopKind::Links;
  f.loops[scope.id].driver = slot->second < scope.before.size() ? scope.before[slot->second] : 0;
  f.loops[scope.id].variable = slotLocal[slot->second];
}

void FunctionWalk::whileLoop(const WhileStmt *statement) {
  LoopScope scope;
  beginLoop(scope, statement, statement->getRParenLoc());
  carry(scope, {statement->getConditionVariableDeclStmt(), statement->getCond(), statement->getBody()});
  NodeId condition = openBlock(), body = openBlock(), step = openBlock();
  f.nodes[scope.node].children = {condition, body, step};
  current = condition;
  if (const VarDecl *variable = statement->getConditionVariable())
    declare(variable);
  f.loops[scope.id].condition = value(statement->getCond());
  classify(scope, statement->getCond(), nullptr, statement->getBody());
  block(statement->getBody(), body);
  scope.bodyLeaves = !reachable;
  reachable = true;
  finishLinks(scope, statement->getCond());
  endLoop(scope);
}

void FunctionWalk::doLoop(const DoStmt *statement) {
  LoopScope scope;
  beginLoop(scope, statement, statement->getDoLoc());
  f.loops[scope.id].bodyFirst = true;
  carry(scope, {statement->getBody(), statement->getCond()});
  NodeId condition = openBlock(), body = openBlock(), step = openBlock();
  f.nodes[scope.node].children = {condition, body, step};
  block(statement->getBody(), body);
  scope.bodyLeaves = !reachable;
  reachable = true;
  current = condition;
  f.loops[scope.id].condition = value(statement->getCond());
  classify(scope, statement->getCond(), nullptr, statement->getBody());
  finishLinks(scope, statement->getCond());
  endLoop(scope);
}

} // namespace scalelint::extract
