#include "analysis/sql/Holes.h"

#include "analysis/sql/Dialect.h"
#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;
using TokenList = std::vector<Token>;

enum class Clause : uint8_t {
  Start,
  Select,
  From,
  Condition,
  Order,
  Assign,
  Values,
  Into,
  Table,
  Limit,    // of a statement
  Subquery, // of a bracket around one
  Arguments,
  List,
  Names,
  Definitions,
  Window, // of a bracket without clauses
};

struct Frame {
  Clause clause = Clause::Start;
  bool outer = true;
};

bool endsClause(const TokenList &tokens, size_t i) {
  if (i >= tokens.size() || isSymbol(tokens, i, ")") || isSymbol(tokens, i, ";"))
    return true;
  for (StringRef word : {"GROUP", "ORDER", "LIMIT", "HAVING", "UNION", "OFFSET", "FOR", "RETURNING",
                         "FETCH", "WINDOW", "EXCEPT", "INTERSECT", "WHERE", "ON"})
    if (isWord(tokens, i, word))
      return true;
  return false;
}

bool isComparison(const TokenList &tokens, size_t i) {
  if (i >= tokens.size())
    return false;
  if (tokens[i].kind == Kind::Operator)
    return true;
  for (StringRef word :
       {"LIKE", "ILIKE", "IN", "BETWEEN", "IS", "NOT", "GLOB", "SIMILAR", "COLLATE"})
    if (isWord(tokens, i, word))
      return true;
  return false;
}

// Follows the clauses from token to token, a frame for every open bracket.
class Context {
public:
  explicit Context(const TokenList &tokens) : tokens(tokens) {}

  std::vector<HoleChoice> run() {
    for (size_t i = 0; i != tokens.size(); ++i) {
      if (tokens[i].kind == Kind::Hole)
        hole(i);
      else if (tokens[i].kind == Kind::Word)
        word(i);
      else if (isSymbol(tokens, i, "("))
        frames.push_back(bracket(i));
      else if (isSymbol(tokens, i, ")") && frames.size() > 1)
        frames.pop_back();
    }
    return std::move(choices);
  }

private:
  const TokenList &tokens;
  std::vector<Frame> frames{Frame{}};
  std::vector<HoleChoice> choices;

  Clause &clause() { return frames.back().clause; }
  bool is(size_t i, StringRef w) const { return isWord(tokens, i, w); }
  bool isAny(size_t i, std::initializer_list<StringRef> words) const {
    return llvm::any_of(words, [&](StringRef w) { return is(i, w); });
  }

  void word(size_t i) {
    // Functions with keywords inside, such as extract(… FROM …), keep their frame.
    bool inside = clause() == Clause::Arguments || clause() == Clause::Window;
    if (isSymbol(tokens, i - 1, "."))
      return;
    if (is(i, "SELECT"))
      clause() = Clause::Select;
    else if (is(i, "FROM") && !inside)
      clause() = Clause::From;
    else if (isAny(i, {"JOIN", "STRAIGHT_JOIN"}))
      clause() = Clause::From;
    else if (is(i, "USING") && !isSymbol(tokens, i + 1, "("))
      clause() = Clause::From;
    else if (is(i, "WHERE") || is(i, "HAVING") || (is(i, "ON") && clause() == Clause::From))
      clause() = Clause::Condition;
    else if (is(i, "BY") && !inside)
      clause() = Clause::Order;
    else if (is(i, "SET"))
      clause() = Clause::Assign;
    else if (is(i, "VALUES"))
      clause() = Clause::Values;
    else if (is(i, "INTO"))
      clause() = Clause::Into;
    else if (isAny(i, {"LIMIT", "OFFSET", "FETCH"}))
      clause() = Clause::Limit;
    else if (is(i, "RETURNING"))
      clause() = Clause::Select;
    else if (isAny(i, {"UNION", "EXCEPT", "INTERSECT"}))
      clause() = Clause::Start;
    else if (clause() == Clause::Start &&
             isAny(i, {"UPDATE", "TABLE", "INDEX", "VIEW", "TRUNCATE"}))
      clause() = Clause::Table;
  }

  Frame bracket(size_t i) {
    Frame frame = frames.back();
    Clause around = frame.clause;
    bool name = i > 0 && (tokens[i - 1].kind == Kind::Word || tokens[i - 1].kind == Kind::Quoted ||
                          tokens[i - 1].kind == Kind::Hole);
    bool plain = name && endsOperand(tokens[i - 1]);
    bool compared = i > 0 && tokens[i - 1].kind == Kind::Operator;
    if (compared || isAny(i - 1, {"IN", "ANY", "ALL", "SOME", "LIKE", "BETWEEN", "THEN", "ELSE"}))
      frame.clause = Clause::List;
    else if (is(i - 1, "EXISTS") || is(i - 1, "AS"))
      frame.clause = Clause::Subquery;
    else if (is(i - 1, "OVER"))
      frame.clause = Clause::Window;
    else if (isAny(i - 1, {"CONFLICT", "KEY", "USING", "UNIQUE"}))
      frame.clause = Clause::Names;
    else if (around == Clause::From && !plain)
      frame.clause = Clause::Subquery;
    else if (around == Clause::Into && name)
      frame.clause = Clause::Names;
    else if (around == Clause::Table && name)
      frame.clause = Clause::Definitions;
    else if (around == Clause::Values || plain)
      frame.clause = Clause::Arguments;
    if (frame.clause == Clause::Subquery || is(i + 1, "SELECT") || is(i + 1, "WITH"))
      frame.outer = false;
    return frame;
  }

  // Whether a value or name stands right before the hole, which then cannot be another one.
  bool afterOperand(size_t i) const {
    if (i == 0)
      return false;
    const Token &before = tokens[i - 1];
    if (before.kind == Kind::Hole)
      return choices.empty() || choices.back().roles.front() != Role::Nothing;
    if (before.text == "*" && before.kind == Kind::Operator)
      return i < 2 || isSymbol(tokens, i - 2, ".") || isSymbol(tokens, i - 2, "(") ||
             isAny(i - 2, {"SELECT", "DISTINCT", "RETURNING"}) || isSymbol(tokens, i - 2, ",");
    return endsOperand(before);
  }

  void hole(size_t i) {
    HoleChoice choice;
    choice.token = i;
    choice.outer = frames.back().outer;
    choice.last = i + 1 >= tokens.size();
    choice.roles = afterOperand(i) && !isNamed(i) ? following(i) : leading(i);
    choice.selectList = listsColumns(i, choice.roles.front());
    choice.clauses = mayHoldClauses(i, choice.roles.front());
    // Whatever the context says, these are worth a try.
    for (Role more :
         {Role::Value, Role::Name, Role::Nothing, Role::Row, Role::Condition, Role::Subquery})
      if (!llvm::is_contained(choice.roles, more))
        choice.roles.push_back(more);
    choices.push_back(std::move(choice));
  }

  // A member of the select list, or what stands before SELECT's list; no part of an expression in
  // it.
  bool listsColumns(size_t i, Role role) const {
    Clause here = frames.back().clause;
    if (here == Clause::Start)
      return is(i + 1, "FROM");
    bool begins =
        isAny(i - 1, {"SELECT", "DISTINCT", "ALL", "RETURNING"}) || isSymbol(tokens, i - 1, ",");
    bool part = !begins && role != Role::Nothing;
    bool qualifies =
        isSymbol(tokens, i + 1, ".") || (isSymbol(tokens, i + 1, "(") && role == Role::Name);
    bool writes = is(0, "INSERT") || is(0, "UPDATE") || is(0, "DELETE");
    return here == Clause::Select && !part && !qualifies && !writes;
  }

  // After a word that a name follows, though the word could be a name itself.
  bool isNamed(size_t i) const {
    return isAny(i - 1, {"AS", "COLLATE", "SAVEPOINT", "CALL", "EXECUTE", "DECLARE", "DATABASE",
                         "SCHEMA", "COLUMN"});
  }

  // A hole after a value or a name: an operator, or a clause that may be empty.
  std::vector<Role> following(size_t i) {
    if (isSymbol(tokens, i - 1, ".") || isSymbol(tokens, i + 1, "."))
      return {Role::Name};
    bool operand =
        i + 1 < tokens.size() && (beginsOperand(tokens[i + 1]) || isSymbol(tokens, i + 1, "("));
    if (clause() == Clause::Into)
      return {i + 1 >= tokens.size() || endsClause(tokens, i + 1) ? Role::Rows : Role::Nothing,
              Role::Rows, Role::Nothing};
    if (operand && clause() == Clause::Assign)
      return {Role::Comma, Role::Operator, Role::Nothing};
    if (operand && (clause() == Clause::Condition || clause() == Clause::List))
      return {Role::Operator, Role::And, Role::Comma, Role::Nothing};
    if (clause() == Clause::From)
      return {Role::Nothing, Role::Join, Role::Comma, Role::Name};
    if (clause() == Clause::Table && !operand)
      return {Role::Nothing, Role::Definition};
    return {Role::Nothing, Role::Comma, Role::Operator, Role::And};
  }

  // A hole where a value, a name or a list is due.
  std::vector<Role> leading(size_t i) {
    bool operand = i + 1 < tokens.size() && beginsOperand(tokens[i + 1]);
    if (isSymbol(tokens, i - 1, ".") || isSymbol(tokens, i + 1, "."))
      return {Role::Name};
    if (endsBetween(i))
      return {Role::Value};
    if (is(i - 1, "IN"))
      return {Role::Row};
    if (isAny(i - 1, {"ANY", "ALL", "SOME"}))
      return {Role::Row, Role::Nothing};
    if (i > 0 && tokens[i - 1].text == "::")
      return {Role::Name};
    if (isSymbol(tokens, i + 1, "(") && !tokens[i + 1].spaced && clause() != Clause::Values)
      return {Role::Name, Role::Nothing};
    if (isNamed(i))
      return {Role::Name, Role::Subquery};
    bool expression =
        i > 0 && (tokens[i - 1].kind == Kind::Operator ||
                  isAny(i - 1, {"LIKE", "ILIKE", "BETWEEN", "THEN", "ELSE", "IS", "ESCAPE"}));
    if (expression)
      return {Role::Value};
    return byClause(i, operand);
  }

  // After the AND of BETWEEN … AND.
  bool endsBetween(size_t i) const {
    if (!is(i - 1, "AND"))
      return false;
    for (size_t n = i - 1; n-- > 0;) {
      if (is(n, "BETWEEN"))
        return true;
      if (isAny(n, {"AND", "OR", "WHERE", "ON", "HAVING", "WHEN"}))
        return false;
    }
    return false;
  }

  std::vector<Role> byClause(size_t i, bool operand) {
    switch (clause()) {
    case Clause::Start:
      return {Role::Nothing, Role::Name};
    case Clause::Select:
      if (operand)
        return {Role::Nothing, Role::Name};
      return {is(i + 1, "FROM") || isSymbol(tokens, i + 1, ",") || isSymbol(tokens, i - 1, ",")
                  ? Role::Name
                  : Role::Value};
    case Clause::From:
    case Clause::Into:
    case Clause::Table:
      return {Role::Name, Role::Nothing};
    case Clause::Condition:
      return condition(i, operand);
    case Clause::Order:
      return {Role::Name};
    case Clause::Assign:
      return {isComparison(tokens, i + 1) ? Role::Name : Role::Assignment, Role::Assignment,
              Role::Value};
    case Clause::Values:
      return {Role::Row, Role::Nothing};
    case Clause::Names:
      return {Role::Name};
    case Clause::Definitions:
      return {operand ? Role::Name : Role::Definition, Role::Name};
    case Clause::Subquery:
      return {operand ? Role::Name : Role::Subquery, Role::Name};
    case Clause::Window:
      return {Role::Nothing, Role::Name};
    case Clause::Limit:
    case Clause::Arguments:
    case Clause::List:
      break;
    }
    return {Role::Value};
  }

  std::vector<Role> condition(size_t i, bool operand) {
    if (operand)
      return {Role::Nothing, Role::Name};
    if (!isComparison(tokens, i + 1))
      return {Role::Condition, Role::Nothing};
    // {} = id compares a value with a column.
    bool column = i + 2 < tokens.size() && tokens[i + 2].kind == Kind::Word &&
                  beginsOperand(tokens[i + 2]) && !isSymbol(tokens, i + 3, "(");
    return {column ? Role::Value : Role::Name, Role::Name, Role::Condition};
  }

  bool mayHoldClauses(size_t i, Role role) const {
    Clause here = frames.back().clause;
    bool last = i + 1 >= tokens.size();
    if (here >= Clause::Arguments)
      return false;
    if (role == Role::Nothing)
      return here != Clause::Select || last;
    if (role == Role::Condition)
      return here == Clause::Condition;
    if (role == Role::Comma)
      return here == Clause::Assign;
    if (role == Role::Value && last)
      return here == Clause::Select || tokens[i].holes.size() > 1;
    return here == Clause::Order && last;
  }
};

} // namespace

std::vector<HoleChoice> chooseRoles(const TokenList &tokens) { return Context(tokens).run(); }

} // namespace scalelint::sql
