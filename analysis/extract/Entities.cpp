// Entities of a unit: declarations to identities, names and places.
#include "analysis/extract/Entities.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;

namespace scalelint::extract {

using summary::EntityKind;
using summary::None;

static void appendContext(const DeclContext *context, llvm::SmallVectorImpl<StringRef> &parts) {
  for (; context && !context->isTranslationUnit(); context = context->getParent()) {
    if (auto *space = dyn_cast<NamespaceDecl>(context)) {
      if (!space->isInline() && !space->isAnonymousNamespace())
        parts.push_back(space->getName());
      continue;
    }
    if (auto *record = dyn_cast<RecordDecl>(context)) {
      if (record->getIdentifier())
        parts.push_back(record->getName());
      continue;
    }
    if (auto *function = dyn_cast<FunctionDecl>(context))
      if (function->getIdentifier())
        parts.push_back(function->getName());
  }
}

std::string qualifiedName(const NamedDecl &declaration) {
  llvm::SmallVector<StringRef, 8> parts;
  std::string name;
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(&declaration))
    name = constructor->getParent()->getNameAsString();
  else if (auto *destructor = dyn_cast<CXXDestructorDecl>(&declaration))
    name = "~" + destructor->getParent()->getNameAsString();
  else
    name = declaration.getNameAsString();
  if (!isa<EnumConstantDecl>(declaration))
    appendContext(declaration.getDeclContext(), parts);
  std::string result;
  for (StringRef part : llvm::reverse(parts))
    (result += part) += "::";
  return result + name;
}

const CXXRecordDecl *classOf(QualType type) {
  if (type.isNull())
    return nullptr;
  type = type.getNonReferenceType();
  while (type->isPointerType())
    type = type->getPointeeType();
  if (const Type *element = type->getBaseElementTypeUnsafe())
    type = QualType(element, 0);
  if (auto *record = type->getAsCXXRecordDecl())
    return record;
  // A dependent specialisation is known by its template.
  if (auto *special = type->getAs<TemplateSpecializationType>())
    if (auto *decl = dyn_cast_or_null<ClassTemplateDecl>(special->getTemplateName().getAsTemplateDecl()))
      return decl->getTemplatedDecl();
  return nullptr;
}

std::string plainTypeName(QualType type) {
  type = type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  std::string stars;
  while (type->isPointerType()) {
    stars += '*';
    type = type->getPointeeType().getUnqualifiedType();
  }
  if (auto *tag = type->getAsTagDecl())
    return qualifiedName(*tag) + (stars.empty() ? "" : " " + stars);
  PrintingPolicy policy{LangOptions{}};
  policy.Bool = true;
  return type.getAsString(policy) + (stars.empty() ? "" : " " + stars);
}

Entities::Entities(ASTContext &context, const UserCode &user, summary::TUSummary &unit)
    : context(context), user(user), unit(unit) {}

bool Entities::isUser(SourceLocation location) {
  if (location.isInvalid())
    return false;
  auto &sources = context.getSourceManager();
  FileID id = sources.getFileID(sources.getFileLoc(location));
  auto [it, inserted] = userFiles.try_emplace(id, false);
  if (inserted)
    it->second = user.contains(sources, id);
  return it->second;
}

summary::FileId Entities::file(FileID id) {
  auto [it, inserted] = files.try_emplace(id, None);
  if (!inserted)
    return it->second;
  auto &sources = context.getSourceManager();
  std::string path = user.path(sources, id);
  if (path.empty())
    return None;
  for (summary::FileId index = 0; index < unit.files.size(); ++index)
    if (unit.files[index].path == path)
      return it->second = index;
  unit.files.push_back({path, 0, user.contains(sources, id)});
  return it->second = unit.files.size() - 1;
}

summary::Span Entities::span(SourceRange range) {
  if (range.isInvalid())
    return {};
  auto &sources = context.getSourceManager();
  SourceLocation begin = sources.getFileLoc(range.getBegin());
  SourceLocation end = sources.getFileLoc(range.getEnd());
  auto [beginFile, beginOffset] = sources.getDecomposedLoc(begin);
  auto [endFile, endOffset] = sources.getDecomposedLoc(end);
  if (beginFile != endFile || endOffset < beginOffset) {
    end = begin;
    endOffset = beginOffset;
  }
  // A macro's expansion ends where its closing parenthesis does.
  if (range.getEnd().isMacroID() && !sources.isMacroArgExpansion(range.getEnd())) {
    SourceLocation expansion = sources.getExpansionRange(range.getEnd()).getEnd();
    auto [file, offset] = sources.getDecomposedLoc(expansion);
    if (file == beginFile && offset >= beginOffset)
      endOffset = offset, end = expansion;
  }
  endOffset += Lexer::MeasureTokenLength(end, sources, context.getLangOpts());
  summary::Span span;
  span.file = file(beginFile);
  if (span.file == None)
    return {};
  span.line = sources.getLineNumber(beginFile, beginOffset);
  span.column = sources.getColumnNumber(beginFile, beginOffset);
  span.endLine = sources.getLineNumber(beginFile, endOffset);
  span.endColumn = sources.getColumnNumber(beginFile, endOffset);
  return span;
}

summary::Span Entities::nameSpan(const NamedDecl &declaration) {
  return span(SourceRange(declaration.getLocation(), declaration.getLocation()));
}

summary::EntityId Entities::ofClassOf(QualType type) {
  const CXXRecordDecl *record = classOf(type);
  return record ? of(record) : None;
}

static EntityKind kindOf(const NamedDecl &declaration) {
  if (isa<CXXConstructorDecl>(declaration))
    return EntityKind::Constructor;
  if (isa<CXXDestructorDecl>(declaration))
    return EntityKind::Destructor;
  if (isa<CXXMethodDecl>(declaration))
    return EntityKind::Method;
  if (isa<FunctionDecl>(declaration))
    return EntityKind::Function;
  if (isa<TagDecl>(declaration))
    return EntityKind::Class;
  if (isa<FieldDecl>(declaration))
    return EntityKind::Field;
  return EntityKind::Global;
}

summary::EntityId Entities::add(const NamedDecl *declaration, std::string usr) {
  auto [it, inserted] = byUsr.try_emplace(usr, unit.entities.size());
  if (!inserted)
    return it->second;
  summary::EntityId id = it->second;
  unit.entities.emplace_back();
  unit.entities[id].usr = std::move(usr);
  known[declaration->getCanonicalDecl()] = id;
  describe(id, declaration);
  return id;
}

void Entities::describe(summary::EntityId id, const NamedDecl *declaration) {
  // `unit.entities` may grow while bases are added, so the entity is filled through its index.
  auto entity = [&]() -> summary::Entity & { return unit.entities[id]; };
  entity().kind = kindOf(*declaration);
  entity().name = qualifiedName(*declaration);
  const NamedDecl *best = declaration;
  if (auto *function = dyn_cast<FunctionDecl>(declaration))
    if (const FunctionDecl *definition = function->getDefinition())
      best = definition;
  if (auto *tag = dyn_cast<TagDecl>(declaration))
    if (const TagDecl *definition = tag->getDefinition())
      best = definition;
  entity().user = isUser(best->getLocation());
  // Of a library's functions the header tells which library it is.
  if (entity().user || entity().kind == EntityKind::Function)
    entity().span = nameSpan(*best);

  if (auto *record = dyn_cast<CXXRecordDecl>(best); record && record->hasDefinition())
    for (const CXXBaseSpecifier &base : record->bases())
      if (summary::EntityId baseId = ofClassOf(base.getType()); baseId != None)
        entity().bases.push_back(baseId);
  if (auto *method = dyn_cast<CXXMethodDecl>(declaration)) {
    summary::EntityId parent = of(method->getParent());
    entity().parent = parent;
    entity().isVirtual = method->isVirtual();
    entity().isConst = method->isConst();
    entity().isStatic = method->isStatic();
    for (const CXXMethodDecl *overridden : method->overridden_methods()) {
      summary::EntityId base = of(overridden);
      entity().bases.push_back(base);
    }
  }
  if (auto *function = dyn_cast<FunctionDecl>(declaration))
    for (const ParmVarDecl *parameter : function->parameters())
      entity().parameterTypes.push_back(plainTypeName(parameter->getType()));
  if (auto *value = dyn_cast<ValueDecl>(declaration); value && !isa<FunctionDecl>(declaration)) {
    summary::EntityId type = ofClassOf(value->getType());
    entity().type = type;
    entity().typeName = plainTypeName(value->getType());
    entity().isConst = value->getType().isConstQualified();
  }
  if (auto *field = dyn_cast<FieldDecl>(declaration)) {
    summary::EntityId parent = of(field->getParent());
    entity().parent = parent;
  }
  if (auto *variable = dyn_cast<VarDecl>(declaration)) {
    entity().isConst |= variable->isConstexpr();
    entity().isStatic = variable->isStaticDataMember();
    entity().isThreadLocal = variable->getTLSKind() != VarDecl::TLS_None;
  }
}

summary::EntityId Entities::of(const NamedDecl *declaration) {
  if (!declaration)
    return None;
  const Decl *canonical = declaration->getCanonicalDecl();
  if (auto it = known.find(canonical); it != known.end())
    return it->second;
  if (auto *method = dyn_cast<CXXMethodDecl>(declaration); method && method->getParent()->isLambda())
    return ofClosure(method);
  llvm::SmallString<128> usr;
  if (index::generateUSRForDecl(declaration, usr))
    usr = qualifiedName(*declaration);
  // A build has as many main functions as programs.
  auto *function = dyn_cast<FunctionDecl>(declaration);
  bool isLocal = !declaration->hasExternalFormalLinkage() && !isa<FieldDecl>(declaration);
  if (isLocal || (function && function->isMain())) {
    usr += '@';
    usr += user.path(context.getSourceManager(), context.getSourceManager().getMainFileID());
  }
  summary::EntityId id = add(declaration, std::string(usr));
  known[canonical] = id;
  return id;
}

summary::EntityId Entities::ofClosure(const CXXMethodDecl *callOperator) {
  if (auto it = known.find(callOperator->getCanonicalDecl()); it != known.end())
    return it->second;
  summary::Span place = nameSpan(*callOperator);
  llvm::SmallString<128> usr;
  index::generateUSRForDecl(callOperator, usr);
  usr += "@";
  if (place.file != None)
    usr += unit.files[place.file].path;
  usr += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  summary::EntityId id = unit.entities.size();
  auto [it, inserted] = byUsr.try_emplace(usr, id);
  known[callOperator->getCanonicalDecl()] = it->second;
  if (!inserted)
    return it->second;
  summary::Entity entity;
  entity.kind = EntityKind::Function;
  entity.usr = std::string(usr);
  entity.name = "(lambda)";
  entity.span = place;
  entity.user = isUser(callOperator->getLocation());
  for (const ParmVarDecl *parameter : callOperator->parameters())
    entity.parameterTypes.push_back(plainTypeName(parameter->getType()));
  unit.entities.push_back(std::move(entity));
  return id;
}

} // namespace scalelint::extract
