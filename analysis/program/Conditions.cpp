// Facts of conditions.
//
//   if (express) …       express ≠ 0
//   if (!express) …      express = 0: excludes the one above
//   if (kind == Card) …  kind = 2
//   if (kind == Bank) …  kind = 3: excludes the one above
//
// A subject is spelled by what reaches it: a local together with the value that was stored last, so that two reads
// with an assignment between them are two subjects.
#include "analysis/program/Conditions.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::Value;

// Deeper expressions are not compared.
static constexpr unsigned MaxDepth = 6;

namespace {
class FactReader {
public:
  FactReader(const Program &program, const Function &function) : program(program), function(function) {}

  void read(ValueId id, bool holds, unsigned depth, std::vector<Fact> &facts) const {
    const Value &value = function.values[id];
    if (!depth)
      return;
    if (value.kind == ValueKind::Binary) {
      if (value.symbol == "!" && value.operands.size() == 1)
        return negated(value.operands[0], holds, depth - 1, facts);
      if (value.operands.size() == 2 && value.symbol == (holds ? "&&" : "||")) {
        for (ValueId operand : value.operands)
          read(operand, holds, depth - 1, facts);
        return;
      }
      if (value.operands.size() == 2 && (value.symbol == "==" || value.symbol == "!="))
        comparison(value.operands[0], value.operands[1], holds == (value.symbol == "=="), facts);
      return;
    }
    if (value.kind == ValueKind::Result && isComparison(value.index, holds, facts))
      return;
    if (isTruth(value))
      add(id, "0", !holds, facts);
  }

private:
  // Under `!` anything is a truth value.
  void negated(ValueId id, bool holds, unsigned depth, std::vector<Fact> &facts) const {
    size_t before = facts.size();
    read(id, !holds, depth, facts);
    const Value &value = function.values[id];
    if (facts.size() == before && value.kind != ValueKind::Binary)
      add(id, "0", holds, facts);
  }

  // kind == "card" over a string class.
  bool isComparison(CallId id, bool holds, std::vector<Fact> &facts) const {
    const summary::Call &call = function.calls[id];
    llvm::StringRef name = call.callee == None ? "" : llvm::StringRef(program.entities[call.callee].name);
    bool equal = name.ends_with("operator==");
    if (call.form != summary::CallForm::Operator || !(equal || name.ends_with("operator!=")))
      return false;
    std::vector<ValueId> sides = call.arguments;
    if (call.receiver)
      sides.insert(sides.begin(), call.receiver);
    if (sides.size() == 2)
      comparison(sides[0], sides[1], holds == equal, facts);
    return true;
  }

  void comparison(ValueId left, ValueId right, bool equal, std::vector<Fact> &facts) const {
    if (constant(left).empty())
      std::swap(left, right);
    if (std::string known = constant(left); !known.empty())
      add(right, known, equal, facts);
  }

  void add(ValueId subject, std::string known, bool equal, std::vector<Fact> &facts) const {
    if (std::string name = spelled(subject, MaxDepth); !name.empty())
      facts.push_back({std::move(name), std::move(known), equal});
  }

  std::string constant(ValueId id) const {
    const Value &value = function.values[id];
    switch (value.kind) {
    case ValueKind::Integer:
    case ValueKind::Boolean:
      return std::to_string(value.integer);
    case ValueKind::Null:
      return "0";
    case ValueKind::Text:
      return "\"" + value.text;
    default:
      return {};
    }
  }

  // A switch has numbers, a condition truth values and pointers.
  bool isTruth(const Value &value) const {
    std::string type;
    switch (value.kind) {
    case ValueKind::Parameter:
      type = function.parameters[value.index].typeName;
      break;
    case ValueKind::Local:
      type = function.locals[value.index].typeName;
      break;
    case ValueKind::Field:
    case ValueKind::Global:
      type = program.entities[value.entity].typeName;
      break;
    case ValueKind::Result: {
      const Entity *callee = program.entity(function.calls[value.index].callee);
      if (callee && callee->definition)
        type = callee->definition->returnType;
      break;
    }
    default:
      break;
    }
    return type == "bool" || llvm::StringRef(type).ends_with("*");
  }

  // A spelling that only equal values share, or nothing.
  std::string spelled(ValueId id, unsigned depth) const {
    if (!id || !depth)
      return {};
    const Value &value = function.values[id];
    auto number = [](const char *kind, uint32_t index) { return kind + std::to_string(index); };
    switch (value.kind) {
    case ValueKind::Parameter:
      return number("p", value.index);
    case ValueKind::Captured:
      return number("c", value.index);
    case ValueKind::This:
      return "this";
    case ValueKind::Local:
      return value.operands.empty() || !value.operands[0] ? "" : reached(value.operands[0], depth);
    case ValueKind::Field: {
      if (value.operands.size() > 1 && value.operands[1])
        return reached(value.operands[1], depth);
      std::string base = value.operands.empty() ? "" : spelled(value.operands[0], depth - 1);
      return base.empty() ? "" : base + number(".", value.entity);
    }
    case ValueKind::Global:
      return program.entities[value.entity].isConst ? number("g", value.entity) : "";
    case ValueKind::Result:
      return result(value.index, depth);
    default:
      return {};
    }
  }

  // A read gives what was stored: two reads of one stored value are equal.
  std::string reached(ValueId stored, unsigned depth) const {
    std::string name = spelled(stored, depth - 1);
    return name.empty() ? "v" + std::to_string(stored) : name;
  }

  // A const member asked twice of the same object answers the same; any other call is asked once.
  std::string result(CallId id, unsigned depth) const {
    const summary::Call &call = function.calls[id];
    const Entity *callee = program.entity(call.callee);
    std::string object = call.receiver && callee && callee->isConst ? spelled(call.receiver, depth - 1) : "";
    if (object.empty())
      return "r" + std::to_string(id);
    std::string name = object + "." + std::to_string(call.callee) + "(";
    for (ValueId argument : call.arguments) {
      std::string given = constant(argument);
      if (given.empty())
        given = spelled(argument, depth - 1);
      if (given.empty())
        return "r" + std::to_string(id);
      name += given + ",";
    }
    return name;
  }

  const Program &program;
  const Function &function;
};
} // namespace

std::vector<Fact> factsOf(const Program &program, const Function &function, ValueId condition, bool holds) {
  std::vector<Fact> facts;
  FactReader(program, function).read(condition, holds, MaxDepth, facts);
  return facts;
}

bool contradicts(const Fact &one, const Fact &other) {
  if (one.subject != other.subject)
    return false;
  if (one.constant == other.constant)
    return one.equal != other.equal;
  return one.equal && other.equal;
}

} // namespace scalelint::program
