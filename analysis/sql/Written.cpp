// Tokens as text that PostgreSQL's grammar takes.
#include "analysis/sql/Holes.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;

std::string quote(StringRef text, char with) {
  std::string out(1, with);
  for (char c : text) {
    out += c;
    if (c == with)
      out += c;
  }
  out += with;
  return out;
}

// The text with its holes as $n.
std::string fill(const Token &token) {
  std::string out;
  size_t next = 0;
  for (char c : token.text) {
    if (c != HoleByte)
      out += c;
    else if (next < token.holes.size())
      out += "$" + std::to_string(token.holes[next++]);
  }
  return out;
}

} // namespace

std::string written(const Token &token, const HoleChoice *choice) {
  switch (token.kind) {
  case Kind::Parameter:
    return "$" + std::to_string(token.number);
  case Kind::Quoted:
    return quote(fill(token), '"');
  case Kind::String:
    return token.prefix.empty() ? quote(fill(token), '\'') : token.prefix + "'" + fill(token) + "'";
  case Kind::Word: {
    std::string name = fill(token);
    return name.starts_with("$") ? "hole" + name : name;
  }
  case Kind::Number:
    return StringRef(token.text).starts_with_insensitive("0x") ? "0" : token.text;
  case Kind::Hole:
    break;
  default:
    return token.text;
  }
  std::string n = "$" + std::to_string(token.holes.front());
  switch (choice ? choice->roles[choice->chosen] : Role::Value) {
  case Role::Value:
  case Role::Condition:
    return n;
  case Role::Name:
    return "hole" + n;
  case Role::Nothing:
    return "";
  case Role::Row:
    return "(" + n + ")";
  case Role::Rows:
    return "VALUES (" + n + ")";
  case Role::Operator:
    return "=";
  case Role::And:
    return "AND";
  case Role::Comma:
    return ",";
  case Role::Assignment:
    return "hole" + n + " = " + n;
  case Role::Subquery:
    return "SELECT " + n;
  case Role::Definition:
    return "hole" + n + " text";
  case Role::Join:
    return "JOIN hole" + n;
  }
  return n;
}

} // namespace scalelint::sql
