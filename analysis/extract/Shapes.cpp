// Named shapes, as Clang AST matchers where one says it best.
#include "analysis/extract/Shapes.h"

#include "analysis/extract/Entities.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace scalelint::extract {

// The ratio of duration<Rep, ratio<N, D>>: how many nanoseconds one tick is, as N * 1e9 / D.
static std::optional<std::pair<int64_t, int64_t>> durationPeriod(const CXXRecordDecl *record) {
  auto *special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  if (!special || qualifiedName(*special) != "std::chrono::duration")
    return std::nullopt;
  const TemplateArgumentList &arguments = special->getTemplateArgs();
  if (arguments.size() < 2 || arguments[1].getKind() != TemplateArgument::Type)
    return std::nullopt;
  auto *ratio = dyn_cast_or_null<ClassTemplateSpecializationDecl>(arguments[1].getAsType()->getAsCXXRecordDecl());
  if (!ratio || ratio->getTemplateArgs().size() < 2)
    return std::nullopt;
  const TemplateArgument &numerator = ratio->getTemplateArgs()[0];
  const TemplateArgument &denominator = ratio->getTemplateArgs()[1];
  if (numerator.getKind() != TemplateArgument::Integral || denominator.getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return std::pair(numerator.getAsIntegral().getExtValue(), denominator.getAsIntegral().getExtValue());
}

std::optional<int64_t> constantDuration(const Expr *expression, ASTContext &context) {
  if (expression->isValueDependent() || !expression->isPRValue())
    return std::nullopt;
  auto period = durationPeriod(expression->getType()->getAsCXXRecordDecl());
  if (!period)
    return std::nullopt;
  Expr::EvalResult result;
  if (!expression->EvaluateAsRValue(result, context) || !result.Val.isStruct() ||
      result.Val.getStructNumFields() != 1)
    return std::nullopt;
  const APValue &count = result.Val.getStructField(0);
  double ticks = 0;
  if (count.isInt())
    ticks = static_cast<double>(count.getInt().getExtValue());
  else if (count.isFloat())
    ticks = count.getFloat().convertToDouble();
  else
    return std::nullopt;
  double nanoseconds = ticks * static_cast<double>(period->first) / static_cast<double>(period->second) * 1e9;
  if (nanoseconds > 9e18)
    return INT64_MAX;
  return static_cast<int64_t>(nanoseconds);
}

namespace {
class CallSearch : public RecursiveASTVisitor<CallSearch> {
public:
  bool VisitCallExpr(CallExpr *) { return !(found = true); }
  bool VisitCXXConstructExpr(CXXConstructExpr *made) {
    return !(found = !made->getConstructor()->isTrivial());
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *) { return !(found = true); }
  bool VisitBinaryOperator(BinaryOperator *operation) { return !(found = operation->isAssignmentOp()); }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool found = false;
};
} // namespace

bool mayCall(const Expr *expression) {
  CallSearch search;
  search.TraverseStmt(const_cast<Expr *>(expression));
  return search.found;
}

bool isDereference(const CXXOperatorCallExpr *call) {
  return call->getOperator() == OO_Arrow || (call->getOperator() == OO_Star && call->getNumArgs() == 1);
}

// The object that a call hands back by reference. That it is the one the call was given is a guess from the two classes;
// it errs by telling of one change too many.
static const Expr *chainedOn(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !callee->getReturnType()->isLValueReferenceType())
    return nullptr;
  const Expr *object = call->getNumArgs() > 0 ? call->getArg(0) : nullptr;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(call))
    object = member->getImplicitObjectArgument();
  else if (!isa<CXXOperatorCallExpr>(call))
    object = nullptr;
  if (!object)
    return nullptr;
  QualType result = callee->getReturnType()->getPointeeType();
  const CXXRecordDecl *back = result->getAsCXXRecordDecl();
  const CXXRecordDecl *given = object->IgnoreParenImpCasts()->getType()->getAsCXXRecordDecl();
  if (result.isConstQualified() || !back || !given || !given->hasDefinition())
    return nullptr;
  bool same = back->getCanonicalDecl() == given->getCanonicalDecl() || given->isDerivedFrom(back);
  return same ? object : nullptr;
}

const Expr *towardsObject(const Expr *expression) {
  if (auto *member = dyn_cast<MemberExpr>(expression))
    return member->getBase();
  if (auto *unary = dyn_cast<UnaryOperator>(expression))
    return unary->getSubExpr();
  if (auto *subscript = dyn_cast<ArraySubscriptExpr>(expression))
    return subscript->getBase();
  if (auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expression))
    return temporary->getSubExpr();
  if (auto *operation = dyn_cast<CXXOperatorCallExpr>(expression); operation && isDereference(operation))
    return operation->getArg(0);
  if (auto *call = dyn_cast<CallExpr>(expression))
    return chainedOn(call);
  return nullptr;
}

bool isIterator(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  auto increments = [](const CXXRecordDecl *candidate) {
    for (const CXXMethodDecl *method : candidate->methods())
      if (method->getOverloadedOperator() == OO_PlusPlus)
        return true;
    for (const Decl *member : candidate->decls())
      if (auto *shadow = dyn_cast<UsingShadowDecl>(member))
        if (auto *method = dyn_cast<CXXMethodDecl>(shadow->getTargetDecl()))
          if (method->getOverloadedOperator() == OO_PlusPlus)
            return true;
    return false;
  };
  if (increments(record))
    return true;
  return !record->forallBases([&](const CXXRecordDecl *base) { return !increments(base); });
}

std::optional<int64_t> fixedExtent(QualType type, ASTContext &context) {
  type = type.getNonReferenceType();
  if (auto *array = context.getAsConstantArrayType(type))
    return array->getSize().getSExtValue();
  auto *special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!special || qualifiedName(*special) != "std::array" || special->getTemplateArgs().size() < 2)
    return std::nullopt;
  const TemplateArgument &extent = special->getTemplateArgs()[1];
  if (extent.getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return extent.getAsIntegral().getExtValue();
}

const Expr *containerOfRangeEnd(const Expr *expression, StringRef which) {
  if (!expression)
    return nullptr;
  std::string constant = "c" + which.str(), reverse = "r" + which.str(), both = "cr" + which.str();
  const Expr *plain = expression->IgnoreParenImpCasts();
  while (auto *made = dyn_cast<CXXConstructExpr>(plain)) { // iterator → const_iterator
    if (made->getNumArgs() < 1)
      return nullptr;
    plain = made->getArg(0)->IgnoreImplicit()->IgnoreParenImpCasts();
  }
  auto *call = dyn_cast<CallExpr>(plain->IgnoreImplicit());
  if (!call || !call->getDirectCallee() || !call->getDirectCallee()->getIdentifier())
    return nullptr;
  StringRef name = call->getDirectCallee()->getName();
  if (name != which && name != constant && name != reverse && name != both &&
      !(name == "constBegin" && which == "begin") && !(name == "constEnd" && which == "end"))
    return nullptr;
  if (auto *member = dyn_cast<CXXMemberCallExpr>(call))
    return member->getImplicitObjectArgument();
  return call->getNumArgs() == 1 ? call->getArg(0) : nullptr;
}

namespace {
class ChangeSearch : public RecursiveASTVisitor<ChangeSearch> {
public:
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitUnaryOperator(UnaryOperator *operation) {
    if (operation->isIncrementDecrementOp() || operation->getOpcode() == UO_AddrOf)
      note(operation->getSubExpr());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *operation) {
    if (operation->isAssignmentOp())
      note(operation->getLHS());
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    auto *member = dyn_cast<CXXMemberCallExpr>(call);
    if (member && !(member->getMethodDecl() && member->getMethodDecl()->isConst()))
      note(member->getImplicitObjectArgument());
    auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    unsigned first = 0;
    if (isa<CXXOperatorCallExpr>(call) && method && method->isInstance()) {
      if (!method->isConst())
        note(call->getArg(0));
      first = 1;
    }
    arguments(callee, llvm::ArrayRef(call->getArgs(), call->getNumArgs()).drop_front(first));
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *made) {
    arguments(made->getConstructor(), llvm::ArrayRef(made->getArgs(), made->getNumArgs()));
    return true;
  }
  bool VisitVarDecl(VarDecl *variable) {
    inner.insert(variable);
    QualType type = variable->getType();
    if (type->isReferenceType() && !type->getPointeeType().isConstQualified() && variable->hasInit())
      note(variable->getInit());
    return true;
  }

  std::vector<const ValueDecl *> result() const {
    std::vector<const ValueDecl *> outside;
    for (const ValueDecl *declaration : changed)
      if (!inner.contains(declaration))
        outside.push_back(declaration);
    return outside;
  }

private:
  void arguments(const FunctionDecl *callee, llvm::ArrayRef<Expr *> given) {
    for (unsigned i = 0; i < given.size(); ++i) {
      QualType type = callee && i < callee->getNumParams() ? callee->getParamDecl(i)->getType()
                                                           : given[i]->getType();
      if ((type->isReferenceType() || type->isPointerType()) && !type->getPointeeType().isConstQualified())
        note(given[i]);
    }
  }
  void note(const Expr *expression) {
    while (expression) {
      expression = expression->IgnoreParenCasts();
      if (auto *reference = dyn_cast<DeclRefExpr>(expression)) {
        changed.insert(reference->getDecl());
        return;
      }
      expression = towardsObject(expression);
    }
  }
  llvm::SetVector<const ValueDecl *> changed;
  llvm::DenseSet<const ValueDecl *> inner;
};
} // namespace

std::vector<const ValueDecl *> changedIn(const Stmt *part) {
  ChangeSearch search;
  if (part)
    search.TraverseStmt(const_cast<Stmt *>(part));
  return search.result();
}

} // namespace scalelint::extract
