// Statements of a function body become nodes.
#include "analysis/extract/FunctionWalk.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace scalelint::extract {

using summary::NodeKind;
using summary::None;
using summary::ValueKind;

FunctionWalk::FunctionWalk(UnitWalk &unit, summary::Function &function, summary::FunctionId id)
    : context(unit.context), unit(unit), entities(unit.entities), id(id), f(function) {
  if (f.values.empty())
    f.values.emplace_back(); // value 0: Unknown
  if (f.nodes.empty())
    f.nodes.emplace_back(); // node 0: the body
}

void FunctionWalk::walkFunction(const FunctionDecl *declaration, const LambdaExpr *lambda) {
  f.entity = entities.of(declaration);
  f.span = entities.span(declaration->getSourceRange());
  f.name = lambda ? entities.span(lambda->getIntroducerRange()) : entities.nameSpan(*declaration);
  f.isTemplatePattern = declaration->isDependentContext();
  f.returnsReference = declaration->getReturnType()->isReferenceType() ||
                       declaration->getReturnType()->isPointerType();
  f.returnType = plainTypeName(declaration->getReturnType());
  for (const ParmVarDecl *parameter : declaration->parameters()) {
    summary::Parameter described;
    described.name = parameter->getNameAsString();
    described.type = entities.ofClassOf(parameter->getType());
    described.typeName = plainTypeName(parameter->getType());
    QualType type = parameter->getType();
    described.isMutable = (type->isReferenceType() || type->isPointerType()) &&
                          !type->getPointeeType().isConstQualified();
    summary::Value self;
    self.kind = ValueKind::Parameter;
    self.index = f.parameters.size();
    self.type = described.type;
    self.span = entities.nameSpan(*parameter);
    uint32_t slot = slotOf(parameter);
    env[slot] = add(self);
    f.parameters.push_back(std::move(described));
  }
  if (lambda) {
    uint32_t index = 0;
    for (const LambdaCapture &capture : lambda->captures()) {
      summary::Value captured;
      captured.kind = ValueKind::Captured;
      captured.index = index++;
      if (capture.capturesThis()) {
        f.captures.push_back("this");
        thisValue = add(captured);
        continue;
      }
      if (!capture.capturesVariable()) {
        f.captures.emplace_back();
        continue;
      }
      const ValueDecl *variable = capture.getCapturedVar();
      captured.type = entities.ofClassOf(variable->getType());
      f.captures.push_back(variable->getNameAsString());
      aliases[variable] = add(captured);
    }
  }
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(declaration))
    constructorInitializers(constructor);
  const Stmt *body = declaration->getBody();
  if (auto *coroutine = dyn_cast_or_null<CoroutineBodyStmt>(body)) {
    f.isCoroutine = true;
    body = coroutine->getBody();
  }
  if (auto *guarded = dyn_cast_or_null<CXXTryStmt>(body))
    statement(guarded);
  else
    block(body, 0);
}

void FunctionWalk::walkGlobal(const VarDecl *variable) {
  ValueId initial = value(variable->getInit());
  summary::Value place;
  place.kind = ValueKind::Global;
  place.entity = entities.of(variable);
  addNode(NodeKind::Assign, None, initial, add(place), variable->getSourceRange());
}

void FunctionWalk::constructorInitializers(const CXXConstructorDecl *constructor) {
  for (const CXXCtorInitializer *initializer : constructor->inits()) {
    const Expr *init = initializer->getInit();
    if (!init)
      continue;
    if (const FieldDecl *field = initializer->getAnyMember()) {
      ValueId given = value(init);
      summary::Value place;
      place.kind = ValueKind::Field;
      place.entity = entities.of(field);
      place.type = entities.ofClassOf(field->getType());
      place.operands = {make(ValueKind::This, {})};
      addNode(NodeKind::Assign, None, given, add(place), initializer->getSourceRange());
      continue;
    }
    if (auto *inherited = dyn_cast<CXXInheritedCtorInitExpr>(init->IgnoreImplicit())) {
      inheritedConstructor(inherited, constructor);
      continue;
    }
    // A base or delegated constructor makes no new object: it works on this one.
    size_t before = f.calls.size();
    value(init);
    if (auto *construct = dyn_cast<CXXConstructExpr>(init->IgnoreImplicit()))
      for (size_t i = f.calls.size(); i-- > before;)
        if (f.calls[i].form == summary::CallForm::Construct &&
            f.calls[i].callee == entities.of(construct->getConstructor())) {
          f.calls[i].receiver = make(ValueKind::This, {});
          break;
        }
  }
}

summary::NodeId FunctionWalk::addNode(NodeKind kind, uint32_t index, ValueId value, ValueId place,
                             SourceRange range) {
  NodeId id = f.nodes.size();
  summary::Node node;
  node.kind = kind;
  node.index = index;
  node.value = value;
  node.place = place;
  node.span = entities.span(range);
  f.nodes.push_back(std::move(node));
  f.nodes[current].children.push_back(id);
  return id;
}

// A Block that is not yet anybody's child.
summary::NodeId FunctionWalk::openBlock() {
  f.nodes.emplace_back();
  return f.nodes.size() - 1;
}

void FunctionWalk::block(const Stmt *body, NodeId into) {
  NodeId outer = std::exchange(current, into);
  summary::LocalId firstLocal = f.locals.size();
  if (auto *compound = dyn_cast_or_null<CompoundStmt>(body)) {
    for (const Stmt *child : compound->body())
      statement(child);
  } else if (body) {
    statement(body);
  }
  destroyLocals(firstLocal);
  current = outer;
}

// The destructors that user code wrote for an object of this class, its own first, then its parts'.
static void userDestructors(const CXXRecordDecl *record, Entities &entities,
                            llvm::SmallVectorImpl<const CXXDestructorDecl *> &found, unsigned depth = 0) {
  if (!record || !record->hasDefinition() || depth > 8)
    return;
  record = record->getDefinition();
  const CXXDestructorDecl *own = record->getDestructor();
  if (own && own->isUserProvided() && entities.isUser(own->getLocation()) && !llvm::is_contained(found, own))
    found.push_back(own);
  if (record->hasTrivialDestructor() || record->isDependentContext())
    return;
  for (const FieldDecl *field : record->fields())
    userDestructors(field->getType()->getAsCXXRecordDecl(), entities, found, depth + 1);
  for (const CXXBaseSpecifier &base : record->bases())
    userDestructors(base.getType()->getAsCXXRecordDecl(), entities, found, depth + 1);
}

// Objects of the current Block die at its end, the last one first; before what leaves the Block, if it ends so.
void FunctionWalk::destroyLocals(summary::LocalId first) {
  auto &children = f.nodes[current].children;
  std::vector<NodeId> leaving;
  if (!children.empty())
    switch (f.nodes[children.back()].kind) {
    case NodeKind::Return:
    case NodeKind::Break:
    case NodeKind::Continue:
    case NodeKind::Throw:
      leaving.push_back(children.back());
      children.pop_back();
      break;
    default:
      break;
    }
  for (size_t slot = slotLocal.size(); slot-- > 0;) {
    summary::LocalId local = slotLocal[slot];
    if (local == None || local < first || !destroyed.count(local) || f.locals[local].isStatic ||
        destroyed.lookup(local).block != current)
      continue;
    for (const CXXDestructorDecl *destructor : destroyed.lookup(local).destructors) {
      summary::Call call;
      call.form = summary::CallForm::Destroy;
      call.callee = entities.of(destructor);
      call.receiverClass = entities.of(destructor->getParent());
      summary::Value object;
      object.kind = ValueKind::Local;
      object.index = local;
      object.type = f.locals[local].type;
      object.operands = {env[slot]};
      object.span = f.locals[local].span;
      call.receiver = add(std::move(object));
      call.span = call.name = f.locals[local].span;
      call.loop = loop;
      f.calls.push_back(std::move(call));
      addNode(NodeKind::Call, f.calls.size() - 1, 0, 0, {});
    }
  }
  for (NodeId node : leaving)
    f.nodes[current].children.push_back(node);
}

uint32_t FunctionWalk::slotOf(const ValueDecl *declaration) {
  auto [it, inserted] = slots.try_emplace(declaration, env.size());
  if (inserted) {
    env.push_back(0);
    slotLocal.push_back(None);
  }
  return it->second;
}

void FunctionWalk::declare(const VarDecl *variable, ValueId given) {
  if (variable->hasGlobalStorage() && !variable->isStaticLocal())
    return; // extern declaration in a function
  summary::LocalId index = f.locals.size();
  summary::Local local;
  local.name = variable->getNameAsString();
  local.type = entities.ofClassOf(variable->getType());
  local.typeName = plainTypeName(variable->getType());
  local.span = entities.nameSpan(*variable);
  local.declaration = entities.span(variable->getSourceRange());
  local.isStatic = variable->isStaticLocal();
  local.isThreadLocal = variable->getTLSKind() != VarDecl::TLS_None;
  local.isReference = variable->getType()->isReferenceType() || variable->getType()->isPointerType();
  f.locals.push_back(std::move(local));
  uint32_t slot = slotOf(variable);
  slotLocal[slot] = index;
  size_t before = f.calls.size();
  if (!given && variable->hasInit() && !isa<CXXForRangeStmt>(variable->getInit()))
    given = value(variable->getInit());
  if (f.calls.size() > before && f.values[given].kind == ValueKind::Result)
    f.calls[f.values[given].index].into = index;
  env[slot] = given;
  addNode(NodeKind::Declare, index, given, 0, variable->getSourceRange());
  if (!variable->getType()->isDependentType()) {
    Dying dying{current, {}};
    userDestructors(variable->getType()->getAsCXXRecordDecl(), entities, dying.destructors);
    if (!dying.destructors.empty())
      destroyed[index] = std::move(dying);
  }
  if (auto *parts = dyn_cast<DecompositionDecl>(variable))
    decompose(parts, given);
}

void FunctionWalk::decompose(const DecompositionDecl *declaration, ValueId whole) {
  int64_t position = 0;
  for (const BindingDecl *binding : declaration->bindings()) {
    summary::Value part;
    const Expr *what = binding->getBinding();
    auto *field = what ? dyn_cast<MemberExpr>(what->IgnoreParenImpCasts()) : nullptr;
    if (field && isa<FieldDecl>(field->getMemberDecl())) {
      part.kind = ValueKind::Field;
      part.entity = entities.of(field->getMemberDecl());
      part.operands = {whole};
    } else {
      part.kind = ValueKind::Element;
      part.operands = {whole, constant(nullptr, position)};
    }
    part.type = entities.ofClassOf(binding->getType());
    aliases[binding] = add(part);
    ++position;
  }
}

void FunctionWalk::leave(NodeKind kind, const Stmt *statement, ValueId value) {
  addNode(kind, None, value, 0, statement->getSourceRange());
  reachable = false;
}

// Walks each arm from the same environment in a Block of its own, then meets what they leave.
void FunctionWalk::choice(ValueId condition, SourceRange range,
                          llvm::ArrayRef<llvm::function_ref<void()>> arms) {
  NodeId node = addNode(NodeKind::Choice, None, condition, 0, range);
  Environment before = env;
  bool wasReachable = reachable;
  std::vector<std::pair<Environment, bool>> ends;
  for (auto &arm : arms) {
    env = before;
    env.resize(slotLocal.size());
    reachable = wasReachable;
    NodeId body = openBlock();
    NodeId outer = std::exchange(current, body);
    arm();
    current = outer;
    f.nodes[node].children.push_back(body);
    ends.emplace_back(std::move(env), reachable);
  }
  env = meet(ends);
  reachable = llvm::any_of(ends, [](auto &end) { return end.second; });
}

FunctionWalk::Environment FunctionWalk::meet(const std::vector<std::pair<Environment, bool>> &arms) {
  bool any = llvm::any_of(arms, [](auto &arm) { return arm.second; });
  Environment result(slotLocal.size(), 0);
  for (size_t slot = 0; slot < result.size(); ++slot) {
    std::vector<ValueId> seen;
    for (auto &[end, live] : arms) {
      if (any && !live)
        continue;
      ValueId value = slot < end.size() ? end[slot] : 0;
      if (!llvm::is_contained(seen, value))
        seen.push_back(value);
    }
    if (seen.size() > 1)
      std::erase(seen, 0u); // declared in one arm only
    result[slot] = seen.empty() ? 0 : seen.size() == 1 ? seen[0] : make(ValueKind::OneOf, seen);
  }
  return result;
}

void FunctionWalk::ifStatement(const IfStmt *statement) {
  NodeId outer = std::exchange(current, addNode(NodeKind::Block, None, 0, 0, statement->getSourceRange()));
  if (statement->getInit())
    this->statement(statement->getInit());
  if (statement->getConditionVariable())
    declare(statement->getConditionVariable());
  if (statement->isConstexpr() && !statement->getCond()->isValueDependent()) {
    if (auto taken = statement->getNondiscardedCase(context); taken && *taken)
      block(*taken, addNode(NodeKind::Block, None, 0, 0, (*taken)->getSourceRange()));
    current = outer;
    return;
  }
  ValueId condition = value(statement->getCond());
  SourceRange range = statement->getSourceRange();
  choice(condition, range,
         {[&] { block(statement->getThen(), current); }, [&] { block(statement->getElse(), current); }});
  current = outer;
}

// Does control run from the end of these statements into what is written after them? As far as their form tells.
static bool fallsThrough(llvm::ArrayRef<const Stmt *> statements) {
  if (statements.empty())
    return true;
  const Stmt *last = statements.back();
  if (auto *compound = dyn_cast<CompoundStmt>(last)) {
    std::vector<const Stmt *> inner(compound->body_begin(), compound->body_end());
    return fallsThrough(inner);
  }
  if (auto *both = dyn_cast<IfStmt>(last))
    return !both->getElse() || fallsThrough(both->getThen()) || fallsThrough(both->getElse());
  if (auto *full = dyn_cast<FullExpr>(last))
    last = full->getSubExpr();
  if (auto *called = dyn_cast<CallExpr>(last))
    return !called->getDirectCallee() || !called->getDirectCallee()->isNoReturn();
  return !isa<BreakStmt, ContinueStmt, ReturnStmt, CoreturnStmt, GotoStmt, CXXThrowExpr>(last);
}

void FunctionWalk::switchStatement(const SwitchStmt *statement) {
  NodeId outer = std::exchange(current, addNode(NodeKind::Block, None, 0, 0, statement->getSourceRange()));
  if (statement->getInit())
    this->statement(statement->getInit());
  if (statement->getConditionVariable())
    declare(statement->getConditionVariable());
  ValueId condition = value(statement->getCond());

  // Each label opens an arm.
  std::vector<std::vector<const Stmt *>> arms;
  bool hasDefault = false;
  if (auto *body = dyn_cast<CompoundStmt>(statement->getBody()))
    for (const Stmt *child : body->body()) {
      const Stmt *inner = child;
      bool labelled = false;
      while (auto *label = dyn_cast<SwitchCase>(inner)) {
        hasDefault |= isa<DefaultStmt>(label);
        inner = label->getSubStmt();
        labelled = true;
      }
      if (labelled)
        arms.emplace_back();
      if (arms.empty())
        continue;
      arms.back().push_back(inner);
    }
  exits.emplace_back();
  exits.back().isSwitch = true;
  // Arms that fall through into the next are one arm with several doors: the statements before a door may be left out.
  std::function<void(size_t, size_t)> walkArms = [&](size_t first, size_t last) {
    if (first < last)
      choice(condition, arms[first].front()->getSourceRange(), {[&] { walkArms(first, last - 1); }, [] {}});
    for (const Stmt *child : arms[last])
      this->statement(child);
  };
  std::vector<std::function<void()>> walks;
  for (size_t first = 0, last = 0; first < arms.size(); first = ++last) {
    while (last + 1 < arms.size() && fallsThrough(arms[last]))
      ++last;
    walks.emplace_back([&walkArms, first, last] { walkArms(first, last); });
  }
  if (!hasDefault)
    walks.emplace_back([] {});
  std::vector<llvm::function_ref<void()>> references(walks.begin(), walks.end());
  choice(condition, statement->getSourceRange(), references);
  Exits mine = std::move(exits.back());
  exits.pop_back();
  if (!exits.empty())
    exits.back().continued |= mine.continued;
  if (!mine.atBreak.empty()) {
    std::vector<std::pair<Environment, bool>> ends;
    if (reachable)
      ends.emplace_back(env, true);
    for (Environment &end : mine.atBreak)
      ends.emplace_back(std::move(end), true);
    env = meet(ends);
    reachable = true;
  }
  current = outer;
}

void FunctionWalk::tryStatement(const CXXTryStmt *statement) {
  NodeId node = addNode(NodeKind::Try, None, 0, 0, statement->getSourceRange());
  Environment before = env;
  std::vector<std::pair<Environment, bool>> ends;
  NodeId body = openBlock();
  block(statement->getTryBlock(), body);
  f.nodes[node].children.push_back(body);
  ends.emplace_back(env, reachable);
  Environment inside = env;
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i) {
    // A handler may start anywhere in the body: what the body changed is one of both.
    before.resize(slotLocal.size());
    inside.resize(slotLocal.size());
    env = meet({{before, true}, {inside, true}});
    reachable = true;
    NodeId handler = openBlock();
    NodeId outer = std::exchange(current, handler);
    if (const VarDecl *caught = statement->getHandler(i)->getExceptionDecl())
      declare(caught);
    current = outer;
    block(statement->getHandler(i)->getHandlerBlock(), handler);
    f.nodes[handler].span = entities.span(statement->getHandler(i)->getSourceRange());
    f.nodes[node].children.push_back(handler);
    ends.emplace_back(env, reachable);
  }
  reachable = llvm::any_of(ends, [](auto &end) { return end.second; });
  env = meet(ends);
}

void FunctionWalk::statement(const Stmt *statement) {
  if (!statement)
    return;
  switch (statement->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    block(statement, addNode(NodeKind::Block, None, 0, 0, statement->getSourceRange()));
    return;
  case Stmt::DeclStmtClass:
    for (const Decl *declaration : cast<DeclStmt>(statement)->decls()) {
      if (auto *variable = dyn_cast<VarDecl>(declaration))
        declare(variable);
      else if (auto *record = dyn_cast<CXXRecordDecl>(declaration))
        unit.walkDeclaration(record);
    }
    return;
  case Stmt::IfStmtClass:
    ifStatement(cast<IfStmt>(statement));
    return;
  case Stmt::SwitchStmtClass:
    switchStatement(cast<SwitchStmt>(statement));
    return;
  case Stmt::CXXForRangeStmtClass:
    rangeLoop(cast<CXXForRangeStmt>(statement));
    return;
  case Stmt::ForStmtClass:
    forLoop(cast<ForStmt>(statement));
    return;
  case Stmt::WhileStmtClass:
    whileLoop(cast<WhileStmt>(statement));
    return;
  case Stmt::DoStmtClass:
    doLoop(cast<DoStmt>(statement));
    return;
  case Stmt::CXXTryStmtClass:
    tryStatement(cast<CXXTryStmt>(statement));
    return;
  case Stmt::ReturnStmtClass: {
    const Expr *result = cast<ReturnStmt>(statement)->getRetValue();
    leave(NodeKind::Return, statement, result ? value(result) : 0);
    return;
  }
  case Stmt::CoreturnStmtClass: {
    const Expr *result = cast<CoreturnStmt>(statement)->getOperand();
    leave(NodeKind::Return, statement, result ? value(result) : 0);
    return;
  }
  case Stmt::BreakStmtClass:
    if (!exits.empty() && reachable)
      exits.back().atBreak.push_back(env);
    if (!exits.empty() && exits.back().isSwitch)
      reachable = false; // ends the arm, leaves no loop
    else
      leave(NodeKind::Break, statement);
    return;
  case Stmt::ContinueStmtClass:
    if (!exits.empty() && reachable)
      exits.back().continued = true;
    leave(NodeKind::Continue, statement);
    return;
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
    leave(NodeKind::Goto, statement);
    return;
  case Stmt::LabelStmtClass:
    reachable = true; // some goto may lead here
    this->statement(cast<LabelStmt>(statement)->getSubStmt());
    return;
  case Stmt::AttributedStmtClass:
    this->statement(cast<AttributedStmt>(statement)->getSubStmt());
    return;
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    this->statement(cast<SwitchCase>(statement)->getSubStmt());
    return;
  default:
    break;
  }
  if (auto *expression = dyn_cast<Expr>(statement)) {
    effects(expression);
    return;
  }
  for (const Stmt *child : statement->children())
    this->statement(child);
}

} // namespace scalelint::extract
