// Calls and constructions: who is called, on what, with what, and what they may change.
#include "analysis/extract/FunctionWalk.h"
#include "analysis/extract/Shapes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace scalelint::extract {

using summary::CallForm;
using summary::NodeKind;
using summary::None;
using summary::Value;
using summary::ValueKind;

void FunctionWalk::typeArguments(const FunctionDecl *callee, summary::Call &call) {
  const TemplateArgumentList *given = callee->getTemplateSpecializationArgs();
  if (!given)
    return;
  auto note = [&](const TemplateArgument &argument) {
    if (argument.getKind() != TemplateArgument::Type)
      return;
    if (summary::EntityId type = entities.ofClassOf(argument.getAsType()); type != None)
      call.typeArguments.push_back(type);
  };
  for (const TemplateArgument &argument : given->asArray()) {
    if (argument.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &inner : argument.pack_elements())
        note(inner);
    else
      note(argument);
  }
}

// The variable behind `expression` is from here on what `call` left of it.
void FunctionWalk::touch(const Expr *expression, summary::CallId call) {
  uint32_t slot = rootSlot(expression);
  if (slot == None || slot >= env.size())
    return;
  Value after;
  after.kind = ValueKind::After;
  after.index = call;
  after.type = f.values[env[slot]].type;
  after.operands = {env[slot]};
  env[slot] = add(std::move(after));
}

static bool mayChange(QualType type) {
  if (type->isReferenceType() || type->isPointerType()) {
    QualType pointee = type->getPointeeType();
    // T *const & and T ** lead to a T that may change.
    while (pointee->isPointerType())
      pointee = pointee->getPointeeType();
    return !pointee.isConstQualified() && !pointee->isFunctionType();
  }
  return false;
}

summary::ValueId FunctionWalk::finishCall(const Expr *expression, summary::Call call, const FunctionDecl *callee,
                                          const Expr *receiver, llvm::ArrayRef<const Expr *> arguments) {
  bool unused = std::exchange(resultUnused, false);
  bool cast = std::exchange(voidCast, false);
  call.awaited = std::exchange(awaited, false);
  call.resultUnused = unused && !cast;
  call.voidCast = cast;
  if (receiver) {
    call.receiver = value(receiver);
    if (call.receiverClass == None)
      call.receiverClass = entities.ofClassOf(receiver->IgnoreParenBaseCasts()->getType());
  }
  for (const Expr *argument : arguments)
    call.arguments.push_back(value(argument));
  call.span = entities.span(expression->getSourceRange());
  call.loop = loop;
  call.systemMacro = context.getSourceManager().isInSystemMacro(expression->getBeginLoc());
  if (callee) {
    call.callee = entities.of(callee);
    typeArguments(callee, call);
  }
  if (!unit.matchers.empty())
    call.matched = unit.matchers.matching(*expression, context);

  summary::CallId index = f.calls.size();
  f.calls.push_back(std::move(call));
  addNode(NodeKind::Call, index, 0, 0, expression->getSourceRange());

  auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  if (receiver && !(method && method->isConst()))
    touch(receiver, index);
  for (unsigned i = 0; i < arguments.size(); ++i) {
    QualType type = callee && i < callee->getNumParams() ? callee->getParamDecl(i)->getType()
                                                         : arguments[i]->getType();
    if (mayChange(type))
      touch(arguments[i], index);
  }
  Value result;
  result.kind = ValueKind::Result;
  result.index = index;
  result.type = entities.ofClassOf(expression->getType());
  result.span = f.calls[index].span;
  if (callee && callee->isNoReturn())
    leave(NodeKind::Throw, expression);
  return add(std::move(result));
}

void FunctionWalk::calleeOf(const CallExpr *expression, summary::Call &call, const FunctionDecl *&callee,
                            const Expr *&receiver) {
  const Expr *written = expression->getCallee()->IgnoreParenImpCasts();
  if (auto *member = dyn_cast<CXXMemberCallExpr>(expression)) {
    call.form = CallForm::Member;
    receiver = member->getImplicitObjectArgument();
    if (auto *access = dyn_cast<MemberExpr>(written)) {
      call.name = entities.span(SourceRange(access->getMemberLoc(), access->getMemberLoc()));
      const CXXMethodDecl *method = member->getMethodDecl();
      callee = method;
      if (method && method->isVirtual() && access->performsVirtualDispatch(context.getLangOpts())) {
        const CXXMethodDecl *certain = method->getDevirtualizedMethod(receiver->IgnoreParenBaseCasts(), false);
        call.dispatches = !certain;
        if (certain)
          callee = certain;
      }
      return;
    }
    if (auto *pointer = dyn_cast<BinaryOperator>(written)) { // (object.*method)(…)
      receiver = pointer->getLHS();
      call.target = value(pointer->getRHS());
    }
    return;
  }
  if (const FunctionDecl *direct = expression->getDirectCallee()) {
    callee = direct;
    call.name = entities.span(SourceRange(written->getExprLoc(), written->getExprLoc()));
    return;
  }
  if (auto *overloads = dyn_cast<OverloadExpr>(written)) {
    // In a template's pattern: all candidates share a name, so the first one stands for it.
    call.name = entities.span(SourceRange(overloads->getNameLoc(), overloads->getNameLoc()));
    for (const NamedDecl *candidate : overloads->decls()) {
      const NamedDecl *plain = candidate->getUnderlyingDecl();
      if (auto *pattern = dyn_cast<FunctionTemplateDecl>(plain))
        plain = pattern->getTemplatedDecl();
      callee = dyn_cast<FunctionDecl>(plain);
      if (callee)
        break;
    }
    if (auto *member = dyn_cast<UnresolvedMemberExpr>(overloads)) {
      call.form = CallForm::Member;
      if (!member->isImplicitAccess())
        receiver = member->getBase();
    }
    return;
  }
  if (auto *member = dyn_cast<CXXDependentScopeMemberExpr>(written)) {
    call.form = CallForm::Member;
    call.name = entities.span(SourceRange(member->getMemberLoc(), member->getMemberLoc()));
    if (!member->isImplicitAccess())
      receiver = member->getBase();
    return;
  }
  call.target = value(written);
  call.name = entities.span(SourceRange(written->getExprLoc(), written->getExprLoc()));
}

// std::move and its like change nothing: the result is the argument.
static bool isTransparent(const FunctionDecl *callee) {
  switch (callee->getBuiltinID()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
#if CLANG_VERSION_MAJOR >= 17
  case Builtin::BIforward_like:
#endif
  case Builtin::BIas_const:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof:
    return true;
  default:
    return false;
  }
}

summary::ValueId FunctionWalk::call(const CallExpr *expression) {
  if (const FunctionDecl *direct = expression->getDirectCallee()) {
    if (isTransparent(direct) && expression->getNumArgs() > 0)
      return value(expression->getArg(0));
    if (auto duration = constantDuration(expression, context); duration)
      return *folded(expression);
  }
  summary::Call call;
  auto arguments = llvm::ArrayRef(expression->getArgs(), expression->getNumArgs());
  if (auto *operation = dyn_cast<CXXOperatorCallExpr>(expression)) {
    const FunctionDecl *callee = operation->getDirectCallee();
    if (isDereference(operation)) {
      ValueId base = value(operation->getArg(0));
      return isIterator(operation->getArg(0)->getType()) ? make(ValueKind::Element, {base}, expression) : base;
    }
    auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (operation->getOperator() == OO_Equal && operation->getNumArgs() == 2 &&
        !(method && entities.isUser(method->getLocation()) && !method->isDefaulted())) {
      ValueId given = value(operation->getArg(1));
      assign(operation->getArg(0), given, expression->getSourceRange());
      return given;
    }
    call.form = CallForm::Operator;
    call.name = entities.span(SourceRange(operation->getOperatorLoc(), operation->getOperatorLoc()));
    if (operation->getOperator() == OO_Call && method && method->getParent()->isLambda()) {
      call.target = value(operation->getArg(0));
      return finishCall(expression, std::move(call), nullptr, nullptr, arguments.drop_front());
    }
    if (method && method->isInstance()) {
      call.dispatches = method->isVirtual();
      ValueId result = finishCall(expression, std::move(call), callee, operation->getArg(0), arguments.drop_front());
      if (operation->getOperator() == OO_Subscript) {
        // c[i] is an element of c; what the operator itself does stays visible as a call.
        summary::Call &done = f.calls.back();
        std::vector<ValueId> operands = {done.receiver};
        if (!done.arguments.empty())
          operands.push_back(done.arguments[0]);
        return entities.isUser(method->getLocation()) ? result : make(ValueKind::Element, operands, expression);
      }
      return result;
    }
    return finishCall(expression, std::move(call), callee, nullptr, arguments);
  }
  const FunctionDecl *callee = nullptr;
  const Expr *receiver = nullptr;
  bool unused = std::exchange(resultUnused, false);
  bool cast = std::exchange(voidCast, false);
  bool awaits = std::exchange(awaited, false);
  calleeOf(expression, call, callee, receiver);
  resultUnused = unused;
  voidCast = cast;
  awaited = awaits;
  return finishCall(expression, std::move(call), callee, receiver, arguments);
}

summary::ValueId FunctionWalk::construct(const CXXConstructExpr *expression) {
  const CXXConstructorDecl *constructor = expression->getConstructor();
  if (constructor->isCopyOrMoveConstructor() && expression->getNumArgs() >= 1)
    return value(expression->getArg(0));
  if (constantDuration(expression, context))
    return *folded(expression);
  if (constructor->isTrivial() && expression->getNumArgs() == 0) {
    Value plain;
    plain.kind = ValueKind::Aggregate;
    plain.type = entities.ofClassOf(expression->getType());
    plain.span = entities.span(expression->getSourceRange());
    return add(std::move(plain));
  }
  summary::Call call;
  call.form = CallForm::Construct;
  call.receiverClass = entities.of(constructor->getParent());
  call.name = entities.span(SourceRange(expression->getLocation(), expression->getLocation()));
  auto arguments = llvm::ArrayRef(expression->getArgs(), expression->getNumArgs());
  return finishCall(expression, std::move(call), constructor, nullptr, arguments);
}

// `using Base::Base;`: the constructor that the compiler writes hands its parameters to the base's.
void FunctionWalk::inheritedConstructor(const CXXInheritedCtorInitExpr *expression, const CXXConstructorDecl *by) {
  const CXXConstructorDecl *constructor = expression->getConstructor();
  summary::Call call;
  call.form = CallForm::Construct;
  call.receiverClass = entities.of(constructor->getParent());
  call.receiver = make(ValueKind::This, {});
  call.name = entities.span(expression->getSourceRange());
  for (const ParmVarDecl *parameter : by->parameters())
    call.arguments.push_back(env[slotOf(parameter)]);
  finishCall(expression, std::move(call), constructor, nullptr, {});
}

} // namespace scalelint::extract
