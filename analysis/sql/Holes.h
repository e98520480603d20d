// What a hole may stand for, by the tokens around it: a value, a name, a list, a clause.
#pragma once

#include "analysis/sql/Lexer.h"

namespace scalelint::sql {

enum class Role : uint8_t {
  Value,      // $n
  Condition,  // $n where a condition stands
  Name,       // hole$n
  Nothing,    // a clause, a direction, an alias: may be empty
  Row,        // ($n)
  Rows,       // VALUES ($n)
  Operator,   // =
  And,        // AND
  Comma,      // ,
  Assignment, // hole$n = $n
  Subquery,   // SELECT $n
  Definition, // hole$n text
  Join,       // JOIN hole$n
};

// A hole that is a token of its own, and the roles to try, the likeliest first.
struct HoleChoice {
  size_t token = 0;
  std::vector<Role> roles;
  size_t chosen = 0;
  bool outer = true;       // outside of subqueries
  bool selectList = false; // a member of the list between SELECT and FROM
  bool last = false;       // nothing follows in the statement
  bool clauses = false;    // stands where a clause or condition may begin
};
std::vector<HoleChoice> chooseRoles(const std::vector<Token> &tokens);

// What stands in the rendered text for a token.
std::string written(const Token &token, const HoleChoice *choice);

} // namespace scalelint::sql
