// Finds the functions of a unit that are user code and has each walked.
#include "analysis/extract/Extractor.h"
#include "analysis/extract/FunctionWalk.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace scalelint::extract {

// A template's body is walked in each of its instantiations; the pattern only where there is none.
template <class Template, class Walk>
static void instantiationsElsePattern(const Template *declaration, Walk walk) {
  bool any = false;
  for (const auto *specialization : declaration->specializations()) {
    if (specialization->getTemplateSpecializationKind() == TSK_ExplicitSpecialization)
      continue; // has a declaration of its own
    any |= walk(specialization);
  }
  if (!any)
    walk(declaration->getTemplatedDecl());
}

void UnitWalk::walkDeclaration(const Decl *declaration) {
  if (!declaration || declaration->isInvalidDecl())
    return;
  if (auto *context = dyn_cast<NamespaceDecl>(declaration)) {
    for (const Decl *child : context->decls())
      walkDeclaration(child);
    return;
  }
  if (auto *linkage = dyn_cast<LinkageSpecDecl>(declaration)) {
    for (const Decl *child : linkage->decls())
      walkDeclaration(child);
    return;
  }
  if (!entities.isUser(declaration->getLocation()))
    return;
  if (auto *function = dyn_cast<FunctionTemplateDecl>(declaration)) {
    if (!function->isThisDeclarationADefinition())
      return;
    instantiationsElsePattern(function, [&](const FunctionDecl *instance) {
      return walk(instance) != summary::None;
    });
    return;
  }
  if (auto *record = dyn_cast<ClassTemplateDecl>(declaration)) {
    if (!record->isThisDeclarationADefinition())
      return;
    instantiationsElsePattern(record, [&](const CXXRecordDecl *instance) {
      if (!instance->hasDefinition())
        return false;
      walkRecord(instance);
      return true;
    });
    return;
  }
  if (auto *function = dyn_cast<FunctionDecl>(declaration)) {
    walk(function);
    return;
  }
  if (auto *record = dyn_cast<CXXRecordDecl>(declaration)) {
    if (record->isThisDeclarationADefinition() && !record->getDescribedClassTemplate())
      walkRecord(record);
    return;
  }
  if (auto *friendship = dyn_cast<FriendDecl>(declaration)) {
    walkDeclaration(friendship->getFriendDecl());
    return;
  }
  if (auto *variable = dyn_cast<VarDecl>(declaration))
    if (variable->hasInit() && variable->isFileVarDecl() && !variable->getType()->isDependentType()) {
      FunctionWalk walkInit(*this, unit.globals, summary::None);
      walkInit.walkGlobal(variable);
    }
}

void UnitWalk::walkRecord(const CXXRecordDecl *record) {
  entities.of(record);
  for (const Decl *child : record->decls()) {
    if (auto *implicit = dyn_cast<CXXConstructorDecl>(child); implicit && implicit->isImplicit()) {
      if (implicit->doesThisDeclarationHaveABody() && !implicit->isCopyOrMoveConstructor())
        walk(implicit); // in-class initialisers of fields live here
      continue;
    }
    walkDeclaration(child);
  }
}

summary::FunctionId UnitWalk::walk(const FunctionDecl *function, summary::FunctionId lambdaIn,
                                   const LambdaExpr *lambda) {
  const FunctionDecl *definition = nullptr;
  if (!function->hasBody(definition) || !definition || definition->isInvalidDecl() ||
      definition->hasSkippedBody())
    return summary::None;
  if (definition->isDefaulted() && !isa<CXXConstructorDecl>(definition))
    return summary::None;
  auto [it, inserted] = walked.try_emplace(definition, unit.functions.size());
  if (!inserted)
    return it->second;
  summary::FunctionId id = it->second;
  unit.functions.emplace_back();
  summary::Function summarised; // on the side: lambdas add functions while this one is walked
  summarised.lambdaIn = lambdaIn;
  FunctionWalk(*this, summarised, id).walkFunction(definition, lambda);
  unit.functions[id] = std::move(summarised);
  return id;
}

void extract(ASTContext &context, const UserCode &user, const RuleMatchers &matchers,
             summary::TUSummary &unit) {
  Entities entities(context, user, unit);
  UnitWalk walk(context, entities, matchers, unit);
  for (const Decl *declaration : context.getTraversalScope())
    if (auto *all = dyn_cast<TranslationUnitDecl>(declaration)) {
      for (const Decl *child : all->decls())
        walk.walkDeclaration(child);
    } else {
      walk.walkDeclaration(declaration);
    }
}

} // namespace scalelint::extract
