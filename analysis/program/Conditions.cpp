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

#include "analysis/program/Loops.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::NodeKind;
using summary::Value;

// Deeper expressions are not compared.
static constexpr unsigned MaxDepth = 6;

// A choice is decided for an arm that leaves. An `if` stands in a Block of its own.
static bool leavesDecided(const Function &f, NodeId id, llvm::function_ref<std::optional<bool>(NodeId)> decided) {
  const summary::Node &node = f.nodes[id];
  if (node.kind == NodeKind::Block)
    return llvm::any_of(node.children, [&](NodeId child) { return leavesDecided(f, child, decided); });
  auto holds = decided(id);
  return holds && leaves(f, node.children[*holds ? 0 : 1]);
}

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

// What a condition comes to where constants that callers pass decide it.
class Decision {
public:
  explicit Decision(const Program &program) : program(program) {}

  std::optional<bool> of(Bound condition, unsigned depth = MaxDepth) const {
    const Value &value = condition.get();
    if (!depth)
      return std::nullopt;
    auto operand = [&](size_t i) { return Bound{condition.frame, value.operands[i]}; };
    if (value.kind != ValueKind::Binary) {
      auto known = isTruth(condition) ? constant(condition) : std::nullopt;
      return known ? std::optional(*known != 0) : std::nullopt;
    }
    if (value.operands.size() == 1) {
      auto inner = value.symbol == "!" ? of(operand(0), depth - 1) : std::nullopt;
      return inner ? std::optional(!*inner) : std::nullopt;
    }
    if (value.operands.size() != 2)
      return std::nullopt;
    if (value.symbol == "&&" || value.symbol == "||") {
      bool decisive = value.symbol == "||"; // one side that is so decides it
      auto left = of(operand(0), depth - 1), right = of(operand(1), depth - 1);
      if (left == decisive || right == decisive)
        return decisive;
      return left && right ? std::optional(!decisive) : std::nullopt;
    }
    return compared(value.symbol, constant(operand(0)), constant(operand(1)));
  }

private:
  static std::optional<bool> compared(llvm::StringRef sign, std::optional<int64_t> left, std::optional<int64_t> right) {
    if (!left || !right)
      return std::nullopt;
    if (sign == "==")
      return *left == *right;
    if (sign == "!=")
      return *left != *right;
    if (sign == "<")
      return *left < *right;
    if (sign == ">")
      return *left > *right;
    if (sign == "<=")
      return *left <= *right;
    if (sign == ">=")
      return *left >= *right;
    return std::nullopt;
  }

  // Not the number of a switch.
  static bool isTruth(Bound bound) {
    const Value &value = bound.get();
    const Function &function = *bound.frame->function;
    switch (value.kind) {
    case ValueKind::Boolean:
    case ValueKind::Captured:
      return true;
    case ValueKind::Parameter:
      return function.parameters[value.index].typeName == "bool";
    case ValueKind::Local:
      return function.locals[value.index].typeName == "bool";
    default:
      return false;
    }
  }

  // Through parameters, captures and locals alone: what a field holds may have been set by anyone.
  std::optional<int64_t> constant(Bound bound) const {
    for (unsigned i = 0; bound && i < MaxNames; ++i) {
      const Value &value = bound.get();
      switch (value.kind) {
      case ValueKind::Integer:
      case ValueKind::Boolean:
        return value.integer;
      case ValueKind::Null:
        return 0;
      case ValueKind::Parameter:
      case ValueKind::Captured:
      case ValueKind::Local:
        bound = step(program, bound);
        break;
      default:
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  static constexpr unsigned MaxNames = 32;

  const Program &program;
};
} // namespace

bool isCutOff(const Program &program, const Frame &frame, CallId call) {
  const Function &f = *frame.function;
  Decision decision(program);
  auto decided = [&](NodeId choice) -> std::optional<bool> {
    const summary::Node &node = f.nodes[choice];
    return node.kind == NodeKind::Choice && node.children.size() == 2 ? decision.of({&frame, node.value}) : std::nullopt;
  };
  for (NodeId node = f.nodeOfCall[call], up = f.parents[node]; up != None; node = up, up = f.parents[up]) {
    const summary::Node &parent = f.nodes[up];
    if (auto holds = decided(up); holds && node == parent.children[*holds ? 1 : 0])
      return true;
    if (parent.kind != NodeKind::Block)
      continue;
    for (NodeId before : parent.children) {
      if (before == node)
        break;
      if (leavesDecided(f, before, decided))
        return true;
    }
  }
  return false;
}

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
