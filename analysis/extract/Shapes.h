// The shapes of C++ that the walk asks about: AST matchers with names, and small questions to Clang.
#pragma once

#include "clang/AST/ExprCXX.h"

#include <cstdint>
#include <optional>
#include <string>

namespace clang {
class ASTContext;
}

namespace scalelint::extract {

// Nanoseconds of a std::chrono::duration whose count is a constant: `5s`, `std::chrono::seconds(5)`.
std::optional<int64_t> constantDuration(const clang::Expr *expression, clang::ASTContext &context);

// Does evaluating it call anything that a summary would show?
bool mayCall(const clang::Expr *expression);

// Overloaded `*x` or `x->`.
bool isDereference(const clang::CXXOperatorCallExpr *call);

// One step from an lvalue towards the variable whose object it is or belongs to: `a` of `a.b`, `*a`, `a[i]`, `&a`, and of a
// call that hands back by reference the object that it was given (`a << x`, `a.append(x)`). nullptr: there is none.
const clang::Expr *towardsObject(const clang::Expr *expression);

// A type that is walked with ++ (an iterator), so that `*x` is an element and not the pointee.
bool isIterator(clang::QualType type);

// A type whose objects have a fixed number of elements (T[N], std::array): that number.
std::optional<int64_t> fixedExtent(clang::QualType type, clang::ASTContext &context);

// The container of a call `c.begin()`, `std::begin(c)`, `c.end()`, …; nullptr otherwise.
const clang::Expr *containerOfRangeEnd(const clang::Expr *expression, llvm::StringRef which);

// Variables declared outside `part` that it may change: assigned, incremented, their address taken,
// bound to a non-const reference, or receiver of a non-const member call.
std::vector<const clang::ValueDecl *> changedIn(const clang::Stmt *part);

} // namespace scalelint::extract
