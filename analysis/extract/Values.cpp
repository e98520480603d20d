// Expressions become values: what is known of them without running.
#include "analysis/extract/FunctionWalk.h"
#include "analysis/extract/Shapes.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace scalelint::extract {

using summary::NodeKind;
using summary::None;
using summary::Value;
using summary::ValueKind;

summary::ValueId FunctionWalk::add(Value value) {
  f.values.push_back(std::move(value));
  return f.values.size() - 1;
}

summary::ValueId FunctionWalk::make(ValueKind kind, std::vector<ValueId> operands, const Expr *at) {
  Value value;
  value.kind = kind;
  value.operands = std::move(operands);
  if (at) {
    value.span = entities.span(at->getSourceRange());
    value.type = entities.ofClassOf(at->getType());
  }
  return add(std::move(value));
}

// The name of the object-like macro that `expression` is the whole expansion of.
static std::string macroName(const Expr *expression, ASTContext &context) {
  SourceLocation begin = expression->getBeginLoc();
  auto &sources = context.getSourceManager();
  if (!begin.isMacroID() || sources.isMacroArgExpansion(begin))
    return {};
  return Lexer::getImmediateMacroName(begin, sources, context.getLangOpts()).str();
}

// `char` itself; its signed and unsigned siblings are numbers to most who use them.
static bool isCharacter(QualType type) {
  return type->isSpecificBuiltinType(BuiltinType::Char_S) || type->isSpecificBuiltinType(BuiltinType::Char_U);
}

summary::ValueId FunctionWalk::constant(const Expr *expression, int64_t integer) {
  Value value;
  value.kind = ValueKind::Integer;
  value.integer = integer;
  if (expression) {
    value.span = entities.span(expression->getSourceRange());
    if (expression->getType()->isBooleanType())
      value.kind = ValueKind::Boolean;
    value.symbol = macroName(expression, context);
    if (isCharacter(expression->getType()) && integer > 0 && integer < 128)
      value.text = std::string(1, static_cast<char>(integer));
    const Expr *plain = expression->IgnoreParenImpCasts();
    if (auto *reference = dyn_cast<DeclRefExpr>(plain))
      value.symbol = reference->getDecl()->getNameAsString();
  }
  return add(std::move(value));
}

// Constant arithmetic, enumerators, constexpr variables, chrono durations.
std::optional<summary::ValueId> FunctionWalk::folded(const Expr *expression) {
  if (expression->isValueDependent() || expression->isTypeDependent())
    return std::nullopt;
  QualType type = expression->getType();
  if (type->isIntegralOrEnumerationType()) {
    Expr::EvalResult result;
    if (expression->EvaluateAsInt(result, context, Expr::SE_NoSideEffects))
      return constant(expression, result.Val.getInt().getExtValue());
    return std::nullopt;
  }
  if (auto nanoseconds = constantDuration(expression, context)) {
    Value value;
    value.kind = ValueKind::Duration;
    value.integer = *nanoseconds;
    value.span = entities.span(expression->getSourceRange());
    return add(std::move(value));
  }
  return std::nullopt;
}

summary::ValueId FunctionWalk::effects(const Expr *expression) {
  const Expr *plain = expression->IgnoreParens();
  if (auto *cleanups = dyn_cast<ExprWithCleanups>(plain))
    plain = cleanups->getSubExpr()->IgnoreParens();
  voidCast = false;
  if (auto *cast = dyn_cast<CStyleCastExpr>(plain); cast && cast->getType()->isVoidType()) {
    voidCast = true;
    plain = cast->getSubExpr();
  } else if (auto *cast = dyn_cast<CXXStaticCastExpr>(plain); cast && cast->getType()->isVoidType()) {
    voidCast = true;
    plain = cast->getSubExpr();
  }
  resultUnused = true;
  ValueId result = value(plain);
  resultUnused = voidCast = false;
  return result;
}

summary::ValueId FunctionWalk::children(const Stmt *expression) {
  for (const Stmt *child : expression->children()) {
    if (auto *inner = dyn_cast_or_null<Expr>(child))
      value(inner);
    else if (child)
      statement(child);
  }
  return 0;
}

summary::ValueId FunctionWalk::variable(const ValueDecl *declaration, const Expr *expression) {
  if (auto alias = aliases.find(declaration); alias != aliases.end())
    return alias->second;
  if (isa<EnumConstantDecl>(declaration))
    return constant(expression, cast<EnumConstantDecl>(declaration)->getInitVal().getExtValue());
  if (auto *function = dyn_cast<FunctionDecl>(declaration)) {
    Value value;
    value.kind = ValueKind::Function;
    value.entity = entities.of(function);
    value.span = entities.span(expression->getSourceRange());
    return add(std::move(value));
  }
  auto *variable = dyn_cast<VarDecl>(declaration);
  if (!variable)
    return 0;
  if (auto slot = slots.find(declaration); slot != slots.end()) {
    ValueId now = slot->second < env.size() ? env[slot->second] : 0;
    summary::LocalId local = slotLocal[slot->second];
    if (local == None)
      return now; // a parameter, as it is now
    Value value;
    value.kind = ValueKind::Local;
    value.index = local;
    value.operands = {now};
    value.type = f.locals[local].type;
    value.span = entities.span(expression->getSourceRange());
    return add(std::move(value));
  }
  if (variable->getType()->isIntegralOrEnumerationType() && variable->getType().isConstQualified())
    if (auto known = folded(expression))
      return *known;
  if (!variable->hasGlobalStorage())
    return 0; // a variable of an enclosing function that was not captured by name
  Value value;
  value.kind = ValueKind::Global;
  value.entity = entities.of(variable);
  value.type = entities.ofClassOf(variable->getType());
  value.span = entities.span(expression->getSourceRange());
  const VarDecl *defined = nullptr;
  const Expr *init = variable->getAnyInitializer(defined);
  if (init && !init->isValueDependent() &&
      (variable->getType().isConstQualified() || variable->isConstexpr()))
    if (auto *literal = dyn_cast<StringLiteral>(init->IgnoreParenImpCasts()))
      value.operands = {this->value(literal)};
  return add(std::move(value));
}

summary::ValueId FunctionWalk::member(const MemberExpr *expression) {
  const ValueDecl *declaration = expression->getMemberDecl();
  if (isa<VarDecl>(declaration) || isa<EnumConstantDecl>(declaration))
    return variable(declaration, expression);
  ValueId base = value(expression->getBase());
  if (!isa<FieldDecl>(declaration))
    return base;
  Value value;
  value.kind = ValueKind::Field;
  value.entity = entities.of(declaration);
  value.type = entities.ofClassOf(declaration->getType());
  value.operands = {base};
  value.span = entities.span(expression->getSourceRange());
  return add(std::move(value));
}

summary::ValueId FunctionWalk::unary(const UnaryOperator *expression) {
  switch (expression->getOpcode()) {
  case UO_AddrOf:
  case UO_Plus:
  case UO_Extension:
    if (auto *reference = dyn_cast<DeclRefExpr>(expression->getSubExpr()->IgnoreParens()))
      if (auto *method = dyn_cast<CXXMethodDecl>(reference->getDecl())) {
        Value value;
        value.kind = ValueKind::Function;
        value.entity = entities.of(method);
        value.span = entities.span(expression->getSourceRange());
        return add(std::move(value));
      }
    return value(expression->getSubExpr());
  case UO_Deref:
    return value(expression->getSubExpr());
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    ValueId before = value(expression->getSubExpr());
    Value next;
    next.kind = ValueKind::Binary;
    next.symbol = expression->isIncrementOp() ? "+" : "-";
    next.operands = {before, constant(nullptr, 1)};
    ValueId after = add(std::move(next));
    assign(expression->getSubExpr(), after, expression->getSourceRange());
    return expression->isPrefix() ? after : before;
  }
  case UO_Coawait: {
    ValueId operand = value(expression->getSubExpr());
    addNode(NodeKind::Await, None, operand, 0, expression->getSourceRange());
    return operand;
  }
  default: {
    ValueId operand = value(expression->getSubExpr());
    Value result;
    result.kind = ValueKind::Binary;
    result.symbol = UnaryOperator::getOpcodeStr(expression->getOpcode()).str();
    result.operands = {operand};
    if (f.values[operand].kind == ValueKind::Integer || f.values[operand].kind == ValueKind::Boolean)
      if (auto known = folded(expression))
        return *known;
    return add(std::move(result));
  }
  }
}

// The slot of the variable that `expression` is, points into, or is a part of; None where there is none.
uint32_t FunctionWalk::rootSlot(const Expr *expression) {
  while (expression) {
    expression = expression->IgnoreParenCasts();
    if (auto *reference = dyn_cast<DeclRefExpr>(expression)) {
      auto it = slots.find(reference->getDecl());
      return it == slots.end() ? None : it->second;
    }
    expression = towardsObject(expression);
  }
  return None;
}

void FunctionWalk::assign(const Expr *target, ValueId given, SourceRange range) {
  const Expr *plain = target->IgnoreParens();
  if (auto *reference = dyn_cast<DeclRefExpr>(plain))
    if (auto slot = slots.find(reference->getDecl()); slot != slots.end()) {
      ValueId place = value(plain);
      env[slot->second] = given;
      addNode(NodeKind::Assign, None, given, place, range);
      return;
    }
  ValueId place = value(plain);
  addNode(NodeKind::Assign, None, given, place, range);
}

summary::ValueId FunctionWalk::shortCircuit(const BinaryOperator *expression) {
  ValueId left = value(expression->getLHS());
  ValueId right = 0;
  auto goesOn = [&] { right = value(expression->getRHS()); };
  auto isDecided = [] {};
  if (!mayCall(expression->getRHS()))
    goesOn();
  else if (expression->getOpcode() == BO_LAnd)
    choice(left, expression->getSourceRange(), {goesOn, isDecided});
  else
    choice(left, expression->getSourceRange(), {isDecided, goesOn});
  Value result;
  result.kind = ValueKind::Binary;
  result.symbol = expression->getOpcodeStr().str();
  result.operands = {left, right};
  result.span = entities.span(expression->getSourceRange());
  return add(std::move(result));
}

summary::ValueId FunctionWalk::conditional(const Expr *condition, const Expr *yes, const Expr *no) {
  ValueId decided = value(condition);
  ValueId left = 0, right = 0;
  if (mayCall(yes) || mayCall(no)) {
    choice(decided, SourceRange(yes->getBeginLoc(), no->getEndLoc()),
           {[&] { left = value(yes); }, [&] { right = value(no); }});
  } else {
    left = value(yes);
    right = value(no);
  }
  return make(ValueKind::OneOf, {left, right}, yes);
}

summary::ValueId FunctionWalk::binary(const BinaryOperator *expression) {
  if (expression->isLogicalOp())
    return shortCircuit(expression);
  if (expression->getOpcode() == BO_Comma) {
    value(expression->getLHS());
    return value(expression->getRHS());
  }
  if (expression->getOpcode() == BO_Assign) {
    ValueId given = value(expression->getRHS());
    assign(expression->getLHS(), given, expression->getSourceRange());
    return given;
  }
  Value result;
  result.kind = ValueKind::Binary;
  result.span = entities.span(expression->getSourceRange());
  ValueId left = value(expression->getLHS());
  ValueId right = value(expression->getRHS());
  result.operands = {left, right};
  if (expression->isCompoundAssignmentOp()) {
    result.symbol = BinaryOperator::getOpcodeStr(
                        BinaryOperator::getOpForCompoundAssignment(expression->getOpcode()))
                        .str();
    ValueId after = add(std::move(result));
    assign(expression->getLHS(), after, expression->getSourceRange());
    return after;
  }
  auto isConstant = [&](ValueId id) {
    return f.values[id].kind == ValueKind::Integer || f.values[id].kind == ValueKind::Boolean;
  };
  if (isConstant(left) && isConstant(right))
    if (auto known = folded(expression))
      return *known;
  result.symbol = expression->getOpcodeStr().str();
  return add(std::move(result));
}

summary::ValueId FunctionWalk::closure(const LambdaExpr *expression) {
  Value value;
  value.kind = ValueKind::Closure;
  value.span = entities.span(expression->getIntroducerRange());
  auto init = expression->capture_init_begin();
  for (const LambdaCapture &capture : expression->captures()) {
    ValueId captured = 0;
    if (capture.capturesThis())
      captured = thisValue ? thisValue : make(ValueKind::This, {});
    else if (expression->isInitCapture(&capture))
      captured = this->value(*init);
    else if (capture.capturesVariable() && *init)
      captured = this->value(*init);
    value.operands.push_back(captured);
    ++init;
  }
  const CXXMethodDecl *body = expression->getCallOperator();
  value.entity = entities.ofClosure(body);
  bool walked = false;
  if (auto *generic = expression->getDependentCallOperator())
    for (const FunctionDecl *instance : generic->specializations())
      if (unit.walk(instance, id, expression) != None) {
        value.entity = entities.of(instance);
        walked = true;
        break; // the instantiations of one lambda say the same in other types
      }
  if (!walked)
    unit.walk(body, id, expression);
  // What is captured by reference may change whenever the closure runs.
  for (const LambdaCapture &capture : expression->captures())
    if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef)
      if (auto slot = slots.find(capture.getCapturedVar()); slot != slots.end())
        if (auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar());
            variable && !variable->getType().isConstQualified() && !classOf(variable->getType()))
          env[slot->second] = make(ValueKind::OneOf, {env[slot->second], 0});
  return add(std::move(value));
}

summary::ValueId FunctionWalk::braces(const InitListExpr *expression) {
  const InitListExpr *list = expression->isSemanticForm() ? expression : expression->getSemanticForm();
  if (!list)
    list = expression;
  if (list->isTransparent() && list->getNumInits() == 1)
    return value(list->getInit(0));
  Value result;
  result.kind = ValueKind::Aggregate;
  result.type = entities.ofClassOf(list->getType());
  result.span = entities.span(expression->getSourceRange());
  const CXXRecordDecl *record = list->getType()->getAsCXXRecordDecl();
  auto field = record && record->hasDefinition() ? record->field_begin() : RecordDecl::field_iterator();
  unsigned bases = record && record->hasDefinition() ? record->getNumBases() : 0;
  for (unsigned i = 0; i < list->getNumInits(); ++i) {
    const Expr *init = list->getInit(i);
    ValueId part = isa<ImplicitValueInitExpr>(init) ? 0 : value(init);
    result.operands.push_back(part);
    if (!record || !record->hasDefinition() || i < bases)
      continue;
    if (field != record->field_end()) {
      result.fields.push_back(entities.of(*field));
      ++field;
    }
  }
  if (record && record->hasDefinition() && bases)
    result.fields.insert(result.fields.begin(), std::min<size_t>(bases, list->getNumInits()), None);
  return add(std::move(result));
}

static std::string literalText(const StringLiteral *literal) {
  if (literal->getCharByteWidth() == 1)
    return literal->getBytes().str();
  // Wide literals: a byte a character; what is not ASCII is not text that a statement is known by.
  std::string text;
  for (unsigned i = 0; i < literal->getLength(); ++i)
    text += literal->getCodeUnit(i) < 0x80 ? static_cast<char>(literal->getCodeUnit(i)) : '?';
  return text;
}

summary::ValueId FunctionWalk::value(const Expr *expression) {
  if (!expression)
    return 0;
  bool unused = std::exchange(resultUnused, false);
  bool cast = std::exchange(voidCast, false);
  auto again = [&](const Expr *inner) {
    resultUnused = unused;
    voidCast = cast;
    return value(inner);
  };
  if (auto *parens = dyn_cast<ParenExpr>(expression))
    return again(parens->getSubExpr());
  if (auto *full = dyn_cast<FullExpr>(expression)) // cleanups, constants
    return again(full->getSubExpr());
  if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expression))
    return again(temporary->getSubExpr());
  if (auto *bound = dyn_cast<CXXBindTemporaryExpr>(expression))
    return again(bound->getSubExpr());
  if (auto *converted = dyn_cast<CastExpr>(expression))
    return again(converted->getSubExpr());
  if (auto *called = dyn_cast<CallExpr>(expression)) {
    resultUnused = unused;
    voidCast = cast;
    return call(called);
  }
  if (auto *made = dyn_cast<CXXConstructExpr>(expression)) {
    resultUnused = unused;
    voidCast = cast;
    return construct(made);
  }
  if (auto *awaits = dyn_cast<CoroutineSuspendExpr>(expression)) {
    awaited = isa<CoawaitExpr>(awaits);
    ValueId operand = value(awaits->getOperand());
    awaited = false;
    addNode(NodeKind::Await, None, operand, 0, expression->getSourceRange());
    return operand;
  }

  switch (expression->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
    return constant(expression, cast_or_null<IntegerLiteral>(expression)->getValue().getZExtValue());
  case Stmt::CharacterLiteralClass:
    return constant(expression, llvm::cast<CharacterLiteral>(expression)->getValue());
  case Stmt::CXXBoolLiteralExprClass:
    return constant(expression, llvm::cast<CXXBoolLiteralExpr>(expression)->getValue());
  case Stmt::FloatingLiteralClass: {
    Value real;
    real.kind = ValueKind::Real;
    llvm::SmallString<16> digits;
    llvm::cast<FloatingLiteral>(expression)->getValue().toString(digits);
    real.text = std::string(digits);
    return add(std::move(real));
  }
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    return make(ValueKind::Null, {});
  case Stmt::StringLiteralClass: {
    Value text;
    text.kind = ValueKind::Text;
    text.text = literalText(llvm::cast<StringLiteral>(expression));
    text.symbol = macroName(expression, context);
    text.span = entities.span(expression->getSourceRange());
    return add(std::move(text));
  }
  case Stmt::PredefinedExprClass:
    return 0;
  case Stmt::DeclRefExprClass:
    return variable(llvm::cast<DeclRefExpr>(expression)->getDecl(), expression);
  case Stmt::MemberExprClass:
    return member(llvm::cast<MemberExpr>(expression));
  case Stmt::CXXThisExprClass:
    return thisValue ? thisValue : make(ValueKind::This, {}, expression);
  case Stmt::ArraySubscriptExprClass: {
    ValueId base = value(llvm::cast<ArraySubscriptExpr>(expression)->getBase());
    ValueId index = value(llvm::cast<ArraySubscriptExpr>(expression)->getIdx());
    return make(ValueKind::Element, {base, index}, expression);
  }
  case Stmt::UnaryOperatorClass:
    return unary(llvm::cast<UnaryOperator>(expression));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binary(llvm::cast<BinaryOperator>(expression));
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return value(llvm::cast<CXXRewrittenBinaryOperator>(expression)->getSemanticForm());
  case Stmt::ConditionalOperatorClass: {
    auto *conditionalOperator = llvm::cast<ConditionalOperator>(expression);
    return conditional(conditionalOperator->getCond(), conditionalOperator->getTrueExpr(),
                       conditionalOperator->getFalseExpr());
  }
  case Stmt::BinaryConditionalOperatorClass: {
    auto *elvis = llvm::cast<BinaryConditionalOperator>(expression);
    ValueId common = value(elvis->getCommon());
    opaque[elvis->getOpaqueValue()] = common;
    return make(ValueKind::OneOf, {common, value(elvis->getFalseExpr())}, expression);
  }
  case Stmt::OpaqueValueExprClass: {
    auto *known = llvm::cast<OpaqueValueExpr>(expression);
    if (auto it = opaque.find(known); it != opaque.end())
      return it->second;
    return value(known->getSourceExpr());
  }
  case Stmt::LambdaExprClass:
    return closure(llvm::cast<LambdaExpr>(expression));
  case Stmt::InitListExprClass:
    return braces(llvm::cast<InitListExpr>(expression));
  case Stmt::CXXParenListInitExprClass:
  case Stmt::ParenListExprClass: {
    std::vector<ValueId> parts;
    for (const Stmt *child : expression->children())
      parts.push_back(value(dyn_cast_or_null<Expr>(child)));
    return parts.size() == 1 ? parts[0] : make(ValueKind::Aggregate, parts, expression);
  }
  case Stmt::CXXStdInitializerListExprClass:
    return value(llvm::cast<CXXStdInitializerListExpr>(expression)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass: {
    auto *argument = llvm::cast<CXXDefaultArgExpr>(expression);
    if (!entities.isUser(argument->getParam()->getLocation()) && mayCall(argument->getExpr()))
      return 0; // allocators and their like: no news for anybody
    return value(argument->getExpr());
  }
  case Stmt::CXXDefaultInitExprClass:
    return value(llvm::cast<CXXDefaultInitExpr>(expression)->getExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(llvm::cast<SubstNonTypeTemplateParmExpr>(expression)->getReplacement());
  case Stmt::CXXNewExprClass: {
    auto *made = llvm::cast<CXXNewExpr>(expression);
    for (const Expr *argument : made->placement_arguments())
      value(argument);
    return made->getInitializer() ? value(made->getInitializer()) : make(ValueKind::Unknown, {}, expression);
  }
  case Stmt::CXXThrowExprClass: {
    ValueId thrown = value(llvm::cast<CXXThrowExpr>(expression)->getSubExpr());
    leave(NodeKind::Throw, expression, thrown);
    return 0;
  }
  case Stmt::CXXInheritedCtorInitExprClass:
    return 0;
  case Stmt::StmtExprClass: {
    const CompoundStmt *body = llvm::cast<StmtExpr>(expression)->getSubStmt();
    ValueId last = 0;
    for (const Stmt *child : body->body()) {
      if (child == body->body_back())
        if (auto *result = dyn_cast<Expr>(child)) {
          last = value(result);
          continue;
        }
      statement(child);
    }
    return last;
  }
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::TypeTraitExprClass:
    if (auto known = folded(expression))
      return *known;
    return 0;
  case Stmt::CXXTypeidExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
    return 0; // not evaluated
  default:
    return children(expression);
  }
}

} // namespace scalelint::extract
