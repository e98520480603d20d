// Gives every declaration its entity: one identity across units, a qualified name, a place.
#pragma once

#include "analysis/extract/Frontend.h"
#include "analysis/summary/Summary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace scalelint::extract {

// "pqxx::transaction_base::exec": no template arguments, no inline or anonymous namespaces.
std::string qualifiedName(const clang::NamedDecl &declaration);

// The type's spelling that rule packs compare: canonical, without template arguments, const and &.
std::string plainTypeName(clang::QualType type);

// The class behind pointers, references and arrays, nullptr where there is none.
const clang::CXXRecordDecl *classOf(clang::QualType type);

class Entities {
public:
  Entities(clang::ASTContext &context, const UserCode &user, summary::TUSummary &unit);

  summary::EntityId of(const clang::NamedDecl *declaration);
  summary::EntityId ofClassOf(clang::QualType type);
  // A closure's call operator: written in one place, so the place is its identity.
  summary::EntityId ofClosure(const clang::CXXMethodDecl *callOperator);

  summary::Span span(clang::SourceRange range);
  summary::Span span(clang::SourceLocation begin, clang::SourceLocation end) {
    return span(clang::SourceRange(begin, end));
  }
  summary::Span nameSpan(const clang::NamedDecl &declaration);

  bool isUser(clang::SourceLocation location);

private:
  summary::EntityId add(const clang::NamedDecl *declaration, std::string usr);
  void describe(summary::EntityId id, const clang::NamedDecl *declaration);
  summary::FileId file(clang::FileID id);

  clang::ASTContext &context;
  const UserCode &user;
  summary::TUSummary &unit;
  llvm::DenseMap<const clang::Decl *, summary::EntityId> known;
  llvm::StringMap<summary::EntityId> byUsr;
  llvm::DenseMap<clang::FileID, summary::FileId> files;
  llvm::DenseMap<clang::FileID, bool> userFiles;
};

} // namespace scalelint::extract
